import type { CellValue, UserAction } from '../../../grist/doc.ts';
import { createMemoryDocument, type MemoryDocument } from './document.ts';

/** A column of a table that a test begins with: its type, what Grist keeps of it, and its cells. */
export interface ColumnOf {
  type: string;
  cells?: readonly CellValue[];
  label?: string;
  formula?: string;
  widgetOptions?: string;
}

/** Tables by id, each with its columns by colId; rows are numbered from 1 unless `rowIds` says otherwise. */
export type TablesOf = Readonly<Record<string, Readonly<Record<string, ColumnOf>>>>;

/** A document in memory that holds these tables. */
export function documentWith(
  tables: TablesOf,
  rowIds: Readonly<Record<string, readonly number[]>> = {},
): MemoryDocument {
  const document = createMemoryDocument();
  for (const [tableId, columns] of Object.entries(tables)) {
    const infos = Object.entries(columns).map(([id, { cells: _, formula: __, ...info }]) => ({
      id,
      isFormula: false,
      ...info,
    }));
    const filled = Object.entries(columns).filter(([, { cells }]) => cells !== undefined);
    const ids = rowIds[tableId] ?? (filled[0]?.[1].cells ?? []).map((_, index) => index + 1);
    const cells = Object.fromEntries(filled.map(([colId, column]) => [colId, column.cells]));
    const formulas = Object.entries(columns).flatMap(([colId, { formula }]): UserAction[] =>
      formula === undefined ? [] : [['ModifyColumn', tableId, colId, { isFormula: true, formula }]],
    );
    document.apply([['AddTable', tableId, infos], ['BulkAddRecord', tableId, ids, cells], ...formulas]);
  }
  return document;
}
