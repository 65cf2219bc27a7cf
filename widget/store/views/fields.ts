import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { ChoiceLooks } from '../../../grist/choices.ts';
import type { ValueKind } from '../../../sync/fields.ts';
import type { Remedy } from '../../../sync/guess/transform-for.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Choice, ColumnIssue, ConflictView, Standing } from './sync.ts';

/** Nothing (`none`) means saved in both places. */
export type Mark = 'none' | 'saving' | 'unsaved' | 'differs' | 'failed' | 'conflict';

/**
 * Why a change of the grid waits for a person: it does not look like such a value, it came to more than 20 rows at once, or the
 * document's settings say so.
 */
export type Asks = 'doubtful' | 'many-rows' | 'by-setting';

export interface FieldView {
  key: FieldRef;
  kind: ValueKind;
  /** What HighLevel calls a custom field; `null` for the fields that the panel has a word for. */
  label: string | null;
  /** With kind `choice` or `choices`: what may be chosen. */
  choices: readonly string[];
  /** How its column paints them, where it does. */
  looks?: ChoiceLooks | undefined;
  /** May it be emptied? */
  clearable: boolean;
  /** Confirmed, overlaid with pending; before HighLevel answers, the row's own value. */
  value: string;
  mark: Mark;
  /** Text that was typed and not saved: it survives refusals, row changes and reloads. */
  draft: string | null;
  failure: Failure | null;
  /** With mark `differs`: what the Grist cell holds. */
  inGrist: string | null;
  /** With mark `differs`: the grid changed it, and it is sent when a person says so. */
  asks: Asks | null;
  /** What is in the way of its column, where that is why both sides differ. */
  issue: ColumnIssue | null;
  /** With mark `differs`: which side's value may be given to the other. */
  offers: Standing['offers'];
  /** With mark `conflict`. */
  conflict: ConflictView | null;
  editable: true | 'read-only' | 'not-in-api' | 'loading';
}

/**
 * The fields of the shown contact. Verbs act on the contact shown at that moment. When the row changes while a person types,
 * nothing has to be done: text given to `keepDraft` is saved to the contact it was typed for, or kept there with the reason
 * why not.
 */
export interface FieldsPart {
  /** The standard fields, and any other that has a column or is being changed. */
  readonly shown: ReadonlySignal<readonly FieldView[]>;
  /** All other fields: tags, business, zone, channels, custom ones. Computed only while it is read. */
  readonly more: ReadonlySignal<readonly FieldView[]>;
  /** Starts a save of one field: HighLevel first, then the mapped cell. Invalid text is kept as a draft with the reason. */
  save(key: FieldRef, text: string): void;
  /** Keeps typed text without saving it; `null` forgets it. */
  keepDraft(key: FieldRef, text: string | null): void;
  retry(key: FieldRef): void;
  /** Drops the draft and shows what is saved. */
  discard(key: FieldRef): void;
  /** After `changed`: overwrite knowingly. */
  overwrite(key: FieldRef): void;
  /** Gives both sides the chosen value; with `always`, the column keeps deciding so. */
  resolve(key: FieldRef, choice: Choice, always: boolean): void;
  /** Gives the column of a field another type, as one undo step; resolves with the reason where Grist refuses. */
  changeType(key: FieldRef, to: Remedy['to']): Promise<Failure | null>;
  /** Folds the card; the field stays in conflict. */
  defer(key: FieldRef): void;
}
