import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Row } from '../../section/port.ts';
import { toFailure } from '../failure.ts';
import { retryWhenDue } from '../reading/retry.ts';
import type { Failure } from '../view.ts';
import type { Agreements } from './agreements.ts';

interface ShownAgreementsOptions {
  /** The shown row; `null` until its contact has come. */
  row: ReadonlySignal<Row | null>;
  agreements: Pick<Agreements, 'load'>;
  online: ReadonlySignal<boolean>;
}

/** Keeps what the shown row agreed on read: without it nothing flows, so what failed is tried again until it is there. */
export function followAgreements({ row, agreements, online }: ShownAgreementsOptions) {
  const failures = signal<readonly Failure[] | null>([]);
  let turn = 0;

  function load() {
    const shown = row.peek();
    const asked = ++turn;
    if (!shown) return;
    failures.value = null;
    agreements.load(shown).then(
      () => {
        if (asked === turn) failures.value = [];
      },
      (error: unknown) => {
        if (asked === turn) failures.value = [toFailure(error)];
      },
    );
  }

  // Cells change all the time, the place does not.
  const place = computed(() => row.value && `${row.value.tableId} ${row.value.rowId} ${row.value.contactId}`);
  const stops = [
    effect(() => {
      place.value;
      untracked(load);
    }),
    effect(() => {
      if (online.value && failures.peek()?.some(({ retryable }) => retryable)) untracked(load);
    }),
    retryWhenDue({ failures, run: load }),
  ];

  return {
    /** Reads them anew. */
    load,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
