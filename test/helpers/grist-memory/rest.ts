import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { CellValue, UserAction, Where } from '../../../grist/doc.ts';
import { matching } from '../../../grist/table-data.ts';
import { sandboxFetch } from '../sandbox-fetch.ts';
import type { AccessRules } from './access.ts';
import type { MemoryDocument } from './document.ts';
import { GristRefusal } from './refusal.ts';
import { columnsTable, tablesTable } from './tables.ts';

interface Key {
  key: string;
  rules?: AccessRules;
}

/** What becomes of the next request, in place of its answer or after it was carried out. */
export interface Fault {
  answer: () => Response | Promise<Response>;
  carriedOut?: boolean;
}

export interface GristRest {
  fetch: typeof fetch;
  docId: string;
  key: string;
  /** Each is for one request, in turn. */
  faults: Fault[];
  /** What came, e.g. `POST /tables/People/data`. */
  requests: readonly string[];
  /** The most requests that ran at the same time. */
  readonly mostAtOnce: number;
}

/** As many requests of a document as Grist answers at the same time, and bytes of a body (facts: limits). */
const atOnce = 10;
const largestBody = 1_048_576;

/** The statuses with which REST packs a refusal (measured on Grist 1.7, the rest read in its `handleSandboxError`). */
const statuses: Readonly<Record<string, 400 | 403 | 404>> = { AUTH_NO_EDIT: 403, ACL_DENY: 403 };

/** Grist's REST API over a document in memory, as far as a key reads and writes tables with it. */
export function createGristRest(document: MemoryDocument, { key, rules = {} }: Key = { key: 'grist-key' }): GristRest {
  const docId = 'xzorDHpEQ7G97fDE5b2WYU';
  const faults: Fault[] = [];
  const requests: string[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const app = new Hono().basePath('/api/docs/:docId');

  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
    const status = error instanceof GristRefusal ? (statuses[error.code ?? ''] ?? 500) : 500;
    return c.json({ error: error.message }, status);
  });

  app.use(async (c, next) => {
    if (c.req.header('Authorization') !== `Bearer ${key}`) refuse(401, 'Bad request: invalid API key');
    if (c.req.header('Origin')) refuse(403, 'Credentials not supported for cross-origin requests');
    if (c.req.param('docId') !== docId) refuse(404, 'document not found');
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    try {
      if (running > atOnce) refuse(429, `Too many backlogged requests for document ${docId} - try again later?`);
      // An answer takes a while, and others come in the meantime.
      await new Promise((resolve) => setTimeout(resolve));
      await next();
    } finally {
      running -= 1;
    }
  });

  app.use(bodyLimit({ maxSize: largestBody, onError: () => refuse(413, 'request entity too large') }));

  app.get('/tables/:tableId/data', (c) => {
    const tableId = c.req.param('tableId');
    const filter = JSON.parse(c.req.query('filter') ?? 'null') as Where | null;
    const data = readTable(tableId);
    const gone = Object.keys(filter ?? {}).find((colId) => data[colId] === undefined);
    if (gone !== undefined) refuse(500, `SQLITE_ERROR: no such column: ${tableId}.${gone}`);
    return c.json(filter ? matching(data, filter) : data);
  });

  app.post('/apply', async (c) => {
    const actions = (await c.req.json()) as UserAction[];
    const isParsed = c.req.query('noparse') !== '1';
    const retValues = document.apply(isParsed ? actions.map(parsed) : actions, '', rules);
    return c.json({ actionNum: document.bundles.length, actionHash: null, retValues, isModification: true });
  });

  function readTable(tableId: string) {
    try {
      return document.fetch(tableId, rules);
    } catch (error) {
      if (error instanceof GristRefusal && error.message.includes('KeyError'))
        refuse(404, `Table not found "${tableId}"`);
      throw error;
    }
  }

  /** Of the texts that Grist would read something else out of, those for lists of choices. */
  function parsed(action: UserAction): UserAction {
    const [name, tableId, rowIds, cells] = action as readonly [string, string, unknown, Record<string, CellValue>];
    if (!/^(Bulk)?(Add|Update)Record$/.test(name)) return action;
    const { id, tableId: tableIds } = document.fetch(tablesTable);
    const ref = id[tableIds?.indexOf(tableId) ?? -1];
    const { colId, type, parentId } = document.fetch(columnsTable);
    const isList = (one: string) =>
      type?.some((of, index) => of === 'ChoiceList' && colId?.[index] === one && parentId?.[index] === ref);
    const parse = (cell: CellValue): CellValue => (typeof cell === 'string' ? ['L', ...cell.split(',')] : cell);
    const parsedCells = Object.entries(cells).map(([one, cell]) => {
      if (!isList(one)) return [one, cell];
      return [one, name.startsWith('Bulk') ? (cell as readonly CellValue[]).map(parse) : parse(cell)];
    });
    return [name, tableId, rowIds, Object.fromEntries(parsedCells)];
  }

  return {
    ...{ docId, key, faults, requests },
    fetch: sandboxFetch({
      async fetch(request) {
        const { pathname } = new URL(request.url);
        requests.push(`${request.method} ${pathname.replace(/^\/api\/docs\/[^/]+/, '')}`);
        const fault = faults.shift();
        if (fault && !fault.carriedOut) return fault.answer();
        const answer = await app.fetch(request);
        return fault ? fault.answer() : answer;
      },
    }),
    get mostAtOnce() {
      return mostAtOnce;
    },
  };
}

function refuse(status: 401 | 403 | 404 | 413 | 429 | 500, message: string): never {
  throw new HTTPException(status, { message });
}
