import type { CellValue, TableData } from '../../../grist/doc.ts';
import { sandboxRefusal } from './refusal.ts';

export interface MemoryColumn {
  ref: number;
  colId: string;
  label: string;
  type: string;
  isFormula: boolean;
  formula: string;
  widgetOptions: string;
  /** What else Grist keeps of a column, such as `visibleCol`. */
  more: Readonly<Record<string, CellValue>>;
}

export type MemoryRow = Readonly<Record<string, CellValue>>;

/** A table as it is at one moment: a change makes another one. */
export interface MemoryTable {
  ref: number;
  tableId: string;
  columns: readonly MemoryColumn[];
  rows: ReadonlyMap<number, MemoryRow>;
}

/** By table id. */
export type MemoryTables = ReadonlyMap<string, MemoryTable>;

export function tableOf(tables: MemoryTables, tableId: string): MemoryTable {
  const table = tables.get(tableId);
  if (!table) throw sandboxRefusal(`KeyError '${tableId}'`);
  return table;
}

export function columnOf({ columns }: MemoryTable, colId: string): MemoryColumn {
  const column = columns.find((one) => one.colId === colId);
  if (!column) throw sandboxRefusal(`KeyError '${colId}'`);
  return column;
}

export function dataOf({ columns, rows }: MemoryTable): TableData {
  const cells = columns.map(({ colId }) => [colId, [...rows.values()].map((row) => row[colId] ?? null)] as const);
  return { ...Object.fromEntries(cells), id: [...rows.keys()] };
}

export const tablesTable = '_grist_Tables';
export const columnsTable = '_grist_Tables_column';

/** Grist's own tables about tables. */
export function metadataOf(tables: MemoryTables, tableId: string): TableData | null {
  const all = [...tables.values()].filter((table) => !table.tableId.startsWith('_grist_'));
  if (tableId === tablesTable)
    return {
      id: all.map(({ ref }) => ref),
      tableId: all.map((table) => table.tableId),
      summarySourceTable: all.map(() => 0),
    };
  if (tableId !== columnsTable) return null;
  const columns = all.flatMap((table) => table.columns.map((column) => ({ ...column, parentId: table.ref })));
  const keys = ['parentId', 'colId', 'label', 'type', 'isFormula', 'formula', 'widgetOptions'] as const;
  const more = [...new Set(columns.flatMap((column) => Object.keys(column.more)))];
  return {
    ...Object.fromEntries(keys.map((key) => [key, columns.map((column) => column[key])])),
    ...Object.fromEntries(more.map((key) => [key, columns.map((column) => column.more[key] ?? null)])),
    id: columns.map(({ ref }) => ref),
  };
}
