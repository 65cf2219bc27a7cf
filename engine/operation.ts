import type { Values } from '../sync/cells.ts';
import type { EntryKind } from '../sync/entries.ts';
import type { FieldRef } from '../sync/refs.ts';
import type { ContactDraft } from './contact-draft.ts';
import type { Failure } from './failure.ts';
import type { Entry, EntryForm } from './forms.ts';
import type { Origin } from './state.ts';

/**
 * One thing that is wanted, from before it is sent until both sides have it. It is the only thing that is kept, retried, undone,
 * shown as pending and logged:
 *
 *            send                 the first side has it           both have it
 *   draft ──────────▶ sending ─────────────────────────▶ following ───────────▶ done
 *     ▲                  │                                   │  ▲
 *     │ refused, changed │                           refused │  │ retry
 *     │ or no answer     ▼                                   ▼  │
 *     └────────── draft with a failure ──retry──▶ sending   following with a failure
 *
 * A draft without a failure was only typed. `done` and a dropped operation are kept nowhere.
 */
export type Status = 'draft' | 'sending' | 'following' | 'done';

/** A create that was sent and whose outcome is not known: repeated under its key, it is the same create. */
export interface SentCreate {
  key: string;
  form: EntryForm;
}

/** A row of an entry table that has no entry yet, and the contact's row that it belongs to. */
export interface TypedRow {
  rowId: number;
  linked: { rowId: number; contactId: string };
}

interface Shapes {
  /** Fields of a contact: a person's edit has one, a look at both sides has all that differ. */
  field: {
    target: { contactId: string; rowId: number };
    want: Values;
    seen: {
      /** Values of HighLevel that were seen, by field: another one found there was written by another client. */
      highlevel: Readonly<Partial<Record<FieldRef, readonly string[]>>>;
      /** What the row's cells held then, in the terms of fields, where that was known. */
      cells: Values;
    };
    /** What the contact's values were when HighLevel was asked to take the change: at the first time, and at the last. */
    progress: { before: readonly Values[]; follows: readonly FieldRef[] };
  };
  /** Whether a task is completed. */
  tick: { target: { contactId: string; taskId: string; title: string }; want: boolean; seen: null; progress: null };
  /** A task, note or appointment; wanted as `null` it is deleted. */
  entry: {
    target: {
      contactId: string;
      kind: EntryKind;
      entryId: string | null;
      row?: TypedRow;
      /** A deleted entry that a new one takes its other values from. */
      like?: Entry;
    };
    want: EntryForm | null;
    /** The entry as it was seen; `null`: nothing to compare with. */
    seen: EntryForm | null;
    progress: SentCreate;
  };
  /** The contact of a row; wanted as `''` the row has none. */
  link: {
    /** `isCreated`: HighLevel has the contact by the operation that this one takes back, and keeps it. */
    target: { rowId: number; name: string; isCreated?: boolean };
    want: string;
    seen: string;
    progress: null;
  };
  /** Creates a contact for a row, and links the two. */
  'new-contact': {
    /** `name`: what people call the contact. `cells`: what the row's cells held, in the terms of their column. */
    target: { rowId: number; name: string; cells: Values };
    want: ContactDraft;
    seen: {
      /** What the row's cell of the contact id held: only that is replaced. */
      contactId: string;
      /** Contacts that were like it before. */
      known: readonly string[];
    };
    /** The key of the create that was sent, and the contact as soon as HighLevel has it, else `''`. */
    progress: { key: string; contactId: string };
  };
  /** Deletes a contact, and clears the link of its row. */
  contact: { target: { contactId: string; rowId: number; name: string }; want: null; seen: null; progress: null };
  /** Whether a user follows a contact. */
  follower: {
    target: { contactId: string; rowId: number; userId: string };
    want: boolean;
    seen: readonly string[];
    progress: null;
  };
}

export type Kind = keyof Shapes;
export type Target<K extends Kind> = Shapes[K]['target'];
export type Want<K extends Kind> = Shapes[K]['want'];
export type Seen<K extends Kind> = Shapes[K]['seen'];
export type Progress<K extends Kind> = Shapes[K]['progress'];

/** What is wanted of one kind of thing, and how far that is. Plain data: it is kept as it is. */
export interface OperationOf<K extends Kind> {
  id: string;
  kind: K;
  target: Target<K>;
  want: Want<K>;
  seen: Seen<K>;
  origin: Origin;
  status: Status;
  failure: Failure | null;
  /** What a try has reached; `null` before the first one. */
  progress: Progress<K> | null;
  /** Ids of the log's lines of the current try, by what they are about; `null` before the try was logged. */
  log: Readonly<Record<string, string>> | null;
  /** When it was wanted, epoch milliseconds. */
  at: number;
}

export type Operation = { [K in Kind]: OperationOf<K> }[Kind];

/** What a row of an entry table asks for. */
export type EntryOperation = OperationOf<'entry'> | OperationOf<'tick'>;

type Wanted<K extends Kind> = Pick<OperationOf<K>, 'kind' | 'target' | 'want' | 'seen' | 'origin'> &
  Partial<Pick<OperationOf<K>, 'id' | 'status' | 'progress' | 'failure'>>;

/** Makes an operation that is about to be sent. */
export const operation = <K extends Kind>(wanted: Wanted<K>): OperationOf<K> => ({
  id: crypto.randomUUID(),
  status: 'sending',
  failure: null,
  progress: null,
  log: null,
  at: Date.now(),
  ...wanted,
});
