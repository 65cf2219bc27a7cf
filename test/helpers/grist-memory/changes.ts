import type { CellValue } from '../../../grist/doc.ts';
import type { MemoryRow, MemoryTable, MemoryTables } from './tables.ts';

/** A row that a bundle changed: what of it was, and what became of it. `null`: there was, or is, no such row. */
export interface RowChange {
  tableId: string;
  rowId: number;
  /** Only the cells that are not the same. */
  before: MemoryRow | null;
  after: MemoryRow | null;
}

const same = (one: CellValue | undefined, other: CellValue | undefined) =>
  one === other || (Array.isArray(one) && Array.isArray(other) && JSON.stringify(one) === JSON.stringify(other));

/** What is not the same in two states of the tables. */
export function changesBetween(before: MemoryTables, after: MemoryTables): RowChange[] {
  const tableIds = new Set([...before.keys(), ...after.keys()]);
  return [...tableIds].flatMap((tableId) =>
    before.get(tableId) === after.get(tableId) ? [] : changesOf(tableId, before.get(tableId), after.get(tableId)),
  );
}

function changesOf(tableId: string, before?: MemoryTable, after?: MemoryTable): RowChange[] {
  const rowIds = new Set([...(before?.rows.keys() ?? []), ...(after?.rows.keys() ?? [])]);
  return [...rowIds].flatMap((rowId): RowChange[] => {
    const [was, is] = [before?.rows.get(rowId), after?.rows.get(rowId)];
    if (was === is) return [];
    if (!was || !is) return [{ tableId, rowId, before: was ?? null, after: is ?? null }];
    const colIds = Object.keys(is).filter((colId) => !same(was[colId], is[colId]));
    const pick = (row: MemoryRow) => Object.fromEntries(colIds.map((colId) => [colId, row[colId] ?? null]));
    return colIds.length === 0 ? [] : [{ tableId, rowId, before: pick(was), after: pick(is) }];
  });
}

/** Takes changes back in tables that others may have changed since. */
export function revert(tables: MemoryTables, changes: readonly RowChange[]): MemoryTables {
  const reverted = new Map(tables);
  for (const { tableId, rowId, before } of changes) {
    const table = reverted.get(tableId);
    if (!table) continue;
    const rows = new Map(table.rows);
    if (before === null) rows.delete(rowId);
    else rows.set(rowId, { ...rows.get(rowId), ...before });
    reverted.set(tableId, { ...table, rows: new Map([...rows].toSorted(([one], [other]) => one - other)) });
  }
  return reverted;
}
