import type { GristDoc } from './doc.ts';

/** Finds the row id of a column in Grist's table of columns; `undefined` where there is no such column. */
export type RefOf = (tableId: string, colId: string) => number | undefined;

/** Reads the row ids by which Grist's own tables name columns. Throws `GristError`. */
export async function readColumnRefs(doc: GristDoc): Promise<RefOf> {
  const [tables, columns] = await Promise.all([
    doc.fetchTable('_grist_Tables'),
    doc.fetchTable('_grist_Tables_column'),
  ]);
  const keyOf = (tableRef: unknown, colId: unknown) => JSON.stringify([tableRef, colId]);
  const refs = new Map(columns.id.map((ref, at) => [keyOf(columns.parentId?.[at], columns.colId?.[at]), ref]));
  return (tableId, colId) => refs.get(keyOf(tables.id[tables.tableId?.indexOf(tableId) ?? -1], colId));
}
