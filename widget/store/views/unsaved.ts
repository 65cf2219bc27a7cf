import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { EntryKind } from '../../../sync/entries.ts';
import type { ValueKind } from '../../../sync/fields.ts';
import type { FieldRef } from '../../../sync/refs.ts';

/** What an edit is about. `label`: what HighLevel calls a custom field. */
export type Subject =
  | { kind: 'field'; field: FieldRef; label: string | null; holds: ValueKind }
  | { kind: EntryKind | 'contact' };

/** An edit, of any row, that is not on both sides. */
export interface UnsavedEdit {
  id: string;
  contactId: string;
  /** `null`: known only by its contact. */
  rowId: number | null;
  /** Of the contact, `''` when it is not known here. */
  name: string;
  subject: Subject;
  /** What was typed, or `''`. */
  text: string;
  /** `waiting`: sent again by itself. `failed` and `typed` wait for a person. */
  state: 'waiting' | 'failed' | 'typed';
  failure: Failure | null;
}

/** All edits that are not on both sides, of all rows. */
export interface Unsaved {
  readonly list: ReadonlySignal<readonly UnsavedEdit[]>;
  retry(id: string): void;
}

/** How many they are; which, is loaded when someone wants to see them. */
export interface UnsavedPart {
  readonly count: ReadonlySignal<number>;
  load(): Promise<Unsaved>;
}
