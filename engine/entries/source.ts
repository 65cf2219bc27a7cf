import { listAppointments } from '../../highlevel/appointments.ts';
import { listNotes } from '../../highlevel/notes.ts';
import { listTasks } from '../../highlevel/tasks.ts';
import type { EntryKind } from '../../sync/entries.ts';
import type { Entry } from '../forms.ts';
import type { Ports } from '../ports.ts';

/** Where HighLevel's entries of contacts come from. */
export interface EntrySource {
  /** A contact's entries as they are known this moment; `null` while they are not. */
  known(kind: EntryKind, contactId: string): readonly Entry[] | null;
  /** Reads them from HighLevel. Rejects with `HighLevelError`, or with the failure that it came to. */
  read(kind: EntryKind, contactId: string): Promise<void>;
}

type Reach = Pick<Ports, 'highlevel' | 'directory'>;

const lists: Readonly<Record<EntryKind, (reach: Reach, contactId: string) => Promise<readonly Entry[]>>> = {
  task: ({ highlevel }, contactId) => listTasks(highlevel, contactId),
  note: ({ highlevel }, contactId) => listNotes(highlevel, contactId),
  appointment: async ({ highlevel, directory }, contactId) =>
    listAppointments(highlevel, contactId, await directory().locationZone()),
};

/** Reads from HighLevel and remembers what it read. */
export function createEntrySource(ports: Reach): EntrySource {
  const read = new Map<string, readonly Entry[]>();
  return {
    known: (kind, contactId) => read.get(`${kind} ${contactId}`) ?? null,
    async read(kind, contactId) {
      read.set(`${kind} ${contactId}`, await lists[kind](ports, contactId));
    },
  };
}
