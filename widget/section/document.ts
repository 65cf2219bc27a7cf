import type { Signal } from '@preact/signals';
import { GristError, type PageDoc } from '../../grist/doc.ts';
import { openActivityTable } from '../../grist/log-table.ts';
import { createPluginDoc } from '../../grist/plugin.ts';
import { createStructure } from '../../grist/structure.ts';
import { guessTasksTable, isInDocument, tickRows } from '../../grist/tasks-table.ts';
import type { DocumentApi } from './api.ts';
import { listBoundColumns } from './bound-columns.ts';
import { changeType } from './change-type.ts';
import { createContactVerbs } from './contacts.ts';
import { createEntryVerbs } from './entries.ts';
import type { Environment, Section, SectionState, WholeDocument, WidgetOptions } from './port.ts';
import type { Columns } from './row.ts';
import { mappedColumns, readOrder } from './rows.ts';
import { showRow } from './show-row.ts';

/** What the section does with the document beyond reading the cursor's row. */
export type DocumentVerbs = Pick<
  Section,
  | 'readRow'
  | 'writeRow'
  | 'linkRow'
  | 'linkedRows'
  | 'tasksTable'
  | 'tickTask'
  | 'tables'
  | 'columns'
  | 'contactTable'
  | 'entryTable'
> &
  WholeDocument;

export interface DocumentOptions {
  grist: DocumentApi;
  environment: Environment;
  state: Signal<SectionState>;
  options: Signal<WidgetOptions>;
  /** Where the cursor is, and which columns the person mapped. */
  columns: () => Columns;
}

const readOnlyError = () => new GristError('read-only', 'No write access');

/** Makes the verbs. They are a part of their own, fetched after the first paint, which needs none of them. */
export function createDocumentVerbs({ grist, environment, state, options, columns }: DocumentOptions): DocumentVerbs {
  const plugin = createPluginDoc(grist.docApi);
  const refuse = () => Promise.reject(readOnlyError());
  const doc: PageDoc = environment.readOnly ? { ...plugin, apply: refuse, applyBoth: refuse } : plugin;
  const structure = createStructure(doc);
  const { contactTable, ...contacts } = createContactVerbs({ grist, doc, structure, state, columns });

  async function tasksTable() {
    const place = options.value.mirrors?.task;
    const { id: idColumn, done: doneColumn } = place?.columns ?? {};
    if (place && idColumn && doneColumn) return { tableId: place.tableId, idColumn, doneColumn };
    const chosen = options.value.tasksTable;
    if (chosen === null) return null;
    const tables = await structure.tables();
    // Without a readable structure the choice cannot be checked; a call that uses it will fail.
    if (chosen && (tables.length === 0 || isInDocument(chosen, tables))) return chosen;
    const guessed = guessTasksTable(tables);
    // A table that is missing today may be made tomorrow.
    if (!guessed) structure.forget();
    return guessed;
  }

  return {
    ...contacts,
    ...createEntryVerbs({ doc, structure, options, columns, timeZone: environment.timeZone }),
    contactTable: async () => contactTable(),
    tasksTable,
    tickTask: async (id, completed, description) => {
      const table = await tasksTable();
      return table !== null && tickRows(doc, table, { id, completed }, description);
    },
    columns: () => {
      structure.forget();
      return listBoundColumns(doc, structure, columns());
    },
    inOrder: () => readOrder(grist, columns()),
    mappedColumns: () => mappedColumns(structure, columns()),
    changeType: (colId, type, description) =>
      changeType({ doc, structure, tableId: columns().tableId }, colId, type, description),
    showRow: (rowId) => showRow(grist, rowId),
    activityTable: async () => {
      if (environment.readOnly) throw readOnlyError();
      return openActivityTable(doc, environment.timeZone);
    },
    setup: async () => {
      const { createSetupVerbs } = await import('./setup.ts');
      return createSetupVerbs({ doc, structure, tableId: () => columns().tableId });
    },
    tables: () => {
      structure.forget();
      return structure.tables();
    },
  };
}
