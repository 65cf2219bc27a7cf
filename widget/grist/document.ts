import type { Signal } from '@preact/signals';
import type { ColumnMap, GristApi } from './api.ts';
import type { Environment, Section, SectionState, WidgetOptions } from './port.ts';
import { createStructure } from './structure.ts';
import { guessTasksTable, isInDocument, tickRows } from './tasks-table.ts';
import { createRowWriter } from './write.ts';

/** What the section does with the document beyond reading the cursor's row. */
export type DocumentVerbs = Pick<Section, 'writeRow' | 'tasksTable' | 'tickTask' | 'tables'>;

export interface DocumentOptions {
  grist: GristApi;
  environment: Environment;
  state: Signal<SectionState>;
  options: Signal<WidgetOptions>;
  /** Where the cursor is, and which columns the person mapped. */
  place: () => { tableId: string; mapping: ColumnMap | null };
}

/** Makes the verbs. They are a part of their own, fetched after the first paint, which needs none of them. */
export function createDocumentVerbs({ grist, environment, state, options, place }: DocumentOptions): DocumentVerbs {
  const structure = createStructure(grist);

  async function tasksTable() {
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

  return {
    writeRow: createRowWriter({ grist, environment, structure, place, state }),
    tasksTable,
    tickTask: async (id, completed, description) => {
      const table = await tasksTable();
      return table !== null && tickRows(grist, table, { id, completed }, description);
    },
    tables: () => {
      structure.forget();
      return structure.tables();
    },
  };
}
