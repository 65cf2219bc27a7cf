import type { CellValue, UserAction } from '../../../grist/doc.ts';
import { convert, defaultOf, guessType } from './cell-values.ts';
import { sandboxRefusal } from './refusal.ts';
import {
  columnOf,
  columnsTable,
  type MemoryColumn,
  type MemoryRow,
  type MemoryTable,
  type MemoryTables,
  tableOf,
} from './tables.ts';

export interface Applied {
  tables: MemoryTables;
  returned: unknown;
}

type Cells = Readonly<Record<string, CellValue>>;
type Columns = Readonly<Record<string, readonly CellValue[]>>;
type RowIds = readonly (number | null)[];

/** Applies one user action to the tables as they are, or throws what Grist's data engine says to it. */
export function applyAction(tables: MemoryTables, [name, ...parts]: UserAction): Applied {
  const act = actions[name];
  if (!act) throw sandboxRefusal(`ValueError Unknown action ${name}`);
  // As a server gets them: what is `undefined` vanishes.
  return act(tables, ...(JSON.parse(JSON.stringify(parts)) as never[]));
}

const actions: Readonly<Record<string, (tables: MemoryTables, ...parts: never[]) => Applied>> = {
  AddTable: (tables, wanted: string, infos: readonly ColumnInfo[]) => {
    const { table, ...added } = addTable(tables, wanted, infos);
    const page = addPage(added.tables, table);
    return { tables: page?.tables ?? added.tables, returned: { ...added.returned, views: page ? [page.view] : [] } };
  },
  RemoveTable: (tables, tableId: string) => {
    const ref = tableOf(tables, tableId).ref;
    return { tables: new Map([...tables].filter(([, table]) => table.ref !== ref)), returned: null };
  },
  AddColumn: addColumn,
  ModifyColumn: (tables, tableId: string, colId: string, info: ColumnInfo) =>
    put(tables, modified(tableOf(tables, tableId), colId, info)),
  RenameColumn: (tables, tableId: string, colId: string, next: string) => ({
    ...put(tables, renamed(tableOf(tables, tableId), colId, next)),
    returned: next,
  }),
  RemoveColumn: (tables, tableId: string, colId: string) => {
    const table = tableOf(tables, tableId);
    columnOf(table, colId);
    return put(tables, { ...table, columns: table.columns.filter((column) => column.colId !== colId) });
  },
  AddVisibleColumn: addColumn,
  SetDisplayFormula: (tables) => ({ tables, returned: null }),
  AddRecord: (tables, tableId: string, rowId: number | null, cells: Cells) => {
    const added = addRows(tableOf(tables, tableId), [rowId], asColumns(cells));
    return { ...put(tables, added.table), returned: added.rowIds[0] };
  },
  BulkAddRecord: (tables, tableId: string, rowIds: RowIds, columns: Columns) => {
    const added = addRows(tableOf(tables, tableId), rowIds, columns);
    return { ...put(tables, added.table), returned: added.rowIds };
  },
  UpdateRecord: (tables, tableId: string, rowId: number, cells: Cells) =>
    tableId === columnsTable
      ? put(tables, withMore(tables, rowId, cells))
      : put(tables, updateRows(tableOf(tables, tableId), [rowId], asColumns(cells))),
  BulkUpdateRecord: (tables, tableId: string, rowIds: readonly number[], columns: Columns) =>
    put(tables, updateRows(tableOf(tables, tableId), rowIds, columns)),
  RemoveRecord: (tables, tableId: string, rowId: number) => put(tables, removeRows(tableOf(tables, tableId), [rowId])),
  BulkRemoveRecord: (tables, tableId: string, rowIds: readonly number[]) =>
    put(tables, removeRows(tableOf(tables, tableId), rowIds)),
  // It computes what is due, here nothing.
  Calculate: (tables) => ({ tables, returned: null }),
};

const put = (tables: MemoryTables, table: MemoryTable): Applied => ({
  tables: new Map([...tables].map(([tableId, one]) => [tableId, one.ref === table.ref ? table : one])),
  returned: null,
});

const asColumns = (cells: Cells): Columns =>
  Object.fromEntries(Object.entries(cells).map(([colId, value]) => [colId, [value]]));

interface ColumnInfo {
  id?: string;
  label?: string;
  type?: string;
  isFormula?: boolean;
  formula?: string;
  widgetOptions?: string;
}

const lastRef = (tables: MemoryTables) =>
  Math.max(0, ...[...tables.values()].flatMap(({ columns }) => columns.map(({ ref }) => ref)));

const newColumn = ({ id = '', formula = '', ...info }: ColumnInfo, ref: number): MemoryColumn => ({
  ...{ ref, colId: id, label: info.label ?? id, type: info.type ?? 'Any', formula, more: {} },
  ...{ isFormula: info.isFormula ?? formula !== '', widgetOptions: info.widgetOptions ?? '' },
});

function addColumn(tables: MemoryTables, tableId: string, wanted: string, info: ColumnInfo): Applied {
  const table = tableOf(tables, tableId);
  let colId = wanted;
  for (let number = 2; table.columns.some((column) => column.colId === colId); number++) colId = `${wanted}${number}`;
  const column = newColumn({ ...info, id: colId }, lastRef(tables) + 1);
  return { ...put(tables, withColumns(table, [...table.columns, column])), returned: { colRef: column.ref, colId } };
}

/** Of a name that is taken Grist makes another. */
function addTable(tables: MemoryTables, wanted: string, infos: readonly ColumnInfo[]) {
  let tableId = wanted;
  for (let number = 2; tables.has(tableId); number++) tableId = `${wanted}${number}`;
  const ref = Math.max(0, ...[...tables.values()].map((table) => table.ref)) + 1;
  const first = lastRef(tables) + 1;
  const columns = [{ id: 'manualSort', type: 'ManualSortPos' }, ...infos].map((info, index) =>
    newColumn(info, first + index),
  );
  const table = { ref, tableId, columns, rows: new Map<number, MemoryRow>() };
  return {
    tables: new Map([...tables, [tableId, table]]),
    table,
    returned: { id: ref, table_id: tableId, columns: columns.slice(1).map(({ colId }) => colId) },
  };
}

/** In a document that has pages, a new table has a page of its own with its grid, and a field of it for each column. */
function addPage(tables: MemoryTables, { ref, tableId, columns }: MemoryTable) {
  if (!tables.has('_grist_Views_section_field') || tableId.startsWith('_grist_')) return null;
  let next = tables;
  const add = (own: string, cells: Cells) => {
    const added = addRows(tableOf(next, own), [null], asColumns(cells));
    next = put(next, added.table).tables;
    return added.rowIds[0] ?? 0;
  };
  const id = add('_grist_Views', { name: tableId });
  const grid = add('_grist_Views_section', { tableRef: ref, parentId: id, parentKey: 'record' });
  for (const column of columns.slice(1)) add('_grist_Views_section_field', { parentId: grid, colRef: column.ref });
  return { tables: next, view: { id, sections: [grid] } };
}

function withColumns(table: MemoryTable, columns: readonly MemoryColumn[]): MemoryTable {
  const defaults = Object.fromEntries(columns.map(({ colId, type }) => [colId, defaultOf(type)]));
  return { ...table, columns, rows: new Map([...table.rows].map(([rowId, row]) => [rowId, { ...defaults, ...row }])) };
}

function modified(table: MemoryTable, colId: string, { id: _, ...info }: ColumnInfo): MemoryTable {
  columnOf(table, colId);
  const columns = table.columns.map((column) => (column.colId === colId ? { ...column, ...info } : column));
  const { type } = columnOf({ ...table, columns }, colId);
  const rows = [...table.rows].map(([rowId, row]) => {
    const cell = row[colId] ?? null;
    return [rowId, { ...row, [colId]: cell === null ? defaultOf(type) : convert(cell, type) }] as const;
  });
  return { ...table, columns, rows: new Map(rows) };
}

function renamed(table: MemoryTable, colId: string, next: string): MemoryTable {
  columnOf(table, colId);
  const columns = table.columns.map((column) => (column.colId === colId ? { ...column, colId: next } : column));
  const rows = [...table.rows].map(
    ([rowId, { [colId]: cell = null, ...row }]) => [rowId, { ...row, [next]: cell }] as const,
  );
  return { ...table, columns, rows: new Map(rows) };
}

function withMore(tables: MemoryTables, ref: number, more: Cells): MemoryTable {
  const table = [...tables.values()].find(({ columns }) => columns.some((column) => column.ref === ref));
  if (!table) throw sandboxRefusal(`AssertionError docactions.[Bulk]UpdateRecord for non-existent record #${ref}`);
  const columns = table.columns.map((column) =>
    column.ref === ref ? { ...column, more: { ...column.more, ...more } } : column,
  );
  return { ...table, columns };
}

/** Columns that take these values: a computed one refuses them, one that was never filled takes their type. */
function accepting(table: MemoryTable, values: Columns): MemoryTable {
  let accepted = table;
  for (const [colId, cells] of Object.entries(values)) {
    const { isFormula, formula, type } = columnOf(accepted, colId);
    if (!isFormula) continue;
    if (formula !== '') throw sandboxRefusal(`ValueError Can't save value to formula column ${colId}`);
    const guessed = type === 'Any' ? guessType(cells) : type;
    if (guessed) accepted = modified(accepted, colId, { isFormula: false, type: guessed });
  }
  return accepted;
}

function addRows(given: MemoryTable, wanted: RowIds, columns: Columns) {
  const table = accepting(given, columns);
  let last = Math.max(0, ...table.rows.keys());
  const known = wanted.find((rowId) => rowId !== null && table.rows.has(rowId));
  if (known) throw sandboxRefusal(`AssertionError docactions.[Bulk]AddRecord for existing record #${known}`);
  const rowIds = wanted.map((rowId) => {
    last = rowId ?? last + 1;
    return last;
  });
  const defaults = Object.fromEntries(table.columns.map(({ colId, type }) => [colId, defaultOf(type)]));
  const added = rowIds.map((rowId, index): [number, MemoryRow] => [
    rowId,
    { ...defaults, manualSort: rowId, ...rowAt(table, columns, index) },
  ]);
  return { table: { ...table, rows: new Map([...table.rows, ...added]) }, rowIds };
}

const rowAt = (table: MemoryTable, columns: Columns, index: number): MemoryRow =>
  Object.fromEntries(
    Object.entries(columns).map(([colId, cells]) => [
      colId,
      convert(cells[index] ?? null, columnOf(table, colId).type),
    ]),
  );

function updateRows(given: MemoryTable, rowIds: readonly number[], columns: Columns): MemoryTable {
  const table = accepting(given, columns);
  const rows = new Map(table.rows);
  for (const [index, rowId] of rowIds.entries()) {
    const row = rows.get(rowId);
    if (!row) throw sandboxRefusal(`AssertionError docactions.[Bulk]UpdateRecord for non-existent record #${rowId}`);
    rows.set(rowId, { ...row, ...rowAt(table, columns, index) });
  }
  return { ...table, rows };
}

function removeRows(table: MemoryTable, rowIds: readonly number[]): MemoryTable {
  const gone = new Set(rowIds);
  return { ...table, rows: new Map([...table.rows].filter(([rowId]) => !gone.has(rowId))) };
}
