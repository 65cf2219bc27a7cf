import { useEffect, useState } from 'preact/hooks';
import type { LocalClock } from '../../../sync/local-clock.ts';
import type { EntryWork } from '../../store/views/entries.ts';
import { addDays } from './local-time.ts';

/** A day's free slots and, if it has none, the next day with free slots. */
export interface FreeTimes {
  status: 'loading' | 'failed' | 'ready';
  /** Epoch milliseconds. */
  slots: readonly number[];
  /** `YYYY-MM-DD`, or `null` if the next two weeks have no free slots. */
  nextDay: string | null;
  retry(): void;
}

interface SlotQuery {
  calendarId: string;
  userId: string;
  /** `YYYY-MM-DD` by the clock. */
  day: string;
  clock: LocalClock;
  /** HighLevel refused a time: a list from before does not say which are free. */
  isRefused: boolean;
}

const daysAhead = 15;

/** Loads the free slots of a calendar. Each day is requested again, because slots may have been taken. */
export function useFreeSlots(work: EntryWork, { calendarId, userId, day, clock, isRefused }: SlotQuery): FreeTimes {
  const { dayOf, instantOf, timeZone } = clock;
  const [attempt, setAttempt] = useState(0);
  const wanted = `${calendarId} ${userId} ${day} ${isRefused}`;
  const [result, setResult] = useState<{ to: string; slots: readonly number[] | null }>({ to: '', slots: null });
  const [from, to] = [instantOf(day, '00:00') ?? 0, instantOf(addDays(day, daysAhead), '00:00') ?? 0];

  useEffect(() => {
    let isCancelled = false;
    if (calendarId === '' || from === 0) return;
    const take = (slots: readonly number[] | null) => {
      if (!isCancelled) setResult({ to: wanted, slots });
    };
    work
      .freeSlots(calendarId, { from, to, timeZone, ...(userId && { userId }) })
      .then((days) => take(days.flatMap(({ slots }) => slots)))
      .catch(() => take(null));
    return () => {
      isCancelled = true;
    };
  }, [work, wanted, attempt]);

  const isCurrent = result.to === wanted;
  const slots = isCurrent ? (result.slots ?? []) : [];
  const later = slots.find((slot) => dayOf(slot) > day);
  return {
    status: !isCurrent ? 'loading' : result.slots ? 'ready' : 'failed',
    slots: slots.filter((slot) => dayOf(slot) === day),
    nextDay: later === undefined ? null : dayOf(later),
    retry: () => {
      setResult({ to: '', slots: null });
      setAttempt(attempt + 1);
    },
  };
}
