import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { Appointment } from '../../../highlevel/appointments.ts';
import type { Note } from '../../../highlevel/notes.ts';
import type { Task } from '../../../highlevel/tasks.ts';
import type { EntryKind } from '../../../sync/entries.ts';

/** What is to become of an entry that the timeline shows. */
export interface EntryTrouble {
  /** The draft that has the trouble. */
  draftId: string;
  failure: Failure;
}

/** What of the timeline shows: its entries, or the history of what was changed. */
export type Shown = EntryKind | 'all' | 'history';

/** One item of the timeline. A new kind is a compile error wherever entries are shown. */
export type Entry =
  | TaskEntry
  | (EntryBase & { kind: 'note'; note: Note })
  | (EntryBase & { kind: 'appointment'; appointment: Appointment });

interface TaskEntry extends EntryBase {
  kind: 'task';
  task: Task;
  /** Why its tick failed. */
  failure: Failure | null;
}

interface EntryBase {
  id: string;
  at: number | null;
  /** Shown as it was wished; HighLevel has not confirmed it. */
  pending: boolean;
  /** A change or deletion that HighLevel did not take. */
  trouble: EntryTrouble | null;
}

/** `overdue` and `upcoming` first, then one group per past day, newest first, then entries without a date. */
export interface EntryGroup {
  kind: 'overdue' | 'upcoming' | 'day' | 'undated';
  /** With `day`: `YYYY-MM-DD` in the viewer's zone. */
  day: string | null;
  entries: readonly Entry[];
}

export interface TimelineView {
  groups: readonly EntryGroup[];
  /** After the search text and `openOnly`, before the kind filter. */
  counts: Readonly<Record<EntryKind | 'all', number>>;
  /** How many entries there are before any filter. */
  total: number;
  loading: boolean;
  /** Kinds that could not be read, with the reason; the others are shown all the same. */
  failures: Partial<Record<EntryKind, Failure>>;
}

/** What became of an entry that somebody wrote here. */
export type EntryDeed = `${EntryKind}-${'added' | 'saved' | 'deleted'}`;

/** Tasks, notes and appointments of the shown contact, and its history. */
export interface TimelinePart {
  readonly view: ReadonlySignal<TimelineView>;
  /** Filters; they survive a change of row. */
  readonly kind: Signal<Shown>;
  readonly openOnly: Signal<boolean>;
  readonly search: Signal<string>;
  /** The task stays where it is in the list until `letGo`. */
  completeTask(taskId: string, completed: boolean): void;
  /** The pointer has left the list: what was ticked there takes its new place. */
  letGo(): void;
  retryTask(taskId: string): void;
}
