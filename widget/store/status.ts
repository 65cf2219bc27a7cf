import type { Failure } from '../../engine/failure.ts';
import type { Banner, Status } from './view.ts';
import type { FieldView } from './views/fields.ts';

interface StatusFacts {
  online: boolean;
  readOnly: boolean;
  /** Does the section follow a table? */
  isFollowing: boolean;
  fields: readonly FieldView[];
  /** Entries of the shown contact of which a change failed. */
  failedEntries: number;
  /** Edits of other rows that wait for a person, and those that are sent again by themselves. */
  elsewhere: { failed: number; waiting: number };
  saving: boolean;
  /** Saves and ticks that are kept to be sent, of all contacts. */
  waiting: number;
  /** Epoch milliseconds until HighLevel wants no calls, or `null`. */
  limitedUntil: number | null;
  loading: boolean;
  asOf: number | undefined;
  /** Why the contact could not be read. */
  error: Failure | undefined;
}

/** Chooses the one fact of the status line. */
export function chooseStatus({
  online,
  fields,
  failedEntries,
  elsewhere,
  saving,
  error,
  waiting,
  limitedUntil,
  loading,
  asOf,
}: StatusFacts): Status {
  const marked = (mark: FieldView['mark']) => fields.filter((field) => field.mark === mark).length;
  const failed = marked('failed') + failedEntries + elsewhere.failed;
  const unsaved = marked('unsaved') + elsewhere.waiting;
  if (!online) return { kind: 'offline', waiting };
  if (failed > 0) return { kind: 'failed', count: failed };
  if (marked('conflict') > 0) return { kind: 'conflicts', count: marked('conflict') };
  if (marked('differs') > 0) return { kind: 'differs', count: marked('differs') };
  if (unsaved > 0) return { kind: 'waiting', count: unsaved };
  if (limitedUntil !== null) return { kind: 'rate-limited', until: limitedUntil, asOf };
  if (saving) return { kind: 'saving' };
  if (error && !loading) return { kind: 'unread', asOf };
  // Nothing is up to date that was never read.
  return loading || asOf === undefined ? { kind: 'loading' } : { kind: 'up-to-date', asOf };
}

/** Chooses the banner: why what is shown may be old or cannot be changed. */
export function chooseBanner({
  online,
  readOnly,
  waiting,
  limitedUntil,
  error,
  asOf,
  isFollowing,
}: StatusFacts): Banner | null {
  if (!online) return { kind: 'offline', waiting };
  if (limitedUntil !== null) return { kind: 'rate-limited', until: limitedUntil };
  if (error?.code === 'unreachable') return { kind: 'down', who: error.answered ? 'highlevel' : 'proxy', asOf };
  if (readOnly) return { kind: 'read-only' };
  return isFollowing ? null : { kind: 'follows-nothing' };
}
