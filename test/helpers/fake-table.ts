import { fieldKeys } from '../../sync/fields.ts';
import type { FieldRef } from '../../sync/refs.ts';
import { createMemoryDocument, type MemoryDocument } from './grist-memory/document.ts';

export interface FakeRow {
  contactId: string;
  values: Readonly<Partial<Record<FieldRef, string>>>;
}

/** A document with a table of contacts that several sections show. All columns are text and named for their fields. */
export interface FakeTable {
  document: MemoryDocument;
  /** By row id, as they are now. */
  readonly rows: ReadonlyMap<number, FakeRow>;
  /** Makes sure that a field has a column. */
  hold(field: FieldRef): void;
  /** Another person writes a row, computed columns too; it is made when there is none. */
  write(rowId: number, row: Partial<FakeRow>): void;
  remove(rowId: number): void;
  /** Gives a field's column a type; its cells are converted as Grist does. */
  retype(field: FieldRef, type: string): void;
  /** A formula of the document's builder fills a field's column from now on. */
  compute(field: FieldRef): void;
}

export const contactsTable = 'Contacts';
export const contactIdColumn = 'HighLevel_ID';
export const colIdOf = (field: string): string => field.replace(':', '_');

export function createFakeTable(rows: Readonly<Record<number, FakeRow>> = {}): FakeTable {
  const document = createMemoryDocument();
  const fields = new Set<FieldRef>(fieldKeys);
  const computed = new Set<FieldRef>();
  const text = (id: string) => ({ id, type: 'Text', isFormula: false });
  document.apply([['AddTable', contactsTable, [contactIdColumn, ...[...fields].map(colIdOf)].map(text)]]);

  const setComputed = (field: FieldRef, isFormula: boolean) =>
    ['ModifyColumn', contactsTable, colIdOf(field), { isFormula, formula: isFormula ? '"computed"' : '' }] as const;

  const table: FakeTable = {
    document,
    get rows() {
      const { id, ...columns } = document.fetch(contactsTable);
      const rowAt = (index: number): FakeRow => ({
        contactId: String(columns[contactIdColumn]?.[index] ?? ''),
        values: Object.fromEntries([...fields].map((field) => [field, String(columns[colIdOf(field)]?.[index] ?? '')])),
      });
      return new Map(id.map((rowId, index) => [rowId, rowAt(index)]));
    },
    hold(field) {
      if (fields.has(field)) return;
      fields.add(field);
      document.apply([['AddColumn', contactsTable, colIdOf(field), text(colIdOf(field))]]);
    },
    write(rowId, { contactId, values = {} }) {
      const written = Object.keys(values) as FieldRef[];
      for (const field of written) table.hold(field);
      const cells = Object.fromEntries(written.map((field) => [colIdOf(field), values[field] ?? '']));
      const row = { ...cells, ...(contactId !== undefined && { [contactIdColumn]: contactId }) };
      const isThere = document.fetch(contactsTable).id.includes(rowId);
      document.apply([
        ...[...computed].map((field) => setComputed(field, false)),
        [isThere ? 'UpdateRecord' : 'AddRecord', contactsTable, rowId, row],
        ...[...computed].map((field) => setComputed(field, true)),
      ]);
    },
    remove: (rowId) => void document.apply([['RemoveRecord', contactsTable, rowId]]),
    retype(field, type) {
      table.hold(field);
      document.apply([['ModifyColumn', contactsTable, colIdOf(field), { type }]]);
    },
    compute(field) {
      computed.add(field);
      document.apply([setComputed(field, true)]);
    },
  };
  for (const [rowId, row] of Object.entries(rows)) table.write(Number(rowId), row);
  return table;
}
