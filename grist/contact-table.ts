import type { Values } from '../sync/cells.ts';
import { type ContactIdCell, readContactId } from '../sync/contact-id.ts';
import type { FieldRef } from '../sync/refs.ts';
import { cellTypeOf, heldBy } from '../sync/transforms/cell.ts';
import { isReference, readLines, readText } from './cells.ts';
import { type CellValue, type GristDoc, GristError } from './doc.ts';
import { writeText } from './encode.ts';
import { createStructure, type Structure, type TableColumn } from './structure.ts';
import { type CellWrite, writeCells } from './write-cells.ts';

/** A row of the contacts' table. */
export interface ContactRow extends ContactIdCell {
  rowId: number;
  /** What mapped cells hold, as text in the terms of their column. A cell that cannot be read as text is left out. */
  cells: Values;
}

/** Cells of one row to be written, as text in the terms of their column. Fields without a column are left out. */
export interface RowWrite {
  rowId: number;
  /** The row must still hold this contact; else nothing of it is written and its fields are refused with `row-gone`. */
  contactId: string;
  cells: Values;
  /** What the cells must still hold; one that holds another text is refused with `cell-changed`, and stays. */
  was?: Values;
}

/** Grist did not take a cell. */
export interface Refusal {
  rowId: number;
  field: FieldRef;
  error: GristError;
}

/** The table whose rows are contacts, through a mapping of fields to columns. */
export interface ContactTable {
  readonly tableId: string;
  /**
   * All rows as they are now, or those with these row ids, or of these contacts. A row whose contact id cannot be read (an
   * access rule hides it) is left out: it is neither linked nor free. Throws `GristError`.
   */
  rows(where?: ContactRows): Promise<readonly ContactRow[]>;
  /**
   * Writes cells of many rows, as one undo step where Grist takes all of them. A cell that Grist refuses keeps no other from
   * its value. Rejects with `GristError` only where nothing could be tried.
   */
  write(writes: readonly RowWrite[], description: string): Promise<readonly Refusal[]>;
  /** Writes a contact's id into a row (`''`: none), provided its cell still holds `expected`; else throws `row-gone`. */
  link(rowId: number, expected: string, contactId: string, description: string): Promise<void>;
}

export type ContactRows = { rowIds: readonly number[] } | { contactIds: readonly string[] };

/** A row as a record of its own has it, by colId: days and references are encoded. */
export type CodedRecord = Readonly<Record<string, CellValue | undefined>>;

export interface ContactTableOptions {
  tableId: string;
  /** The column of contact ids. */
  contactIdColumn: string;
  /** The column of each mapped field. */
  bound: ReadonlyMap<FieldRef, string>;
  /** One that is shared with others; else the table reads its own. */
  structure?: Structure;
  /**
   * Reads one row with encoded cells; `null` when there is none. A widget has it for its own table. It is quicker than a whole
   * table, and where the structure is hidden it alone tells a day from a number: without it numbers are left out then.
   */
  record?(rowId: number): Promise<CodedRecord | null>;
}

/** Rows that are read one by one, where that is possible, rather than with the whole table. */
const oneByOneAtMost = 8;

type Columns = ReadonlyMap<string, Pick<TableColumn, 'type'>>;

/** Opens the table of contacts. */
export function createContactTable(doc: GristDoc, options: ContactTableOptions): ContactTable {
  const { tableId, contactIdColumn, bound, record, structure = createStructure(doc) } = options;

  function toRow(rowId: number, cells: CodedRecord, columns?: Columns): ContactRow[] {
    const id = readText(cells[contactIdColumn]);
    if (id === undefined) return [];
    const read = [...bound].flatMap(([field, colId]) => {
      const text = readLines(cells[colId], columns?.get(colId)?.type);
      return text === undefined ? [] : [[field, text.trim()]];
    });
    return [{ rowId, ...readContactId(id), cells: Object.fromEntries(read) }];
  }

  async function readRecords(rowIds: readonly number[], read: NonNullable<typeof record>, columns?: Columns) {
    const rows: ContactRow[] = [];
    for (const rowId of rowIds) {
      const cells = await read(rowId);
      if (cells) rows.push(...toRow(rowId, cells, columns));
    }
    return rows;
  }

  async function rows(where?: ContactRows): Promise<readonly ContactRow[]> {
    if (record && where && 'rowIds' in where && where.rowIds.length <= oneByOneAtMost)
      return readRecords(where.rowIds, record, await structure.columnsOf(tableId));
    const [columns, data] = await Promise.all([
      structure.columnsOf(tableId),
      doc.fetchTable(tableId, where && filterFor(where, contactIdColumn)),
    ]);
    if (!data[contactIdColumn]) throw new GristError('column-gone', `Invalid column "${contactIdColumn}"`);
    const isWanted = wantedBy(where);
    if (!columns && record) return (await readRecords(data.id, record)).filter(isWanted);
    const colIds = [contactIdColumn, ...bound.values()];
    const cellAt = (colId: string, index: number) => {
      const cell = data[colId]?.[index];
      return columns || typeof cell !== 'number' ? cell : undefined;
    };
    return data.id
      .flatMap((rowId, index) =>
        toRow(rowId, Object.fromEntries(colIds.map((colId) => [colId, cellAt(colId, index)])), columns),
      )
      .filter(isWanted);
  }

  /** Why a cell must not be written; `null` when it may. */
  function reasonAgainst(
    field: FieldRef,
    text: string,
    { contactId, was }: RowWrite,
    row: ContactRow | undefined,
    column: TableColumn | undefined,
  ): GristError | null {
    if (row?.contactId !== contactId) return new GristError('row-gone', 'The row does not hold that contact');
    if (column?.isFormula) return new GristError('formula', "Can't save value to formula column");
    if (column && isReference(column.type)) return new GristError('unknown', 'A column of references holds no text');
    if (column && text !== '' && heldBy(cellTypeOf(column.type), text) !== text)
      return new GristError('cell-changed', 'A column of that type does not hold the text');
    const expected = was?.[field]?.trim();
    if (expected === undefined || row.cells[field] === expected) return null;
    return new GristError('cell-changed', 'The cell holds another text');
  }

  return {
    tableId,
    rows,

    async write(writes, description) {
      if (writes.length === 0) return [];
      // Another mapping, or another person, may have given columns other types since they were read.
      structure.forget();
      const [columns, current] = await Promise.all([
        structure.columnsOf(tableId),
        rows({ rowIds: writes.map(({ rowId }) => rowId) }),
      ]);
      const rowOf = new Map(current.map((row) => [row.rowId, row]));
      const cells: (CellWrite & { field: FieldRef })[] = [];
      const refusals: Refusal[] = [];
      for (const write of writes) {
        const { rowId } = write;
        for (const [field, text] of Object.entries(write.cells) as [FieldRef, string | undefined][]) {
          const colId = bound.get(field);
          if (text === undefined || colId === undefined) continue;
          const column = columns?.get(colId);
          const error = reasonAgainst(field, text, write, rowOf.get(rowId), column);
          if (error) refusals.push({ rowId, field, error });
          else cells.push({ rowId, field, colId, value: writeText(text, column?.type) });
        }
      }
      const blank = [...(columns?.values() ?? [])].filter(({ isBlank }) => isBlank);
      const asText = new Map(blank.map(({ colId }) => [colId, 'Text']));
      const refused = await writeCells(doc, tableId, cells, description, asText);
      const fieldOf = new Map<CellWrite, FieldRef>(cells.map((cell) => [cell, cell.field]));
      for (const { cell, error } of refused) {
        const field = fieldOf.get(cell);
        if (field) refusals.push({ rowId: cell.rowId, field, error });
      }
      return refusals;
    },

    async link(rowId, expected, contactId, description) {
      const [row] = await rows({ rowIds: [rowId] });
      if ((row?.invalidId ?? row?.contactId) !== expected)
        throw new GristError('row-gone', 'The row holds another contact');
      await doc.apply([['UpdateRecord', tableId, rowId, { [contactIdColumn]: contactId }]], description);
    },
  };
}

/** Blanks that a pasted id brings along. */
const blanks = ['', ' ', '\n', '\t', '\u00a0'];

/** Grist compares whole cells, so an id is looked for with the blanks that it may have around it. */
function filterFor(where: ContactRows, contactIdColumn: string) {
  if ('rowIds' in where) return { id: where.rowIds };
  const spellings = where.contactIds.flatMap((id) =>
    blanks.flatMap((before) => blanks.map((after) => `${before}${id}${after}`)),
  );
  return { [contactIdColumn]: spellings };
}

function wantedBy(where?: ContactRows): (row: ContactRow) => boolean {
  if (!where) return () => true;
  if ('rowIds' in where) {
    const rowIds = new Set(where.rowIds);
    return ({ rowId }) => rowIds.has(rowId);
  }
  const contactIds = new Set(where.contactIds);
  return ({ contactId }) => contactIds.has(contactId);
}
