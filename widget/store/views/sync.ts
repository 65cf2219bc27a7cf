import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { ActivityEntry } from '../../../panel-api/activity.ts';
import type { ColumnProblem } from '../../../sync/guess/problems.ts';
import type { Remedy } from '../../../sync/guess/transform-for.ts';
import type { Binding } from '../../../sync/mapping.ts';
import type { ConflictRule, Direction } from '../../../sync/merge.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Transform } from '../../../sync/transforms/types.ts';

/** Which of three values a person decides for. */
export type Choice = 'before' | 'grist' | 'highlevel';

/** Who changed a value and when, as far as it is known; it is never guessed. */
export interface ChangeView {
  /** `null`: nobody who said who they are. */
  name: string | null;
  /** Epoch milliseconds. */
  at: number;
}

/** Both sides changed a field since they last agreed, and only a person can say which value is right. */
export interface ConflictView {
  /** What both last agreed on, and when; `null`: they never did. */
  before: { value: string; at: number } | null;
  grist: string;
  highlevel: string;
  gristBy: ChangeView | null;
  highlevelBy: ChangeView | null;
  /** The person put the decision off: the card is folded. */
  deferred: boolean;
}

/** Why a column does not carry values of its field, and what would end that. */
export interface ColumnIssue extends ColumnProblem {
  remedy: Remedy | null;
  columnLabel: string;
}

/** What is in the way of a field's column, and which side's value may be given to the other. */
export interface Standing {
  issue: ColumnIssue | null;
  offers: Readonly<{ grist: boolean; highlevel: boolean }>;
}

/** How far the copying of the log into a table of the document is. */
export interface CopyView {
  step: 'idle' | 'busy' | 'done';
  /** With `done`: how many entries were new. */
  added: number;
  failure: Failure | null;
}

/** What was done, by whom, and what became of it, newest first. It is read while somebody watches. */
export interface ActivityStore {
  readonly entries: ReadonlySignal<readonly ActivityEntry[]>;
  readonly more: ReadonlySignal<boolean>;
  readonly loading: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<Failure | null>;
  /** Of one contact, or `null`: of the whole document. */
  readonly contactId: Signal<string | null>;
  readonly search: Signal<string>;
  readonly problemsOnly: Signal<boolean>;
  /** Who this person is in HighLevel, if they said so. */
  readonly me: ReadonlySignal<{ highlevelUserId: string; name: string } | null>;
  readonly copying: ReadonlySignal<CopyView>;
  /** Reads, and keeps reading what is new, until the returned function is called. */
  watch(): () => void;
  older(): void;
  reload(): void;
  /** Adds to a table of the document what of the log is not in it. */
  copy(): void;
  introduce(highlevelUserId: string): void;
}

/** A column joined to a field, with what a person wants to know before trusting it. */
export interface BindingView extends Omit<Binding, 'direction'> {
  /** `null`: no value may run between the two. */
  direction: Direction | null;
  columnLabel: string;
  columnType: string;
  fieldLabel: string | null;
  /** What the transform makes of values in the document's own rows. */
  preview: readonly { text: string; becomes: string | null }[];
  /** What speaks against the column, or against some of its values. */
  problems: readonly ColumnProblem[];
  /** What would end the gravest of them. */
  remedy: Remedy | null;
  /** Why it goes one way whatever is wished: a formula takes no value, and of some fields HighLevel takes none. */
  fixed: 'computed' | 'only-reads' | null;
  /** The ways in which its texts may be meant; empty where there is one. */
  alternatives: readonly Transform[];
  /** May texts of it mean something else, as long as a person has not chosen? */
  isAmbiguous: boolean;
}

/** Which columns go with which fields, and how. */
export interface MappingStore {
  /** `null` until the document has told its columns. */
  readonly bindings: ReadonlySignal<readonly BindingView[] | null>;
  /** Columns that go with no field yet. */
  readonly freeColumns: ReadonlySignal<readonly { colId: string; label: string; type: string }[]>;
  /** Fields that go with no column yet; `label` is `null` for those that the panel has a word for. */
  readonly freeFields: ReadonlySignal<readonly { field: FieldRef; label: string | null }[]>;
  readonly conflictRule: ReadonlySignal<ConflictRule>;
  /** Are changes made in the grid sent without asking? */
  readonly automatic: ReadonlySignal<boolean>;
  change(field: FieldRef, change: Partial<Pick<Binding, 'direction' | 'transform' | 'onConflict'>>): void;
  /** Gives the column of a field another type, as one undo step; resolves with the reason where Grist refuses. */
  changeType(field: FieldRef, to: Remedy['to']): Promise<Failure | null>;
  add(colId: string, field: FieldRef): void;
  remove(field: FieldRef): void;
  /** Joins what can be told by names and values. */
  guess(): readonly string[];
  decideBy(rule: ConflictRule): void;
  setAutomatic(automatic: boolean): void;
}
