import type { ReadonlySignal } from '@preact/signals';
import type { FieldRef } from '../../../sync/refs.ts';
import type { EntryDeed } from './timeline.ts';

/** What was sent from the grid. */
export interface GridSent {
  /** `label`: what HighLevel calls a custom field, or `null`. */
  fields: readonly { key: FieldRef; label: string | null }[];
  /** The contact's name, where it is not the one that is shown; else `''`. */
  of: string;
}

export interface Toast {
  id: number;
  code:
    | 'task-completed'
    | 'task-reopened'
    | 'field-saved'
    | 'undone'
    | 'redone'
    | 'not-undone'
    | 'not-redone'
    | 'copied'
    | 'linked'
    | 'contact-created'
    | 'contact-deleted'
    | 'contact-stays'
    | 'unlinked'
    | 'row-gone'
    | 'grid-sent'
    | 'last-row'
    | 'first-row'
    | 'no-open-task'
    | 'no-overdue-task'
    | 'not-moved'
    | EntryDeed;
  /** The name of what it is about, such as a task's title; absent where the sentence says it all. */
  about?: string;
  undoable: boolean;
  /** With `grid-sent`. */
  sent?: GridSent;
}

/** Spoken by the live region. `sequence` changes even when the words do not. */
export interface Announcement {
  sequence: number;
  code:
    | 'contact'
    | 'saved'
    | 'save-failed'
    | 'task-completed'
    | 'task-reopened'
    | 'entries-shown'
    | 'offline'
    | 'undone'
    | 'linked'
    | 'unlinked'
    | 'contact-created'
    | 'contact-deleted'
    | 'grid-sent'
    | 'contact-stays'
    | EntryDeed;
  text?: string;
  /** With `grid-sent`. */
  sent?: GridSent;
  count?: number;
}

/** What passes: a toast with its undo, and words for the live region. */
export interface NoticesPart {
  readonly toast: ReadonlySignal<Toast | null>;
  readonly announcement: ReadonlySignal<Announcement | null>;
  /** Takes back what the toast is about. */
  undo(): void;
  /** Takes back the last edit made in this panel, on both sides; returns `false` when there is none. */
  undoLast(): boolean;
  /** Makes the edit again that was taken back last. */
  redoLast(): boolean;
  dismiss(): void;
  /** A held toast stays: it is pointed at or has the focus. */
  hold(held: boolean): void;
}
