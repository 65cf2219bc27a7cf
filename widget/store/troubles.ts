import { computed, type ReadonlySignal } from '@preact/signals';
import type { Edits } from './fields/edits.ts';
import { progressOf, type Records } from './reading/records.ts';
import type { EntryDraft } from './timeline/entry-drafts.ts';
import type { Wish } from './timeline/tasks.ts';
import type { Failure } from './view.ts';

/** What stands between the panel and being up to date, gathered from all stores. */
export interface Troubles {
  readonly loading: ReadonlySignal<boolean>;
  /** What a later try may cure; `null` while one is under way. */
  readonly curable: ReadonlySignal<readonly Failure[] | null>;
  /** Until when HighLevel wants no calls, epoch milliseconds, or `null`. */
  readonly limitedUntil: ReadonlySignal<number | null>;
  /** Saves and ticks kept to be sent, of all contacts. */
  readonly waiting: ReadonlySignal<number>;
  /** Ticks and other changes of the shown contact's entries that failed. */
  readonly failedEntries: ReadonlySignal<number>;
}

interface TroublesOptions {
  current: ReadonlySignal<Records | null>;
  edits: Edits;
  wishes: ReadonlySignal<ReadonlyMap<string, Wish>>;
  drafts: ReadonlySignal<ReadonlyMap<string, EntryDraft>>;
  now: ReadonlySignal<number>;
}

export function createTroubles({ current, edits, wishes, drafts, now }: TroublesOptions): Troubles {
  const progress = computed(() => (current.value ? progressOf(current.value) : { loading: false, failures: [] }));
  const kept = computed(() => [...edits.all.value.values()].flatMap((fields) => [...fields.values()]));
  const entries = computed(() => [...wishes.value.values(), ...drafts.value.values()]);
  const unsent = computed((): readonly Failure[] => [
    ...kept.value.flatMap(({ draft }) => draft?.failure ?? []),
    ...entries.value.flatMap(({ failure }) => failure ?? []),
  ]);
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
    waiting: computed(() => {
      const sends = kept.value.filter(({ draft, save }) => (save && !save.failure) || draft?.failure?.retryable);
      const ticks = [...wishes.value.values()].filter(({ failure }) => failure?.retryable !== false);
      const forms = [...drafts.value.values()].filter(
        ({ stage, failure }) => stage === 'sending' || failure?.retryable,
      );
      return sends.length + ticks.length + forms.length;
    }),
    failedEntries: computed(() => {
      const contactId = current.value?.contactId;
      return entries.value.filter((entry) => entry.contactId === contactId && entry.failure).length;
    }),
  };
}
