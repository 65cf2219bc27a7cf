import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../engine/failure.ts';
import type { Contact } from '../../highlevel/contact.ts';
import type { AccessLevel, Environment, Row } from '../section/port.ts';
import type { Connecting } from './views/connection.ts';
import type { ContactWork } from './views/contact.ts';
import type { DirectoryPart } from './views/directory.ts';
import type { DriftStore } from './views/drift.ts';
import type { EntryWork } from './views/entries.ts';
import type { FieldsPart } from './views/fields.ts';
import type { LinkingPart } from './views/linking.ts';
import type { MovesPart } from './views/moves.ts';
import type { NoticesPart } from './views/notices.ts';
import type { SettingsPart } from './views/settings.ts';
import type { ActivityStore } from './views/sync.ts';
import type { TimelinePart } from './views/timeline.ts';
import type { UnsavedPart } from './views/unsaved.ts';

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
  /** What the row's cell holds is no contact id. */
  | { kind: 'invalid-id'; row: Row }
  | { kind: 'unknown-contact'; row: Row }
  /** The person wants another contact for a row that has one. */
  | { kind: 'change-link'; row: Row }
  /** No session, no right, or no connection: the whole panel cannot work. */
  | { kind: 'refused'; failure: Failure }
  | { kind: 'settings' }
  | { kind: 'contact' };

/** The one fact of the status line, by priority. */
export type Status =
  | { kind: 'offline'; waiting: number }
  | { kind: 'failed'; count: number }
  | { kind: 'conflicts'; count: number }
  | { kind: 'differs'; count: number }
  | { kind: 'waiting'; count: number }
  | { kind: 'saving' }
  | { kind: 'rate-limited'; until: number; asOf: number | undefined }
  | { kind: 'loading' }
  /** The contact could not be read, or not again. */
  | { kind: 'unread'; asOf: number | undefined }
  | { kind: 'up-to-date'; asOf: number | undefined };

/** A banner above the content: the reason why what is shown may be old or cannot be changed. */
export type Banner =
  /** `who` does not answer; `asOf`: when the contact was last read, if it was. */
  | { kind: 'down'; who: 'highlevel' | 'proxy'; asOf: number | undefined }
  | { kind: 'rate-limited'; until: number }
  | { kind: 'offline'; waiting: number }
  | { kind: 'read-only' }
  /** The section follows no table. */
  | { kind: 'follows-nothing' };

/**
 * Everything that components see, by parts: signals to read and verbs to call. A component names the parts that it shows:
 * `panel: Pick<Panel, 'contact' | 'fields'>`. Stores that are loaded late are the same each time.
 */
export interface Panel {
  readonly environment: Environment;
  readonly now: ReadonlySignal<number>;
  readonly readOnly: ReadonlySignal<boolean>;

  readonly screen: ReadonlySignal<Screen>;
  readonly banner: ReadonlySignal<Banner | null>;
  readonly status: ReadonlySignal<Status>;
  readonly notices: NoticesPart;

  readonly row: ReadonlySignal<Row | null>;
  readonly moves: MovesPart;
  readonly unsaved: UnsavedPart;
  readonly contact: ReadonlySignal<Resource<Contact>>;
  readonly fields: FieldsPart;
  contactWork(): Promise<ContactWork>;
  readonly timeline: TimelinePart;
  entryWork(): Promise<EntryWork>;
  readonly directory: DirectoryPart;
  readonly linking: LinkingPart;

  connecting(): Promise<Connecting>;
  readonly settings: SettingsPart;
  activity(): Promise<ActivityStore>;
  /** The log of the shown contact. */
  history(): Promise<ActivityStore>;
  /** What differs between the whole table and HighLevel. */
  differences(): Promise<DriftStore>;

  refresh(): void;
  copy(text: string): void;
  /** Stops timers and listeners; for tests, since Grist ends the page by itself. */
  dispose(): void;
}
