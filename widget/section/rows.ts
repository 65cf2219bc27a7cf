import type { FieldRef } from '../../sync/refs.ts';
import type { CellValue, GristApi } from './api.ts';
import { readText } from './cells.ts';
import { columnFor, contactIdColumn, tagsColumn } from './columns.ts';
import { toGristError } from './errors.ts';
import type { Row } from './port.ts';
import { type Columns, readRow } from './row.ts';
import type { Structure } from './structure.ts';

/**
 * Reads all rows of the section's table. Where an access rule hides the columns' types they are read one by one, which is
 * slower: a table sent whole does not tell a day from a number. Throws `GristError`.
 */
export async function readRows(
  grist: GristApi,
  structure: Structure,
  columns: Columns,
  readOne: (rowId: number) => Promise<Row | null>,
): Promise<readonly Row[]> {
  const { tableId, mapping, bound } = columns;
  try {
    const [tables, { id: rowIds = [], ...cells }] = await Promise.all([
      structure.tables(),
      grist.docApi.fetchTable(tableId),
    ]);
    const known = tables.find((table) => table.tableId === tableId)?.columns;
    if (!known) return await oneByOne(rowIds, readOne);
    const special = [contactIdColumn, tagsColumn].map((name) => columnFor(mapping, name) ?? '');
    const wanted = [...new Set([...bound.values(), ...special])].map(
      (colId) => [colId, known.find((column) => column.colId === colId)?.type ?? 'Any'] as const,
    );
    return rowIds.map((rowId, index) => {
      const record = Object.fromEntries(wanted.map(([colId, type]) => [colId, encoded(cells[colId]?.[index], type)]));
      return readRow(Number(rowId), record, columns);
    });
  } catch (error) {
    throw toGristError(error);
  }
}

async function oneByOne(rowIds: readonly CellValue[], readOne: (rowId: number) => Promise<Row | null>) {
  const rows: Row[] = [];
  for (const rowId of rowIds) {
    const row = await readOne(Number(rowId));
    if (row) rows.push(row);
  }
  return rows;
}

/** Reads which rows the section shows, in its order, and the contact of each. Throws `GristError`. */
export async function readOrder(
  grist: GristApi,
  { mapping }: Columns,
): Promise<readonly Pick<Row, 'rowId' | 'contactId'>[]> {
  try {
    const options = { keepEncoded: true, format: 'columns', expandRefs: false } as const;
    const { id: rowIds = [], ...cells } = await grist.docApi.fetchSelectedTable(options);
    const contactIds = cells[columnFor(mapping, contactIdColumn) ?? ''] ?? [];
    return rowIds.map((rowId, index) => ({
      rowId: Number(rowId),
      contactId: (readText(contactIds[index]) ?? '').trim(),
    }));
  } catch (error) {
    throw toGristError(error);
  }
}

/** A cell of a whole table, written as a single record writes it. */
function encoded(cell: CellValue | undefined, type: string): CellValue | undefined {
  const [kind, timeZone = 'UTC'] = type.split(':');
  if (kind === 'Ref' || kind === 'RefList' || kind === 'Attachments') return undefined;
  if (typeof cell !== 'number') return cell;
  if (kind === 'Date') return ['d', cell];
  return kind === 'DateTime' ? ['D', cell, timeZone] : cell;
}

/** How the columns of mapped fields paint their choices. */
export async function choiceLooks(structure: Structure, { tableId, bound }: Columns) {
  const known = (await structure.tables()).find((table) => table.tableId === tableId)?.columns ?? [];
  const looks = new Map(known.map(({ colId, looks }) => [colId, looks]));
  return new Map(
    [...bound].flatMap(([field, colId]) => {
      const own = looks.get(colId);
      return own ? [[field, own] as const] : [];
    }),
  );
}

/** Names the mapped fields whose column is a formula. */
export async function computedFields(
  structure: Structure,
  { tableId, bound }: Columns,
): Promise<ReadonlySet<FieldRef>> {
  structure.forget();
  const known = (await structure.tables()).find((table) => table.tableId === tableId)?.columns ?? [];
  const formulas = new Set(known.filter(({ isFormula }) => isFormula).map(({ colId }) => colId));
  return new Set([...bound].filter(([, colId]) => formulas.has(colId)).map(([field]) => field));
}
