import type { CellValue } from '../../grist/doc.ts';
import { readEntryCell, writeEntryCell } from '../../grist/entry-cells.ts';
import type { EntryColumns, LinkedEntryRow } from '../../grist/entry-table.ts';
import { type EntryKind, type EntryValues, entryColumns } from '../../sync/entries.ts';
import { contactsTable } from './fake-table.ts';
import type { MemoryDocument } from './grist-memory/document.ts';

/** The document's tables of entries, one per kind, their columns named for what they hold. */
export interface FakeEntries {
  /** Where they are, once the panel's settings name a table of that kind. */
  place(kind: EntryKind): EntryColumns;
  rows: {
    get(kind: EntryKind): readonly LinkedEntryRow[];
    /** The table holds these rows and no other. */
    set(kind: EntryKind, rows: readonly LinkedEntryRow[]): void;
  };
  /** A person types in the grid. */
  type(kind: EntryKind, rowId: number, values: Readonly<Record<string, string>>): void;
  /** A person adds a row in the grid; returns its id. */
  add(kind: EntryKind, contact: number, values: EntryValues): number;
  remove(kind: EntryKind, rowId: number): void;
}

const types = { text: 'Text', name: 'Text', time: 'DateTime:UTC', flag: 'Bool' } as const;
export const entryTableIds: Readonly<Record<EntryKind, string>> = {
  task: 'HighLevel_task',
  note: 'HighLevel_note',
  appointment: 'HighLevel_appointment',
};

export function createFakeEntries(document: MemoryDocument): FakeEntries {
  for (const [kind, tableId] of Object.entries(entryTableIds) as [EntryKind, string][]) {
    if (document.fetch('_grist_Tables').tableId?.includes(tableId)) continue;
    const columns = [
      ...entryColumns[kind].map(({ key, value }) => ({ id: key, type: types[value] })),
      { id: 'contact', type: `Ref:${contactsTable}` },
      { id: 'entry', type: 'Text' },
    ];
    document.apply([['AddTable', tableId, columns.map((column) => ({ ...column, isFormula: false }))]]);
  }

  const encode = (kind: EntryKind, values: EntryValues): Record<string, CellValue> =>
    Object.fromEntries(
      entryColumns[kind].flatMap(({ key, value }) =>
        values[key] === undefined ? [] : [[key, writeEntryCell(values[key], value, types[value])]],
      ),
    );

  return {
    place: (kind) => ({
      tableId: entryTableIds[kind],
      columns: {
        ...Object.fromEntries(entryColumns[kind].map(({ key }) => [key, key])),
        ...{ id: 'entry', contact: 'contact' },
      },
    }),
    rows: {
      get(kind) {
        const { id, ...columns } = document.fetch(entryTableIds[kind]);
        return id.map((rowId, index) => ({
          rowId,
          id: String(columns.entry?.[index]),
          contact: Number(columns.contact?.[index]) || null,
          values: Object.fromEntries(
            entryColumns[kind].map(({ key, value }) => [
              key,
              readEntryCell(columns[key]?.[index], value, types[value]) ?? '',
            ]),
          ),
        }));
      },
      set(kind, rows) {
        const tableId = entryTableIds[kind];
        const cells = rows.map(({ id, contact, values }) => ({ ...encode(kind, values), entry: id, contact }));
        document.apply([
          ['BulkRemoveRecord', tableId, document.fetch(tableId).id],
          ...rows.map(({ rowId }, index) => ['AddRecord', tableId, rowId, cells[index]] as const),
        ]);
      },
    },
    type: (kind, rowId, values) =>
      void document.apply([['UpdateRecord', entryTableIds[kind], rowId, encode(kind, values)]]),
    add(kind, contact, values) {
      const [rowId] = document.apply([
        ['AddRecord', entryTableIds[kind], null, { ...encode(kind, values), contact, entry: '' }],
      ]);
      return rowId as number;
    },
    remove: (kind, rowId) => void document.apply([['RemoveRecord', entryTableIds[kind], rowId]]),
  };
}
