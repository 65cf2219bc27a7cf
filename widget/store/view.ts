import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Failure } from '../../engine/failure.ts';
import type { ChoiceLooks } from '../../grist/choices.ts';
import type { TableChoice } from '../../grist/structure.ts';
import type { TasksTable } from '../../grist/tasks-table.ts';
import type { Calendar } from '../../highlevel/calendars.ts';
import type { Contact } from '../../highlevel/contact.ts';
import type { CustomField } from '../../highlevel/custom-fields.ts';
import type { Location } from '../../highlevel/locations.ts';
import type { User } from '../../highlevel/users.ts';
import type { ValueKind } from '../../sync/fields.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { AccessLevel, Environment, Row } from '../section/port.ts';
import type { Connecting } from './views/connection.ts';
import type { ContactWork } from './views/contact.ts';
import type { DriftStore } from './views/drift.ts';
import type { EntryWork } from './views/entries.ts';
import type { EntryTableSettings } from './views/entry-tables.ts';
import type { Linking } from './views/linking.ts';
import type { ActivityStore, Choice, ConflictView, MappingStore } from './views/sync.ts';
import type { EntryDeed, Shown, TimelineView } from './views/timeline.ts';

/** Facts about something fetched: what was last good, apart from what is going on now. */
export interface Resource<T> {
  readonly data: T | undefined;
  readonly loading: boolean;
  readonly error: Failure | undefined;
  /** When `data` arrived, epoch milliseconds. */
  readonly asOf: number | undefined;
}

export type Screen =
  | { kind: 'booting' }
  /** The page was opened by itself, not by Grist. */
  | { kind: 'outside-grist' }
  | { kind: 'no-access'; level: AccessLevel }
  | { kind: 'unmapped' }
  | { kind: 'no-row' }
  | { kind: 'new-row' }
  | { kind: 'unlinked'; row: Row }
  | { kind: 'unknown-contact'; row: Row }
  /** The person wants another contact for a row that has one. */
  | { kind: 'change-link'; row: Row }
  /** Nothing to show and the proxy or HighLevel cannot be reached; with old data the contact stays, with a banner. */
  | { kind: 'unreachable'; failure: Failure }
  /** No session, no right, or no connection: the whole panel cannot work. */
  | { kind: 'refused'; failure: Failure }
  | { kind: 'settings' }
  | { kind: 'contact' };

/** Nothing (`none`) means saved in both places. */
export type Mark = 'none' | 'saving' | 'unsaved' | 'differs' | 'failed' | 'conflict';

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
  /** The column cannot hold what HighLevel has (`cell`), or HighLevel's field what the column says (`field`). */
  unrepresentable: 'cell' | 'field' | null;
  /** With mark `conflict`. */
  conflict: ConflictView | null;
  editable: true | 'read-only' | 'not-in-api' | 'loading';
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
    | 'unlinked'
    | 'row-gone'
    | EntryDeed;
  undoable: boolean;
}

/** The one fact of the status line, by priority. */
export type Status =
  | { kind: 'offline'; waiting: number }
  | { kind: 'failed'; count: number }
  | { kind: 'conflicts'; count: number }
  | { kind: 'differs'; count: number }
  | { kind: 'waiting'; count: number }
  | { kind: 'rate-limited'; until: number; asOf: number | undefined }
  | { kind: 'loading' }
  | { kind: 'up-to-date'; asOf: number | undefined };

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
    | EntryDeed;
  text?: string;
  count?: number;
}

/** Everything that components see: signals to read and verbs to call. Data in, verbs out. */
export interface Panel {
  readonly environment: Environment;
  readonly screen: ReadonlySignal<Screen>;
  readonly now: ReadonlySignal<number>;

  readonly row: ReadonlySignal<Row | null>;
  readonly contact: ReadonlySignal<Resource<Contact>>;
  /** The standard fields, and any other that has a column or is being changed. */
  readonly fields: ReadonlySignal<readonly FieldView[]>;
  /** All other fields: tags, business, zone, channels, custom ones. Nothing is reckoned before somebody reads it. */
  readonly moreFields: ReadonlySignal<readonly FieldView[]>;
  readonly timeline: ReadonlySignal<TimelineView>;

  readonly users: ReadonlySignal<ReadonlyMap<string, User>>;
  readonly calendars: ReadonlySignal<ReadonlyMap<string, Calendar>>;
  readonly customFields: ReadonlySignal<readonly CustomField[]>;
  readonly location: ReadonlySignal<Location | null>;
  readonly readOnly: ReadonlySignal<boolean>;
  /** A banner above the content: the reason why what is shown may be old or cannot be changed. */
  readonly banner: ReadonlySignal<
    { kind: 'rate-limited'; until: number } | { kind: 'offline'; waiting: number } | { kind: 'read-only' } | null
  >;
  readonly status: ReadonlySignal<Status>;
  readonly toast: ReadonlySignal<Toast | null>;
  readonly announcement: ReadonlySignal<Announcement | null>;

  /** Filters; they survive a change of row. */
  readonly kind: Signal<Shown>;
  readonly openOnly: Signal<boolean>;
  readonly search: Signal<string>;

  /*
   * Verbs on fields act on the contact shown at that moment. When the row changes while somebody types, nothing has to
   * be done: text given to `keepDraft` is saved to the contact it was typed for, or kept there with the reason why not.
   */

  /** Starts a save of one field: HighLevel first, then the mapped cell. Invalid text is kept as a draft with the reason. */
  saveField(key: FieldRef, text: string): void;
  /** Keeps typed text without saving it; `null` forgets it. */
  keepDraft(key: FieldRef, text: string | null): void;
  retryField(key: FieldRef): void;
  /** Drops the draft and shows what is saved. */
  discardField(key: FieldRef): void;
  /** After `changed`: overwrite knowingly. */
  overwriteField(key: FieldRef): void;
  /** Gives both sides the chosen value; with `always`, the column keeps deciding so. */
  resolveConflict(key: FieldRef, choice: Choice, always: boolean): void;
  /** Folds the card; the field stays in conflict. */
  deferConflict(key: FieldRef): void;
  completeTask(taskId: string, completed: boolean): void;
  retryTask(taskId: string): void;
  undo(): void;
  /** Takes back the last edit made in this panel, on both sides; answers `false` when there is none. */
  undoLast(): boolean;
  /** Makes the edit again that was taken back last. */
  redoLast(): boolean;
  dismissToast(): void;
  holdToast(held: boolean): void;
  copy(text: string): void;
  refresh(): void;

  /** Answers the same store each time. */
  connecting(): Promise<Connecting>;
  openSettings(): void;
  closeSettings(): void;
  /** Where this location's HighLevel is opened in a browser, e.g. `app.gohighlevel.com`. */
  readonly domain: ReadonlySignal<string>;
  /** `''` is HighLevel's own. */
  chooseDomain(domain: string): void;
  /** Answers the same store each time. */
  entryTables(): Promise<EntryTableSettings>;
  readonly tasksTable: ReadonlySignal<TasksTable | null>;
  /** `null` until the document has told them. */
  readonly tables: ReadonlySignal<readonly TableChoice[] | null>;
  chooseTasksTable(table: TasksTable | null): void;

  /** Answers the same store each time. */
  entryWork(): Promise<EntryWork>;
  /** Answers the same store each time. */
  contactWork(): Promise<ContactWork>;

  /** Answers the same store each time. */
  linking(): Promise<Linking>;
  /** Looks for another contact for the row; closes by itself when the row changes or is linked. */
  openLinking(): void;
  closeLinking(): void;

  /** Answers the same store each time. */
  activity(): Promise<ActivityStore>;
  /** The log of the shown contact; answers the same store each time. */
  history(): Promise<ActivityStore>;
  /** What differs between the whole table and HighLevel; answers the same store each time. */
  differences(): Promise<DriftStore>;
  /** Answers the same store each time. */
  mapping(): Promise<MappingStore>;

  /** Stops timers and listeners; for tests, since Grist ends the page by itself. */
  dispose(): void;
}
