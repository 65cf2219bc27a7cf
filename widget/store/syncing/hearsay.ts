import type { Act, ActivityVerbs } from '../../../panel-api/activity.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { Loadable } from '../reading/resource.ts';
import type { Echoes } from './echoes.ts';

interface HearsayOptions {
  shownId: () => string;
  echoes: Echoes;
  activity: Pick<ActivityVerbs, 'list'>;
  records: Pick<Cache<Records>, 'peek'>;
  /** What the shown row agreed on may be another by now. */
  onAgreed: () => void;
  /** The log of a contact has grown. */
  onActivity: (contactId: string) => void;
}

/** Milliseconds of quiet: a save tells several things at once. */
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

/** Does what is to be done when the proxy tells that somebody, here or elsewhere, did something. */
export function createHearsay({ shownId, echoes, activity, records, onAgreed, onActivity }: HearsayOptions) {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  /** Looks again soon, once for all that is told until then. */
  function soon(name: string, job: () => void) {
    clearTimeout(waiting.get(name));
    const timer = setTimeout(() => {
      waiting.delete(name);
      job();
    }, quiet);
    waiting.set(name, timer);
  }

  /** Somebody else wrote to the contact: what they wrote to is read again. */
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
    hear: (name: string, contactId: string) => {
      if (name === 'base') {
        if (!echoes.isOwn('base', contactId) && contactId === shownId()) soon('base', onAgreed);
      } else if (name === 'activity') {
        const isOwn = echoes.isOwn('activity', contactId);
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
