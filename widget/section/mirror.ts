import type { Signal } from '@preact/signals';
import type { MirrorKind } from '../../sync/mirror.ts';
import type { GristApi } from './api.ts';
import { GristError } from './errors.ts';
import type { WholeDocument, WidgetOptions } from './port.ts';
import type { Columns } from './row.ts';
import type { Structure } from './structure.ts';

interface MirrorOptions {
  grist: GristApi;
  structure: Structure;
  options: Signal<WidgetOptions>;
  place: () => Columns;
  /** The document's IANA zone. */
  timeZone: string;
}

type MirrorVerbs = Pick<WholeDocument, 'readMirror' | 'writeMirror' | 'createMirror' | 'guessMirror'>;

/** Makes the verbs for mirrored tables. Their code is fetched with the first of them: most documents have no such table. */
export function createMirrorVerbs({ grist, structure, options, place, timeZone }: MirrorOptions): MirrorVerbs {
  async function open(kind: MirrorKind) {
    const table = options.peek().mirrors?.[kind];
    if (!table) return null;
    const [code, tables] = await Promise.all([import('./mirror-tables.ts'), structure.tables()]);
    return { code, at: { grist, kind, table, choice: code.findMirrorTable(table, tables) } };
  }

  /** What failed for a column may go when the columns are known as they are by then. */
  const orForget = (error: unknown): never => {
    structure.forget();
    throw error;
  };

  return {
    readMirror: async (kind, anew = false) => {
      if (anew) structure.forget();
      const opened = await open(kind).catch(orForget);
      return opened ? opened.code.readMirrorTable(opened.at).catch(orForget) : null;
    },
    writeMirror: async (kind, changes, description) => {
      const opened = await open(kind).catch(orForget);
      if (!opened) throw new GristError('column-gone', 'No table mirrors that');
      await opened.code.writeMirrorTable(opened.at, changes, description).catch(orForget);
    },
    createMirror: async (kind, description) => {
      const { createMirrorTable } = await import('./mirror-create.ts');
      const { tableId: contactsTable, bound } = place();
      const nameColumn = bound.get('name') ?? bound.get('firstName') ?? bound.get('email') ?? null;
      return createMirrorTable(kind, { grist, structure, contactsTable, nameColumn, timeZone }, description);
    },
    guessMirror: async (kind, table) => {
      const { guessMirrorColumns } = await import('./mirror-guess.ts');
      return { tableId: table.tableId, columns: guessMirrorColumns(kind, table, place().tableId) };
    },
  };
}
