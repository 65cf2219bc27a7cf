import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { toFailure } from '../../../engine/failure.ts';
import type { SyncReport } from '../../../engine/sync-contact.ts';
import type { Same, Values } from '../../../sync/cells.ts';
import type { RowPlan } from '../../../sync/plan.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row } from '../../section/port.ts';
import type { Edits } from '../fields/edits.ts';
import type { ShownBase } from './shown-base.ts';

/** Milliseconds until what failed is tried again: at first, and at most. */
const firstPause = 5_000;
const longestPause = 60_000;

interface FlowsOptions {
  row: ReadonlySignal<Row | null>;
  plan: ReadonlySignal<RowPlan['fields']>;
  base: Pick<ShownBase, 'agreed'>;
  edits: Pick<Edits, 'of'>;
  same: Same;
  /** Reads both sides of a row again and lets flow what may. */
  sync: (row: Row) => Promise<SyncReport>;
  /** Are changes made in the grid sent without asking? */
  automatic: ReadonlySignal<boolean>;
  mayWrite: ReadonlySignal<boolean>;
  /** Fields of which a change of the grid waits for a person. */
  held: ReadonlySignal<ReadonlySet<FieldRef>>;
  /** Both sides of a row hold these values. */
  onEqual: (row: Row, values: Values) => void;
}

/** Milliseconds until a contact that another client carries is looked at again. */
const busyPause = 1_500;

const entriesOf = (plan: RowPlan['fields'], kind: 'same' | 'to-grist' | 'to-highlevel') =>
  [...plan].flatMap(([field, one]): [FieldRef, string][] => (one.kind === kind ? [[field, one.value]] : []));

/** Lets flow what changed on one side of the shown row, as soon as it is seen. */
export function createFlows(options: FlowsOptions) {
  const { row, plan, base, edits, same, sync, automatic, mayWrite, held, onEqual } = options;
  /** What was begun already, by row and fields, so that a refusal is not tried again and again. */
  const tried = new Map<string, { place: string; fields: readonly FieldRef[] }>();
  /** Values that Grist refused to take: they do not flow by themselves any more. */
  const refused = signal<ReadonlySet<string>>(new Set());
  const contactId = computed(() => row.value?.contactId ?? '');
  /** Counts up when it is time to try again. */
  const again = signal(0);
  let pause = firstPause;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tryAgain(attempt: string, wait: number) {
    tried.delete(attempt);
    clearTimeout(timer);
    timer = setTimeout(() => again.value++, wait);
  }

  /** What this person may not write is left to those who may. */
  function noteGivenUp({ reports }: Extract<SyncReport, { kind: 'synced' }>) {
    const values = reports.flatMap(({ done, givenUp = [] }) =>
      done?.kind === 'field'
        ? givenUp.map((field) => `${done.target.contactId} ${field} ${done.want[field as FieldRef]}`)
        : [],
    );
    if (values.length > 0) refused.value = new Set([...refused.peek(), ...values]);
  }

  /** What could not be read is read again: nothing else may ever call for it. */
  function flow(shown: Row, attempt: string) {
    sync(shown).then(
      (report) => {
        pause = firstPause;
        if (report.kind === 'busy') tryAgain(attempt, busyPause);
        else if (report.kind === 'synced') noteGivenUp(report);
      },
      (error: unknown) => {
        const { retryable, retryAt = 0 } = toFailure(error);
        if (!retryable) return;
        tryAgain(attempt, Math.max(pause, retryAt - Date.now()));
        pause = Math.min(pause * 2, longestPause);
      },
    );
  }

  /** Once both sides are equal and agree on it, whatever comes next is new: also a value that was there before. */
  function forgetReached(place: string, flows: readonly (readonly [FieldRef, string])[]) {
    const isReached = (field: FieldRef) =>
      plan.peek().get(field)?.kind === 'same' && flows.every(([flowing]) => flowing !== field);
    for (const [attempt, { place: of, fields }] of tried) {
      if (of === place && fields.every(isReached)) tried.delete(attempt);
    }
  }

  /** Both sides are equal, but not by what they agreed on: that is looked at afresh before it is believed. */
  const changedAlike = computed(() => {
    const known = base.agreed.value;
    return entriesOf(plan.value, 'same').filter(
      ([field, text]) => known?.has(field) && !same(field, known.get(field)?.value ?? '', text),
    );
  });
  const due = computed(() => {
    const incoming = entriesOf(plan.value, 'to-grist').filter(
      ([field, text]) => !refused.value.has(`${contactId.value} ${field} ${text}`),
    );
    if (!automatic.value) return incoming;
    const outgoing = entriesOf(plan.value, 'to-highlevel').filter(([field]) => !held.value.has(field));
    return [...incoming, ...outgoing];
  });

  const stops = [
    effect(() => {
      const places = [...edits.of(contactId.value)].flatMap(([field, { save }]) =>
        save?.failure?.side === 'grist' ? [`${contactId.value} ${field} ${save.want[field]}`] : [],
      );
      if (places.length > 0) untracked(() => (refused.value = new Set([...refused.peek(), ...places])));
    }),
    effect(() => {
      const shown = row.value;
      if (!shown || !mayWrite.value) return;
      const known = base.agreed.value;
      const equal = entriesOf(plan.value, 'same').filter(([field]) => !known?.has(field));
      untracked(() => onEqual(shown, Object.fromEntries(equal)));
    }),
    effect(() => {
      const [shown, flows] = [row.value, [...due.value, ...changedAlike.value]];
      again.value;
      if (!shown || !mayWrite.value) return;
      const place = `${shown.rowId} ${shown.contactId}`;
      forgetReached(place, flows);
      if (flows.length === 0) return;
      const attempt = `${place} ${JSON.stringify([flows, shown.values])}`;
      if (tried.has(attempt)) return;
      if (tried.size > 500) tried.clear();
      tried.set(attempt, { place, fields: flows.map(([field]) => field) });
      untracked(() => flow(shown, attempt));
    }),
  ];

  return {
    /** Fields that flow now. */
    flowing: computed(() => new Set(mayWrite.value ? due.value.map(([field]) => field) : [])),
    stop: () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}
