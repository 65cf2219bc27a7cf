import type { PageReport } from '../../engine/entries/page.ts';
import type { Directory, Ports } from '../../engine/ports.ts';
import type { SyncState } from '../../engine/state.ts';
import { createEntrySync, type EntrySync } from '../../engine/sync-entries.ts';
import { createContactTable } from '../../grist/contact-table.ts';
import type { CellValue, GristDoc, UserAction } from '../../grist/doc.ts';
import { createEntryTableIn } from '../../grist/entry-create.ts';
import { createEntryTable, type EntryColumns } from '../../grist/entry-table.ts';
import { createStructure } from '../../grist/structure.ts';
import { listCalendars } from '../../highlevel/calendars.ts';
import { type Api, createApi } from '../../highlevel/client.ts';
import { listNotes } from '../../highlevel/notes.ts';
import { listTasks } from '../../highlevel/tasks.ts';
import { listUsers } from '../../highlevel/users.ts';
import { createSandbox, type Sandbox } from '../../sandbox/app.ts';
import { type EntryKind, entryKinds } from '../../sync/entries.ts';
import type { AccessRules } from '../helpers/grist-memory/access.ts';
import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { createMemoryDocument, type MemoryDocument } from '../helpers/grist-memory/document.ts';
import { createPorts } from '../helpers/ports.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { createTestState, type TestState } from '../helpers/state.ts';

export interface EntriesSetup {
  sandbox?: Sandbox;
  /** Contacts that have a row, from row 1 on. 3 when absent. */
  linked?: number;
  /** Kinds of which the document has a table; all when absent. */
  kinds?: readonly EntryKind[];
  /** What access rules keep from the engine. */
  rules?: AccessRules;
}

/** A row of an entry table, by colId. */
export type Row = Readonly<Record<string, CellValue>> & { id: number };

/** Two sides with nothing between them yet: HighLevel, and a document with a table of contacts and one for each kind of entry. */
export interface EntriesWorld {
  sandbox: Sandbox;
  api: Api;
  document: MemoryDocument;
  tables: ReadonlyMap<EntryKind, EntryColumns>;
  state: TestState;
  /** `contactIds[rowId]`; there is no row 0. */
  contactIds: readonly string[];
  rows(kind: EntryKind): readonly Row[];
  rowOf(kind: EntryKind, entryId: string): Row;
  /** A person types in the grid. */
  type(kind: EntryKind, rowId: number, cells: Readonly<Record<string, CellValue>>): void;
  /** A person adds a row in the grid; returns its id. */
  add(kind: EntryKind, cells: Readonly<Record<string, CellValue>>): number;
  remove(kind: EntryKind, rowId: number): void;
  /** What one page or worker is given. */
  open(options?: { rules?: AccessRules; onCall?: (call: string) => void }): Ports;
}

const zone = 'Europe/London';

/** Counts calls of an object by name. */
function counted<Calls extends object>(
  calls: Calls,
  onCall: (name: string) => void,
  nameOf = (name: string) => name,
): Calls {
  const wrap = ([name, call]: [string, unknown]) => [
    name,
    typeof call === 'function'
      ? (...args: readonly unknown[]) => {
          onCall([nameOf(name), ...args.filter((arg) => name === 'fetchTable' && typeof arg === 'string')].join(' '));
          return call(...args);
        }
      : call,
  ];
  return Object.fromEntries(Object.entries(calls).map(wrap)) as Calls;
}

export async function startEntries({
  linked = 3,
  kinds = entryKinds,
  rules,
  ...given
}: EntriesSetup = {}): Promise<EntriesWorld> {
  const sandbox = given.sandbox ?? createSandbox({ contacts: 60 });
  const { token, locationId } = sandbox.info;
  const connection = { via: 'direct', url: 'https://highlevel.test', token } as const;
  const api = createApi(connection, { fetch: sandboxFetch(sandbox) });
  const [users, calendars] = await Promise.all([
    listUsers(api, { locationId, companyId: '' }),
    listCalendars(api, locationId),
  ]);
  const directory: Directory = { users, calendars, documentZone: zone, locationZone: async () => zone };

  const document = createMemoryDocument();
  const owner = createMemoryDoc(document);
  const contactIds = ['', ...sandbox.info.contactIds.slice(0, linked)];
  const columns = ['HighLevel_ID', 'Name'].map((id) => ({ id, type: 'Text', isFormula: false }));
  document.apply([
    ['AddTable', 'Contacts', columns],
    ['BulkAddRecord', 'Contacts', contactIds.slice(1).map(() => null), { HighLevel_ID: contactIds.slice(1) }],
  ]);
  const tables = new Map<EntryKind, EntryColumns>();
  for (const kind of kinds) {
    const options = {
      structure: createStructure(owner),
      contactsTable: 'Contacts',
      nameColumn: 'Name',
      timeZone: zone,
    };
    tables.set(kind, await createEntryTableIn(owner, kind, options, 'a table'));
  }
  const state = await createTestState();
  const tableOf = (kind: EntryKind) => tables.get(kind)?.tableId ?? '';
  const apply = (...actions: UserAction[]) => document.apply(actions, 'a person');

  function rows(kind: EntryKind): readonly Row[] {
    const { id, ...cells } = document.fetch(tableOf(kind));
    return id.map((rowId, at) => ({
      ...Object.fromEntries(Object.entries(cells).map(([colId, column]) => [colId, column[at] ?? null])),
      id: rowId,
    }));
  }

  return {
    ...{ sandbox, api, document, tables, state, contactIds, rows },
    rowOf: (kind, entryId) => rows(kind).find((row) => row.HighLevel_ID === entryId)!,
    type: (kind, rowId, cells) => void apply(['UpdateRecord', tableOf(kind), rowId, cells]),
    add: (kind, cells) => apply(['AddRecord', tableOf(kind), null, cells])[0] as number,
    remove: (kind, rowId) => void apply(['RemoveRecord', tableOf(kind), rowId]),
    open({ rules: own = rules, onCall = () => {} } = {}) {
      const doc: GristDoc = counted(createMemoryDoc(document, own), onCall);
      const structure = createStructure(doc);
      const shared: SyncState = counted(state.state, onCall, (name) => `state.${name}`);
      return createPorts({
        api,
        locationId,
        state: shared,
        contacts: createContactTable(doc, {
          tableId: 'Contacts',
          contactIdColumn: 'HighLevel_ID',
          bound: new Map(),
          structure,
        }),
        entries: (kind) => {
          const place = tables.get(kind);
          return place ? createEntryTable(doc, { ...place, kind, structure }) : null;
        },
        directory,
      });
    },
  };
}

/** A document whose first contact was looked at once. */
export async function startInStep(setup: EntriesSetup = {}) {
  const world = await startEntries(setup);
  const contactId = world.contactIds[1]!;
  const contact = { contactId, rowIds: [1] };
  /** Looks once no other client is at work on the contact. */
  const look = async (sync: EntrySync): Promise<PageReport> => {
    const report = await sync.sync([contact]);
    if (report.busy.length > 0) return new Promise((resolve) => setTimeout(() => resolve(look(sync)), 10));
    await sync.carryOut(report);
    return report;
  };
  const sync = createEntrySync(world.open(), { holder: 'one' });
  await look(sync);
  return {
    ...world,
    ...{ contactId, contact, look, sync },
    step: () => look(sync),
    tasks: () => listTasks(world.api, contactId),
    notes: () => listNotes(world.api, contactId),
  };
}
