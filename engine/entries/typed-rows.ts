import type { EntryRow } from '../../sync/entries.ts';

/** Milliseconds. */
const restTime = 3_000;

/** Knows how long rows that are typed in the grid have been as they are. */
export interface TypedRows {
  /** Notes the rows of a table as they are now. */
  note(tableId: string, rows: readonly EntryRow[]): void;
  /** Milliseconds until the row has rested; 0 when it has. */
  restOf(tableId: string, row: EntryRow): number;
}

/** A row is typed cell by cell: it is taken when it did not change for some seconds. */
export function createTypedRows(): TypedRows {
  const tables = new Map<string, ReadonlyMap<number, { text: string; since: number }>>();
  const textOf = ({ values }: EntryRow) => JSON.stringify(values);

  return {
    note(tableId, rows) {
      const before = tables.get(tableId);
      const now = rows
        .filter(({ id }) => id === '')
        .map((row) => {
          const known = before?.get(row.rowId);
          const text = textOf(row);
          return [row.rowId, known?.text === text ? known : { text, since: Date.now() }] as const;
        });
      tables.set(tableId, new Map(now));
    },
    restOf(tableId, row) {
      const known = tables.get(tableId)?.get(row.rowId);
      return known?.text === textOf(row) ? Math.max(0, known.since + restTime - Date.now()) : restTime;
    },
  };
}
