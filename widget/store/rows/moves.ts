import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Row } from '../../section/port.ts';
import type { Notices } from '../notices.ts';
import type { Move, MovesPart, Place } from '../views/moves.ts';
import type { FindRowOptions } from './find-row.ts';

interface MovesOptions extends FindRowOptions {
  row: ReadonlySignal<Row | null>;
  notices: Notices;
}

/** What is said when no further row is of that kind. */
const ends = {
  next: 'last-row',
  previous: 'first-row',
  'open-task': 'no-open-task',
  overdue: 'no-overdue-task',
  grid: 'not-moved',
} as const;

/**
 * Moves the panel from row to row. Grist moves only the cursor of the panel's own section, never that of the grid that it follows
 * (measured on Grist 1.7): where the two part, `place` says so, and a click in the grid joins them again.
 */
export function createMoves({ row, notices, ...options }: MovesOptions): MovesPart & { dispose(): void } {
  const place = signal<Place | null>(null);
  /** The row that the last move led to, and the grid's row before the first. */
  let shown: number | null = null;
  let gridRow: number | null = null;

  const dispose = effect(() => {
    const rowId = row.value?.rowId;
    if (rowId === undefined || rowId === shown) return;
    shown = null;
    gridRow = rowId;
    place.value = null;
  });

  async function go(move: Move): Promise<void> {
    const from = row.peek()?.rowId;
    if (from === undefined) return;
    const grid = gridRow ?? from;
    try {
      const { findRow } = await import('./find-row.ts');
      const { order, rowId } = await findRow(options, move === 'grid' ? { rowId: grid, contactId: '' } : move, from);
      // Meanwhile the person chose another row.
      if (row.peek()?.rowId !== from) return;
      if (rowId === undefined) {
        notices.show(typeof move === 'string' ? ends[move] : 'not-moved');
        return;
      }
      // Before the move, because Grist may send the row before it answers.
      shown = rowId;
      await (await options.section.whole()).showRow(rowId);
      const at = (wanted: number) => order.indexOf(wanted) + 1;
      // A filter may have taken the grid's row out of the section: then there is no way back to it.
      place.value = { row: at(rowId), rows: order.length, gridRow: rowId === grid ? null : at(grid) || null };
    } catch {
      shown = row.peek()?.rowId ?? null;
      notices.show('not-moved');
    }
  }

  return { place, go, dispose };
}
