import type { CellValue, GristApi, TableData } from './api.ts';
import { choicesIn } from './choices.ts';
import type { TableChoice } from './port.ts';

/** The document's tables and columns, read from Grist's own tables about tables. */
export interface Structure {
  /** Empty when an access rule hides the structure. */
  tables(): Promise<readonly TableChoice[]>;
  /** Grist's type of a column, such as `Date` or `DateTime:Europe/Paris`; `undefined` when it cannot be known. */
  typeOf(tableId: string, colId: string): Promise<string | undefined>;
  /** Reads anew next time. */
  forget(): void;
}

/** Reads the structure once and keeps it until told to forget. */
export function createStructure(grist: GristApi): Structure {
  let known: Promise<readonly TableChoice[]> | null = null;

  const read = async () => {
    const [tables, columns] = await Promise.all([
      grist.docApi.fetchTable('_grist_Tables'),
      grist.docApi.fetchTable('_grist_Tables_column'),
    ]);
    return readStructure(tables, columns);
  };

  /** Grist's own tables may be closed to a person by access rules: then types stay unknown, and text is written. */
  const tables = () => {
    known ??= read().catch(() => {
      known = null;
      return [];
    });
    return known;
  };

  return {
    tables,
    typeOf: async (tableId, colId) =>
      (await tables()).find((table) => table.tableId === tableId)?.columns.find((column) => column.colId === colId)
        ?.type,
    forget: () => {
      known = null;
    },
  };
}

const words = (cell: CellValue | undefined) => (typeof cell === 'string' ? cell : '');

/** Joins the two tables. Summary tables and helper columns are Grist's own and left out. */
export function readStructure(tables: TableData, columns: TableData): readonly TableChoice[] {
  const columnsOf = (tableRef: CellValue) =>
    (columns.id ?? []).flatMap((_, index) => {
      const colId = words(columns.colId?.[index]);
      const ours =
        columns.parentId?.[index] === tableRef && colId !== 'manualSort' && !colId.startsWith('gristHelper_');
      const label = words(columns.label?.[index]) || colId;
      if (!ours || colId === '') return [];
      return [
        {
          colId,
          label,
          type: words(columns.type?.[index]),
          // A column that was never filled is a formula without one, until something is written to it.
          ...(columns.isFormula?.[index] === true && columns.formula?.[index] !== '' && { isFormula: true }),
          ...choicesIn(words(columns.widgetOptions?.[index])),
        },
      ];
    });
  return (tables.id ?? []).flatMap((tableRef, index) => {
    const tableId = words(tables.tableId?.[index]);
    const hidden = tableId === '' || tableId.startsWith('GristHidden_') || Boolean(tables.summarySourceTable?.[index]);
    return hidden ? [] : [{ tableId, columns: columnsOf(tableRef) }];
  });
}
