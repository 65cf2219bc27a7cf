import type { Signal } from '@preact/signals';
import type { GristDoc } from '../../grist/doc.ts';
import type { EntryTable } from '../../grist/entry-table.ts';
import type { Structure } from '../../grist/structure.ts';
import type { EntryKind } from '../../sync/entries.ts';
import type { WholeDocument, WidgetOptions } from './port.ts';
import type { Columns } from './row.ts';

interface EntryOptions {
  doc: GristDoc;
  structure: Structure;
  options: Signal<WidgetOptions>;
  columns: () => Columns;
  /** The document's IANA zone. */
  timeZone: string;
}

type EntryVerbs = Pick<WholeDocument, 'createEntryTable' | 'guessEntryTable'> & {
  entryTable(kind: EntryKind): Promise<EntryTable | null>;
};

/** Makes the verbs for tables of entries. Their code is fetched with the first of them: most documents have no such table. */
export function createEntryVerbs({ doc, structure, options, columns, timeZone }: EntryOptions): EntryVerbs {
  async function entryTable(kind: EntryKind) {
    const place = options.peek().mirrors?.[kind];
    if (!place) return null;
    const { createEntryTable } = await import('../../grist/entry-table.ts');
    return createEntryTable(doc, { ...place, kind, structure });
  }

  return {
    entryTable,
    createEntryTable: async (kind, description) => {
      const { createEntryTableIn } = await import('../../grist/entry-create.ts');
      const { tableId: contactsTable, bound } = columns();
      const nameColumn = bound.get('name') ?? bound.get('firstName') ?? bound.get('email') ?? null;
      return createEntryTableIn(doc, kind, { structure, contactsTable, nameColumn, timeZone }, description);
    },
    guessEntryTable: async (kind, table) => {
      const { guessEntryColumns } = await import('../../grist/entry-guess.ts');
      return { tableId: table.tableId, columns: guessEntryColumns(kind, table, columns().tableId) };
    },
  };
}
