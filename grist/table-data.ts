import { type CellValue, GristError, type TableData, type Where } from './doc.ts';

const keyOf = (cell: CellValue | undefined): unknown => (Array.isArray(cell) ? JSON.stringify(cell) : cell);

/** The rows of a table that match, as Grist's own `filter` finds them. Throws `GristError` for a column that the table does not have. */
export function matching(data: TableData, where: Where): TableData {
  const wanted = Object.entries(where).map(([colId, values]) => [colId, new Set(values.map(keyOf))] as const);
  const gone = Object.keys(where).find((colId) => data[colId] === undefined);
  if (gone !== undefined) throw new GristError('column-gone', `Invalid column "${gone}"`);
  const positions = data.id.flatMap((_, index) =>
    wanted.every(([colId, keys]) => keys.has(keyOf(data[colId]?.[index]))) ? index : [],
  );
  return at(data, positions);
}

function at(data: TableData, positions: readonly number[]): TableData {
  const pick = <T>(cells: readonly T[]) => positions.map((position) => cells[position] as T);
  const columns = Object.entries(data).map(([colId, cells]) => [colId, pick(cells)]);
  return { ...Object.fromEntries(columns), id: pick(data.id) };
}
