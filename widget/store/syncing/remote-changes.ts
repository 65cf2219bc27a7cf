import type { Act } from '../../../engine/state.ts';
import type { ActivityVerbs } from '../../../panel-api/activity.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { Loadable } from '../reading/resource.ts';
import type { OwnEvents } from './own-events.ts';

interface RemoteChangesOptions {
  shownId: () => string;
  ownEvents: OwnEvents;
  activity: Pick<ActivityVerbs, 'list'>;
  records: Pick<Cache<Records>, 'peek'>;
  /** The base of the shown row may have changed. */
  onAgreed: () => void;
  /** The log of a contact has grown. */
  onActivity: (contactId: string) => void;
}

/** Milliseconds of quiet: a save publishes several events at once. */
const quiet = 400;
/** Entries, and milliseconds before the newest of them, that are looked at for what was changed. */
const looked = 10;
const together = 15_000;

const partOf = (records: Records, act: Act): Loadable<unknown> =>
  act === 'task'
    ? records.tasks
    : act === 'note'
      ? records.notes
      : act === 'appointment'
        ? records.appointments
        : records.contact;

/** Reads again what another client changed, when the proxy publishes that it did. */
export function createRemoteChanges({
  shownId,
  ownEvents,
  activity,
  records,
  onAgreed,
  onActivity,
}: RemoteChangesOptions) {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  /** Runs a job soon, once for all events until then. */
  function soon(name: string, job: () => void) {
    clearTimeout(waiting.get(name));
    const timer = setTimeout(() => {
      waiting.delete(name);
      job();
    }, quiet);
    waiting.set(name, timer);
  }

  /** Another client wrote to the contact: the parts that it wrote to are read again. */
  async function readAgain(contactId: string) {
    if (shownId() !== contactId) return;
    const shown = records.peek(contactId);
    const { entries } = await activity.list({ contactId, limit: looked });
    const newest = entries[0]?.at ?? 0;
    const acts = new Set(entries.filter(({ at }) => newest - at < together).map(({ act }) => act));
    const parts = new Set(shown ? [...acts].map((act) => partOf(shown, act)) : []);
    for (const part of parts) void part.load();
  }

  return {
    onEvent: (name: string, contactId: string) => {
      if (name === 'base') {
        if (!ownEvents.isOwn('base', contactId) && contactId === shownId()) soon('base', onAgreed);
      } else if (name === 'activity') {
        const isOwn = ownEvents.isOwn('activity', contactId);
        soon(`log ${contactId}`, () => onActivity(contactId));
        if (!isOwn) soon(`contact ${contactId}`, () => void readAgain(contactId).catch(() => {}));
      }
    },
    stop: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
