import type { CellValue, GristCode, GristDoc, GristError, UserAction } from './doc.ts';
import { refusalOf } from './errors.ts';

/** One cell of a table, and what it is to hold. */
export interface CellWrite {
  rowId: number;
  colId: string;
  value: CellValue;
}

export interface RefusedCell {
  cell: CellWrite;
  error: GristError;
}

/** A failure of such a code says nothing about single cells: the next try ends the same way, or in doubt. */
export const concernsAll: ReadonlySet<GristCode> = new Set(['read-only', 'no-access', 'rate-limited', 'unreachable']);

/** Halvings at most, so 401 bundles: where a rule refuses cells here and there in thousands, some others are refused with them. */
const splitsAtMost = 200;

/** Types for columns that were never filled, by colId. */
export type BlankColumns = ReadonlyMap<string, string>;

/**
 * Writes cells in one bundle, and with them the types of `blank` columns that are filled by them. Where Grist refuses it the cells are written in halves, and those in halves again, so that no
 * cell keeps another from its value. Returns the cells that were refused. Throws `GristError` when the first bundle failed for a
 * reason that concerns all of them; a later failure of that kind refuses what is left.
 */
export async function writeCells(
  doc: GristDoc,
  tableId: string,
  cells: readonly CellWrite[],
  description: string,
  blank: BlankColumns = new Map(),
): Promise<readonly RefusedCell[]> {
  const refused: RefusedCell[] = [];
  const refuse = (some: readonly CellWrite[], error: GristError) =>
    refused.push(...some.map((cell) => ({ cell, error })));
  let queue: (readonly CellWrite[])[] = cells.length > 0 ? [cells] : [];
  let splits = 0;

  while (queue.length > 0) {
    // The largest part first: when the halvings are used up, what is left are small parts.
    const [part = [], ...others] = queue.toSorted((one, other) => other.length - one.length);
    queue = others;
    const failure = await refusalOf(doc.apply(actionsFor(tableId, part, blank), description));
    if (failure === null) continue;
    if (concernsAll.has(failure.code)) {
      if (splits === 0) throw failure;
      refuse([...part, ...others.flat()], failure);
      return refused;
    }
    const parts = splits < splitsAtMost ? split(part, failure.code) : [];
    if (parts.length === 0) refuse(part, failure);
    else splits += 1;
    queue.push(...parts);
  }
  return refused;
}

/** Halves a refused part along what the refusal is about. Empty when it is about each cell of the part. */
function split(cells: readonly CellWrite[], code: GristCode): (readonly CellWrite[])[] {
  const rows = () => halves(cells, ({ rowId }) => rowId);
  const columns = () => halves(cells, ({ colId }) => colId);
  if (code === 'row-gone') return rows();
  if (code === 'column-gone' || code === 'formula') return columns();
  const byColumn = columns();
  return byColumn.length > 0 ? byColumn : rows();
}

function halves(cells: readonly CellWrite[], keyOf: (cell: CellWrite) => unknown): (readonly CellWrite[])[] {
  const keys = [...new Set(cells.map(keyOf))];
  if (keys.length < 2) return [];
  const first = new Set(keys.slice(0, keys.length / 2));
  const isFirst = (cell: CellWrite) => first.has(keyOf(cell));
  return [cells.filter(isFirst), cells.filter((cell) => !isFirst(cell))];
}

/** One action for all rows of which the same columns are written. */
function actionsFor(tableId: string, cells: readonly CellWrite[], blank: BlankColumns): UserAction[] {
  const rows = new Map<number, Record<string, CellValue>>();
  for (const { rowId, colId, value } of cells) rows.set(rowId, { ...rows.get(rowId), [colId]: value });
  return [...typeActions(tableId, blank, [...rows.values()]), ...updateActions(tableId, [...rows])];
}

/** Gives blank columns their types, those that these rows put a text into. Repeated, it changes nothing. */
export function typeActions(
  tableId: string,
  blank: BlankColumns,
  rows: readonly Readonly<Record<string, CellValue>>[],
): UserAction[] {
  if (blank.size === 0) return [];
  const filled = new Set(
    rows.flatMap((cells) =>
      Object.keys(cells).filter((colId) => typeof cells[colId] === 'string' && cells[colId] !== ''),
    ),
  );
  return [...blank].flatMap(([colId, type]): UserAction[] =>
    filled.has(colId) ? [['ModifyColumn', tableId, colId, { type, isFormula: false }]] : [],
  );
}

/** Updates of rows, those of the same columns as one action. */
export function updateActions(
  tableId: string,
  rows: readonly (readonly [rowId: number, cells: Readonly<Record<string, CellValue>>])[],
): UserAction[] {
  return byColumns(rows.map(([rowId, cells]) => ({ rowId, cells }))).map((group): UserAction => {
    const [only] = group.rows;
    if (only && group.rows.length === 1) return ['UpdateRecord', tableId, only.rowId, only.cells];
    return ['BulkUpdateRecord', tableId, group.rows.map(({ rowId }) => rowId), group.columns];
  });
}

/** New rows, those of the same columns as one action. */
export function addActions(tableId: string, rows: readonly Readonly<Record<string, CellValue>>[]): UserAction[] {
  return byColumns(rows.map((cells) => ({ cells }))).map((group): UserAction => {
    const [only] = group.rows;
    if (only && group.rows.length === 1) return ['AddRecord', tableId, null, only.cells];
    return ['BulkAddRecord', tableId, group.rows.map(() => null), group.columns];
  });
}

function byColumns<Row extends { cells: Readonly<Record<string, CellValue>> }>(rows: readonly Row[]) {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const colIds = Object.keys(row.cells).toSorted();
    if (colIds.length === 0) continue;
    const key = JSON.stringify(colIds);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([key, group]) => ({
    rows: group,
    columns: Object.fromEntries(
      (JSON.parse(key) as string[]).map((colId) => [colId, group.map(({ cells }) => cells[colId] ?? null)]),
    ),
  }));
}
