import { type ChoiceLooks, choicesIn } from './choices.ts';
import type { CellValue, GristDoc, TableData } from './doc.ts';

export interface TableColumn {
  colId: string;
  label: string;
  /** Grist's own, such as `Date` or `Ref:People`. */
  type: string;
  /** Computed: Grist refuses to write it. */
  isFormula?: boolean;
  /**
   * Never filled, and without a type: Grist guesses one from the first texts and converts them, `+15550001` to a date in the
   * year 2123 (measured on Grist 1.7). A writer gives the column a type first.
   */
  isBlank?: boolean;
  /** Of a Choice or ChoiceList column. */
  choices?: readonly string[];
  /** The choices that have colours of their own. */
  looks?: ChoiceLooks;
}

/** A table of the document with its columns. */
export interface TableChoice {
  tableId: string;
  columns: readonly TableColumn[];
}

/** The document's tables and columns, read from Grist's own tables about tables. */
export interface Structure {
  /** Empty when an access rule hides the structure. */
  tables(): Promise<readonly TableChoice[]>;
  /** The columns of a table by colId; `undefined` when the structure is hidden or has no such table. */
  columnsOf(tableId: string): Promise<ReadonlyMap<string, TableColumn> | undefined>;
  /** The structure is read again the next time it is needed. */
  forget(): void;
}

/** Reads the structure once and keeps it until `forget`. */
export function createStructure(doc: GristDoc): Structure {
  let known: Promise<readonly TableChoice[]> | null = null;

  const read = async () => {
    const [tables, columns] = await Promise.all([
      doc.fetchTable('_grist_Tables'),
      doc.fetchTable('_grist_Tables_column'),
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
    columnsOf: async (tableId) => {
      const table = (await tables()).find((one) => one.tableId === tableId);
      return table && new Map(table.columns.map((column) => [column.colId, column]));
    },
    forget: () => {
      known = null;
    },
  };
}

const words = (cell: CellValue | undefined) => (typeof cell === 'string' ? cell : '');

/** Joins the two tables. Summary tables and helper columns are Grist's own and left out. */
function readStructure(tables: TableData, columns: TableData): readonly TableChoice[] {
  const byTable = new Map<CellValue | undefined, TableColumn[]>();
  for (const index of columns.id.keys()) {
    const colId = words(columns.colId?.[index]);
    if (colId === '' || colId === 'manualSort' || colId.startsWith('gristHelper_')) continue;
    const tableRef = columns.parentId?.[index];
    const type = words(columns.type?.[index]);
    // A column that was never filled is a formula without one, until something is written to it.
    const isFormula = columns.isFormula?.[index] === true;
    const isUnfilled = isFormula && columns.formula?.[index] === '';
    const column: TableColumn = {
      colId,
      label: words(columns.label?.[index]) || colId,
      type,
      ...(isFormula && !isUnfilled && { isFormula }),
      ...(isUnfilled && type === 'Any' && { isBlank: true }),
      ...choicesIn(words(columns.widgetOptions?.[index])),
    };
    byTable.set(tableRef, [...(byTable.get(tableRef) ?? []), column]);
  }
  return tables.id.flatMap((tableRef, index) => {
    const tableId = words(tables.tableId?.[index]);
    const hidden = tableId === '' || tableId.startsWith('GristHidden_') || Boolean(tables.summarySourceTable?.[index]);
    return hidden ? [] : [{ tableId, columns: byTable.get(tableRef) ?? [] }];
  });
}
