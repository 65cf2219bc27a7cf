import type { Signal } from '@preact/signals';
import { openActivityTable } from './activity-table.ts';
import type { GristApi } from './api.ts';
import { listBoundColumns } from './bound-columns.ts';
import { columnFor, contactIdColumn } from './columns.ts';
import { toGristError } from './errors.ts';
import { createLinker } from './link.ts';
import { createMirrorVerbs } from './mirror.ts';
import type { Environment, Section, SectionState, WholeDocument, WidgetOptions } from './port.ts';
import { type Columns, readRow } from './row.ts';
import { choiceLooks, computedFields, readOrder, readRows } from './rows.ts';
import { showRow } from './show-row.ts';
import { createStructure } from './structure.ts';
import { guessTasksTable, isInDocument, tickRows } from './tasks-table.ts';
import { createRowWriter } from './write.ts';

/** What the section does with the document beyond reading the cursor's row. */
export type DocumentVerbs = Pick<
  Section,
  'readRow' | 'writeRow' | 'linkRow' | 'linkedRows' | 'tasksTable' | 'tickTask' | 'tables' | 'columns'
> &
  WholeDocument;

export interface DocumentOptions {
  grist: GristApi;
  environment: Environment;
  state: Signal<SectionState>;
  options: Signal<WidgetOptions>;
  /** Where the cursor is, and which columns the person mapped. */
  place: () => Columns;
}

/** Makes the verbs. They are a part of their own, fetched after the first paint, which needs none of them. */
export function createDocumentVerbs({ grist, environment, state, options, place }: DocumentOptions): DocumentVerbs {
  const structure = createStructure(grist);

  async function tasksTable() {
    const mirror = options.value.mirrors?.task;
    const { id: idColumn, done: doneColumn } = mirror?.columns ?? {};
    if (mirror && idColumn && doneColumn) return { tableId: mirror.tableId, idColumn, doneColumn };
    const chosen = options.value.tasksTable;
    if (chosen === null) return null;
    const tables = await structure.tables();
    // Without a readable structure the choice cannot be checked; Grist will tell when it is used.
    if (chosen && (tables.length === 0 || isInDocument(chosen, tables))) return chosen;
    const guessed = guessTasksTable(tables);
    // A table that is missing today may be made tomorrow.
    if (!guessed) structure.forget();
    return guessed;
  }

  /** The whole table can be read this way, rows outside the section's filter too (measured on Grist 1.7). */
  async function readAnyRow(rowId: number) {
    const { mapping, ...rest } = place();
    try {
      const record = await grist.docApi.fetchSelectedRecord(rowId, { keepEncoded: true, expandRefs: false });
      // Of a row that does not exist Grist sends no cells.
      const exists = record[columnFor(mapping, contactIdColumn) ?? ''] !== undefined;
      return exists ? readRow(rowId, record, { mapping, ...rest }) : null;
    } catch (error) {
      throw toGristError(error);
    }
  }

  return {
    readRow: readAnyRow,
    writeRow: createRowWriter({ grist, environment, structure, readRow: readAnyRow, place, state }),
    ...createLinker({ grist, environment, readRow: readAnyRow, place, state }),
    tasksTable,
    ...createMirrorVerbs({ grist, structure, options, place, timeZone: environment.timeZone }),
    tickTask: async (id, completed, description) => {
      const table = await tasksTable();
      return table !== null && tickRows(grist, table, { id, completed }, description);
    },
    columns: () => {
      structure.forget();
      return listBoundColumns(grist, structure, place());
    },
    rows: () => readRows(grist, structure, place(), readAnyRow),
    inOrder: () => readOrder(grist, place()),
    computed: () => computedFields(structure, place()),
    choiceLooks: () => choiceLooks(structure, place()),
    showRow: (rowId) => showRow(grist, rowId),
    activityTable: () => openActivityTable(grist, environment),
    tables: () => {
      structure.forget();
      return structure.tables();
    },
  };
}
