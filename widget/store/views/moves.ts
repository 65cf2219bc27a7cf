import type { ReadonlySignal } from '@preact/signals';

/** A row by its id, or by its contact. */
export interface RowOf {
  rowId: number | null;
  contactId: string;
}

/**
 * Where a move leads: to a neighbour, to the next row whose contact has an open or an overdue task, to the grid's row, or to a
 * given one.
 */
export type Move = 'next' | 'previous' | 'open-task' | 'overdue' | 'grid' | RowOf;

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
