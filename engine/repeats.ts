import type { Failure } from './failure.ts';

/** What a write is about, and what it would do. */
export interface Attempt {
  /** What is changed: a field of a contact, or an entry. */
  subject: string;
  contactId: string;
  /** What is wanted, and what both sides hold. */
  state: string;
}

/**
 * The law of all carriers that no person stands behind. The same want that the first side refused or ignored once is not sent again
 * until a side has changed, or a person asks for it. As the last line, one subject is written to so often a minute, and a contact too.
 */
export interface Repeats {
  /** Why it is not sent; `null`: it may be sent, and counts as sent. */
  check(attempt: Attempt): Failure | null;
  /** The first side refused it, or ignored it. */
  refused(attempt: Attempt, failure: Failure): void;
}

/** Writes a minute. No person changes one cell so often; whoever pastes a column has a contact's entries as different subjects. */
const most = { subject: 10, contact: 300 };
const minute = 60_000;
/** Subjects and contacts that are remembered; the oldest make way. */
const capacity = 5_000;

const tooOften: Failure = { side: 'highlevel', code: 'too-often', retryable: false };

function bounded<Value>() {
  const map = new Map<string, Value>();
  return {
    get: (key: string) => map.get(key),
    delete: (key: string) => void map.delete(key),
    set(key: string, value: Value) {
      map.delete(key);
      map.set(key, value);
      if (map.size > capacity) map.delete([...map.keys()][0] ?? '');
    },
  };
}

export function createRepeats(now: () => number = Date.now): Repeats {
  const refusals = bounded<{ state: string; failure: Failure }>();
  const sent = bounded<readonly number[]>();

  /** Within a minute: a clock that was set back must not hold anything for longer. */
  const lately = (key: string) => (sent.get(key) ?? []).filter((at) => Math.abs(now() - at) < minute);

  return {
    check({ subject, contactId, state }) {
      const known = refusals.get(subject);
      if (known?.state === state) return known.failure;
      refusals.delete(subject);
      const counts = [
        { key: subject, limit: most.subject },
        { key: contactId, limit: most.contact },
      ].map((one) => ({ ...one, times: lately(one.key) }));
      if (counts.some(({ times, limit }) => times.length >= limit)) return tooOften;
      for (const { key, times } of counts) sent.set(key, [...times, now()]);
      return null;
    },
    refused({ subject, state }, failure) {
      refusals.set(subject, { state, failure });
    },
  };
}
