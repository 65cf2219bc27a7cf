import { computed, type ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../engine/failure.ts';
import type { Operation } from '../../engine/operation.ts';
import { contactOf, type Outbox } from './outbox.ts';
import { progressOf, type Records } from './reading/records.ts';

/** What stands between the panel and being up to date, of what is read and of what is wanted. */
export interface Troubles {
  readonly loading: ReadonlySignal<boolean>;
  /** What a later try may cure; `null` while one is under way. */
  readonly curable: ReadonlySignal<readonly Failure[] | null>;
  /** Until when HighLevel wants no calls, epoch milliseconds, or `null`. */
  readonly limitedUntil: ReadonlySignal<number | null>;
  /** Operations on their way without a failure. */
  readonly saving: ReadonlySignal<boolean>;
  /** Operations on their way or kept to be sent, of all contacts. */
  readonly waiting: ReadonlySignal<number>;
  /** Changes of the shown contact's entries that failed. */
  readonly failedEntries: ReadonlySignal<number>;
  /** Edits that are not on both sides, of all contacts. */
  readonly unsaved: ReadonlySignal<number>;
  /** Those of other contacts: that wait for a person, and that are sent again by themselves. */
  readonly elsewhere: ReadonlySignal<{ failed: number; waiting: number }>;
}

interface TroublesOptions {
  current: ReadonlySignal<Records | null>;
  outbox: Pick<Outbox, 'all'>;
  now: ReadonlySignal<number>;
}

const isEntry = ({ kind }: Operation) => kind === 'tick' || kind === 'entry';

/** On its way, or sent again without a person. What Grist refused waits for a person. */
/** Beyond an ordinary save on its way. */
export const isUnsaved = ({ status, failure }: Operation): boolean => failure !== null || status === 'draft';

export function isWaiting({ status, failure, kind }: Operation): boolean {
  if (failure) return failure.retryable && (status === 'draft' || kind !== 'field');
  return status !== 'draft';
}

export function createTroubles({ current, outbox, now }: TroublesOptions): Troubles {
  const progress = computed(() => (current.value ? progressOf(current.value) : { loading: false, failures: [] }));
  const kept = computed(() => [...outbox.all.value.values()]);
  const unsent = computed((): readonly Failure[] =>
    kept.value.flatMap(({ kind, status, failure }) =>
      failure && (kind !== 'field' || status === 'draft') ? [failure] : [],
    ),
  );
  const limits = computed(() =>
    [...progress.value.failures, ...unsent.value].map(({ retryAt = 0 }) => retryAt).filter((time) => time > now.value),
  );

  return {
    loading: computed(() => progress.value.loading),
    curable: computed(() => {
      if (progress.value.loading) return null;
      const passing = unsent.value.filter(({ code }) => code === 'unreachable' || code === 'rate-limited');
      return [...progress.value.failures, ...passing];
    }),
    limitedUntil: computed(() => (limits.value.length > 0 ? Math.max(...limits.value) : null)),
    saving: computed(() => kept.value.some(({ status, failure }) => status !== 'draft' && !failure)),
    waiting: computed(() => kept.value.filter(isWaiting).length),
    unsaved: computed(() => kept.value.filter(isUnsaved).length),
    elsewhere: computed(() => {
      const others = kept.value.filter((one) => isUnsaved(one) && contactOf(one) !== current.value?.contactId);
      const waiting = others.filter(isWaiting).length;
      return { waiting, failed: others.length - waiting };
    }),
    failedEntries: computed(() => {
      const contactId = current.value?.contactId;
      return kept.value.filter((one) => isEntry(one) && contactOf(one) === contactId && one.failure).length;
    }),
  };
}
