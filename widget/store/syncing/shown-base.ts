import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { agreedElsewhere, type Base, rowAgreements } from '../../../engine/base.ts';
import { type Failure, toFailure } from '../../../engine/failure.ts';
import type { Agreed } from '../../../engine/state.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row } from '../../section/port.ts';
import { retryWhenDue } from '../reading/retry.ts';

interface ShownBaseOptions {
  /** The shown row; `null` until its contact has come. */
  row: ReadonlySignal<Row | null>;
  base: Base;
  /** Changes whenever the base does. */
  changes: ReadonlySignal<number>;
  online: ReadonlySignal<boolean>;
}

const nowhere: ReadonlySet<FieldRef> = new Set();

/** What the shown row and HighLevel last agreed on. */
export interface ShownBase {
  /** `undefined` until it was read. */
  readonly agreed: ReadonlySignal<ReadonlyMap<FieldRef, Agreed> | undefined>;
  /** The fields on which another row of the contact agreed. */
  readonly agreedElsewhere: ReadonlySignal<ReadonlySet<FieldRef>>;
  /** Reads it again. */
  load(): void;
  stop(): void;
}

/** Keeps the base of the shown row read: without it nothing flows, so a read that failed is repeated until it succeeds. */
export function createShownBase({ row, base, changes, online }: ShownBaseOptions): ShownBase {
  const failures = signal<readonly Failure[] | null>([]);
  let turn = 0;

  function load() {
    const shown = row.peek();
    const own = ++turn;
    if (!shown) return;
    failures.value = null;
    base.load([shown.contactId]).then(
      () => {
        if (own === turn) failures.value = [];
      },
      (error: unknown) => {
        if (own === turn) failures.value = [toFailure(error)];
      },
    );
  }

  // Cells change all the time, the row does not.
  const ref = computed(() => row.value && `${row.value.tableId} ${row.value.rowId} ${row.value.contactId}`);
  const stops = [
    effect(() => {
      ref.value;
      untracked(load);
    }),
    effect(() => {
      if (online.value && failures.peek()?.some(({ retryable }) => retryable)) untracked(load);
    }),
    retryWhenDue({ failures, run: load }),
  ];

  const ofContact = computed(() => {
    changes.value;
    const all = row.value ? base.of(row.value.contactId) : undefined;
    return row.value && all ? { row: row.value, all } : undefined;
  });

  return {
    agreed: computed(() => ofContact.value && rowAgreements(ofContact.value.row, ofContact.value.all)),
    agreedElsewhere: computed(() =>
      ofContact.value ? agreedElsewhere(ofContact.value.row, ofContact.value.all) : nowhere,
    ),
    load,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
