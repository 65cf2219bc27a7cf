import type { ContactTable } from '../grist/contact-table.ts';
import type { EntryTable } from '../grist/entry-table.ts';
import type { Api } from '../highlevel/client.ts';
import type { Contact } from '../highlevel/contact.ts';
import type { CustomField } from '../highlevel/custom-fields.ts';
import type { EntryKind } from '../sync/entries.ts';
import type { Rules } from '../sync/plan.ts';
import type { FieldRef } from '../sync/refs.ts';
import type { TransformContext } from '../sync/transforms/types.ts';
import type { Base } from './base.ts';
import type { Entry } from './forms.ts';
import type { Log } from './log.ts';
import type { Repeats } from './repeats.ts';
import type { SyncState } from './state.ts';

/** How the document's columns and HighLevel's fields go together. */
export interface Mapping {
  rules: Rules;
  /** What transforms look up: users, businesses, numbering plans. */
  context: TransformContext;
  customFields: readonly CustomField[];
}

/** What stands behind the ids in entries, and the zones of their times. */
export interface Directory {
  users: readonly { id: string; name: string }[];
  calendars: readonly { id: string; name: string }[];
  /** The document's IANA zone: a column of days has that zone's. */
  documentZone: string;
  /** The location's IANA zone, in which HighLevel writes times of appointments. Never rejects. */
  locationZone(): Promise<string>;
}

/** What the engine reads and writes on its way, for a client that shows it. */
export interface Observer {
  /** The contact as it was last read or written, where the client holds it. */
  known?(contactId: string): Contact | undefined;
  contact?(contact: Contact): void;
  /** `entry` is `null` when HighLevel no longer has it. */
  entry?(at: { contactId: string; kind: EntryKind; id: string }, entry: Entry | null): void;
  tick?(task: { contactId: string; taskId: string }, completed: boolean): void;
  /** The column of a field turned out to be a formula. */
  formula?(field: FieldRef): void;
}

/** All that the engine is given. */
export interface Ports {
  contacts: ContactTable;
  entries(kind: EntryKind): Promise<EntryTable | null>;
  /** Ticks the row of a task in the document, if it has one. Throws `GristError`. */
  tick(taskId: string, completed: boolean, description: string): Promise<void>;
  highlevel: Api;
  /** The location that the document is connected to. */
  locationId(): Promise<string>;
  state: SyncState;
  base: Base;
  log: Log;
  repeats: Repeats;
  /** `fresh`: by the types that columns have this moment. What is sent by an older one may be what a conversion left of a value. */
  mapping(fresh?: 'fresh'): Promise<Mapping>;
  /** As far as it is known: a part that was not read is empty. */
  directory(): Directory;
  /** The HighLevel user for whom notes are written, or `''`. */
  author(): Promise<string>;
  /** What Grist's own log says about a change. */
  describe(change: Change): string;
  observe: Observer;
}

/** What is changed in the document, to be put in words for Grist's own log. */
export type Change =
  | { kind: 'field'; field: FieldRef }
  | { kind: 'task'; completed: boolean }
  | { kind: 'entries'; of: EntryKind }
  | { kind: 'link'; linked: boolean }
  | { kind: 'deleted' }
  | { kind: 'column-type'; field: FieldRef };
