import type { ReadonlySignal } from '@preact/signals';

/** Where a move leads: to a neighbour, to the next row whose contact has an open or an overdue task, or to the grid's row. */
export type Move = 'next' | 'previous' | 'open-task' | 'overdue' | 'grid';

/** Positions in the section's order, from 1. */
export interface Place {
  row: number;
  rows: number;
  /** The row of the grid, if the panel has left it; `null` if both show the same row. */
  gridRow: number | null;
}

/** Moves from row to row with the focus in the panel. */
export interface MovesPart {
  /** `null` until the first move, and after a click in the grid. */
  readonly place: ReadonlySignal<Place | null>;
  /** Never rejects: a move that leads nowhere, or fails, ends in a toast. */
  go(move: Move): Promise<void>;
}
