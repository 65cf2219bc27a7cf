import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { ValueKind } from '../../../sync/fields.ts';
import type { FieldPlan } from '../../../sync/plan.ts';
import type { FieldRef } from '../../../sync/refs.ts';

/** A row as a list names it; `''` when it has no name. */
export interface RowName {
  rowId: number;
  name: string;
}

/** A field of a row whose two sides do not mean the same, and what may become of it. */
export interface Difference {
  rowId: number;
  contactId: string;
  field: FieldRef;
  outcome: Exclude<FieldPlan['kind'], 'same'>;
  grist: string;
  highlevel: string;
}

/** A field of a row whose two sides differ, as it is listed. */
export interface DifferenceView extends Difference {
  /** The row's name, or `''`. */
  name: string;
  /** What HighLevel calls a custom field, or `null`. */
  label: string | null;
  kind: ValueKind;
  /** May HighLevel get Grist's value, by the direction of the column? */
  sendable: boolean;
  /** May the cell get HighLevel's value? */
  takeable: boolean;
  /** Somebody decided, and it is being written. */
  busy: boolean;
  /** Why it was not written. */
  failure: Failure | null;
}

export interface DriftView {
  /** `stopped`: by a person, or because HighLevel could not be asked any more; what was compared until then is listed. */
  step: 'new' | 'checking' | 'sending' | 'stopped' | 'done';
  /** Columns that were compared: without one, no row can differ. */
  columns: number;
  /** Rows with a contact. */
  rows: number;
  /** How many rows are to be compared or sent, and how many have been. */
  total: number;
  done: number;
  /** Rows of which at least one field differs. */
  differing: number;
  differences: readonly DifferenceView[];
  /** Differences that flow by themselves. */
  flowing: number;
  /** How many rows have no contact. */
  unlinked: number;
  /** HighLevel's list of contacts repeated itself, so contacts are read one by one. */
  repeats: boolean;
  /** Rows whose contact HighLevel no longer has. */
  gone: readonly RowName[];
  /** Rows that could not be compared. */
  unread: readonly (RowName & { failure: Failure })[];
  /** Why not even the rows could be read. */
  failure: Failure | null;
  /** When the check ended, epoch milliseconds. */
  asOf: number | null;
}

/** Compares the whole table with HighLevel, and settles what differs. */
export interface DriftStore {
  readonly view: ReadonlySignal<DriftView>;
  check(): void;
  /** Ends a check or a sending; what has begun for a row is finished. */
  stop(): void;
  /** Gives HighLevel what the cell holds, provided both still hold what is listed. */
  useGrist(difference: Difference): void;
  /** Gives the cell what HighLevel holds, under the same condition. */
  useHighLevel(difference: Difference): void;
  /** Lets flow what flows by itself; never a conflict. */
  sendAll(): void;
  /** Moves the panel to a row. Answers whether Grist did. */
  showRow(rowId: number): Promise<boolean>;
}
