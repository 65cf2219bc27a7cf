import type { Failure } from '../../../engine/failure.ts';
import type { Entry } from '../../../engine/forms.ts';
import type { Appointment } from '../../../highlevel/appointments.ts';
import type { Call } from '../../../highlevel/client.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import type { Note } from '../../../highlevel/notes.ts';
import type { Task } from '../../../highlevel/tasks.ts';
import type { EntryKind } from '../../../sync/entries.ts';
import type { Calls } from '../connecting/calls.ts';
import type { Resource } from '../view.ts';
import { type Cache, createCache } from './cache.ts';
import { createLoadable, type Loadable } from './resource.ts';

/** Enough for an afternoon's walk through a table, and a few MB at most. */
const cap = 200;

/**
 * What is known of one contact. Each contact has its own, so an answer can only ever reach the contact it was asked
 * for, however late it comes.
 */
export interface Records {
  readonly contactId: string;
  readonly contact: Loadable<Contact>;
  readonly tasks: Loadable<readonly Task[]>;
  readonly notes: Loadable<readonly Note[]>;
  readonly appointments: Loadable<readonly Appointment[]>;
}

interface RecordsOptions {
  calls: Calls;
  /** The location's zone, in which HighLevel writes appointment times. */
  timeZone: () => Promise<string>;
  isBusy: (contactId: string) => boolean;
}

/** Keeps the records of the contacts seen last. */
export function createRecordsCache({ calls, timeZone, isBusy }: RecordsOptions): Cache<Records> {
  const make = (contactId: string): Records => ({
    contactId,
    contact: createLoadable((call) => calls.getContact(contactId, call)),
    tasks: createLoadable((call) => calls.listTasks(contactId, call)),
    notes: createLoadable((call) => calls.listNotes(contactId, call)),
    appointments: createLoadable(async (call) => calls.listAppointments(contactId, await timeZone(), call)),
  });
  return createCache(cap, { make, leave: cancelRecords, isBusy });
}

/** The contact's entries of a kind, as far as they are known. */
export const entriesIn = (records: Records, kind: EntryKind): Loadable<readonly Entry[]> =>
  records[`${kind}s`] as Loadable<readonly Entry[]>;

const parts = ({ contact, tasks, notes, appointments }: Records): readonly Loadable<unknown>[] => [
  contact,
  tasks,
  notes,
  appointments,
];

/** What was read this recently, in milliseconds, is shown without asking again. */
export const freshFor = 30_000;

/** Fetches, side by side, what is older than `maxAge` milliseconds or failed. Never rejects. */
export function loadRecords(records: Records, maxAge: number, how?: Pick<Call, 'priority'>): Promise<unknown> {
  const isOld = ({ state }: Loadable<unknown>) => {
    const { asOf, error } = state.peek();
    return error || asOf === undefined || Date.now() - asOf > maxAge;
  };
  return Promise.all(
    parts(records)
      .filter(isOld)
      .map((part) => part.load(how)),
  );
}

export function cancelRecords(records: Records): void {
  for (const part of parts(records)) part.cancel();
}

/** Reads the signals of all parts: what failed, and whether anything is under way. */
export function progressOf(records: Records): { loading: boolean; failures: readonly Failure[] } {
  const states = parts(records).map((part) => part.state.value);
  // What has neither come nor failed is on its way, or soon will be.
  const isOpen = ({ loading, asOf, error }: Resource<unknown>) => loading || (asOf ?? error) === undefined;
  return { loading: states.some(isOpen), failures: states.flatMap(({ error }) => error ?? []) };
}
