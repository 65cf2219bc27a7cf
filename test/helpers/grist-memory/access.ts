import type { CellValue, TableData } from '../../../grist/doc.ts';
import type { RowChange } from './changes.ts';
import { GristRefusal } from './refusal.ts';
import type { MemoryRow, MemoryTables } from './tables.ts';

/** A cell of a row as it is before a change; a new row has no cells yet. */
export interface Cell {
  tableId: string;
  colId: string;
  row: MemoryRow;
}

/** What a document's access rules keep from a person. */
export interface AccessRules {
  /** The person only views the document. */
  readOnly?: boolean;
  /** May the cell not be changed? */
  isLocked?(cell: Cell): boolean;
  /** Is the cell censored? It can be written all the same. */
  isCensored?(cell: Cell): boolean;
  /** Is the row left out of what the person reads? It can be written all the same. */
  isHidden?(row: Pick<Cell, 'tableId' | 'row'>): boolean;
  /** May the table not be read at all, such as Grist's own tables about tables? */
  isClosed?(tableId: string): boolean;
}

/** A table as a person reads it (facts measured on Grist 1.7: a hidden row is missing, a hidden cell is `['C']`). */
export function seenBy(tableId: string, data: TableData, rules: AccessRules = {}): TableData {
  if (rules.isClosed?.(tableId)) throw new GristRefusal('Blocked by table read access rules', 'ACL_DENY');
  if (!rules.isHidden && !rules.isCensored) return data;
  const colIds = Object.keys(data).filter((colId) => colId !== 'id');
  const rowAt = (index: number): MemoryRow =>
    Object.fromEntries(colIds.map((colId) => [colId, data[colId]?.[index] ?? null]));
  const seen = [...data.id.keys()].filter((index) => !rules.isHidden?.({ tableId, row: rowAt(index) }));
  const cell = (colId: string, index: number): CellValue =>
    rules.isCensored?.({ tableId, colId, row: rowAt(index) }) ? ['C'] : (data[colId]?.[index] ?? null);
  return {
    ...Object.fromEntries(colIds.map((colId) => [colId, seen.map((index) => cell(colId, index))])),
    id: seen.map((index) => data.id[index] ?? 0),
  };
}

/** Throws where the rules forbid a change. What is written without changing anything is not looked at. */
export function checkChanges(changes: readonly RowChange[], before: MemoryTables, rules: AccessRules = {}): void {
  for (const { tableId, rowId, after } of changes) {
    const row = before.get(tableId)?.rows.get(rowId) ?? {};
    const locked = Object.keys(after ?? {}).some((colId) => rules.isLocked?.({ tableId, colId, row }));
    if (locked) throw new GristRefusal('Blocked by column update access rules', 'ACL_DENY');
  }
}
