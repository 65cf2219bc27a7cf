import { type FieldPlan, planContact, type Rules } from '../../sync/plan.ts';
import type { FieldRef } from '../../sync/refs.ts';
import { context } from './plan-contact.ts';

export type Side = 'highlevel' | number;
type Values = Partial<Record<FieldRef, string>>;

/** What the activity log keeps: written before the effect, so that a crash after it leaves a trace. */
export interface Entry {
  field: FieldRef;
  side: Side;
  from: string;
  to: string;
  by: 'flow' | 'choice';
}

type Step =
  | { kind: 'write'; field: FieldRef; side: Side; to: string; by: Entry['by'] }
  | { kind: 'intend'; entry: Entry }
  | { kind: 'agree'; field: FieldRef; row: number; value: string; version: number };

interface Worker {
  /** What it has read. */
  read: State | null;
  /** The same with what it has written since. */
  seen: State | null;
  steps: Step[];
}

/** A row of the contact, and what it and HighLevel agreed on. */
export interface RowState {
  values: Values;
  base: Values;
  versions: Partial<Record<FieldRef, number>>;
}

export interface State {
  rows: RowState[];
  highlevel: Values;
}

const copy = ({ rows, highlevel }: State): State => ({
  rows: rows.map(({ values, base, versions }) => ({
    values: { ...values },
    base: { ...base },
    versions: { ...versions },
  })),
  highlevel: { ...highlevel },
});
const valuesOf = ({ rows, highlevel }: State, side: Side): Values =>
  side === 'highlevel' ? highlevel : (rows[side]?.values ?? {});

/** Is a value known to both sides? Then it may be replaced: the other side had it before the replacing one was typed. */
function isShared({ rows, highlevel }: State, side: Side, field: FieldRef): boolean {
  if (side === 'highlevel') return rows.some(({ base }) => base[field] === highlevel[field]);
  const row = rows[side];
  return row?.values[field] === row?.base[field] || row?.values[field] === highlevel[field];
}

/** A contact in HighLevel, its rows in Grist, what they agreed on, and several panels that die at any time. */
export function createTwoSides(start: State, rules: Rules, workerCount: number) {
  const state = copy(start);
  const fresh = (): Worker => ({ read: null, seen: null, steps: [] });
  const workers = Array.from({ length: workerCount }, fresh);
  const log: Entry[] = [];
  const typed: Omit<Entry, 'from' | 'by'>[] = [];
  const written: (Entry & { isShared: boolean })[] = [];
  const sides: Side[] = ['highlevel', ...start.rows.keys()];

  /** The plans of one field, by row. */
  type Plans = readonly (readonly [row: number, plan: FieldPlan])[];

  function plansFor(on: State): ReadonlyMap<FieldRef, Plans> {
    const rows = on.rows.map(({ values, base }, rowId) => ({ rowId, cells: values, base }));
    const plans = planContact(rows, on.highlevel, rules, context);
    return new Map(
      [...rules.keys()].map((field) => [
        field,
        plans.flatMap(({ rowId, fields }) => {
          const plan = fields.get(field);
          return plan && (plan.kind !== 'same' || !plan.agreed) ? [[rowId, plan] as const] : [];
        }),
      ]),
    );
  }

  const writesTo = (seen: State, field: FieldRef, side: Side, to: string, by: Entry['by']): Step[] =>
    valuesOf(seen, side)[field] === to
      ? []
      : [
          { kind: 'intend', entry: { field, side, from: valuesOf(seen, side)[field] ?? '', to, by } },
          { kind: 'write', field, side, to, by },
        ];
  const agreementOf = (seen: State, field: FieldRef, row: number, value: string): Step => ({
    kind: 'agree',
    ...{ field, row, value, version: seen.rows[row]?.versions[field] ?? 0 },
  });

  /** HighLevel first, then the rows, then what they agree on. */
  function stepsOf(seen: State, field: FieldRef, plans: Plans): Step[] {
    const flows = plans.flatMap(([row, plan]) =>
      'value' in plan && plan.kind !== 'unrepresentable' ? [{ row, plan }] : [],
    );
    const sent = flows.find(({ plan }) => plan.kind === 'to-highlevel');
    return [
      ...(sent ? writesTo(seen, field, 'highlevel', sent.plan.value, 'flow') : []),
      ...flows.flatMap(({ row, plan }) =>
        plan.kind === 'to-grist' ? writesTo(seen, field, row, plan.cell, 'flow') : [],
      ),
      ...flows.map(({ row, plan }) => agreementOf(seen, field, row, plan.value)),
    ];
  }

  /** A fresh look at all of a field precedes each write, as near to it as two systems without a common lock allow. */
  function isAsSeen(seen: State, field: FieldRef): boolean {
    const isSideAsSeen = sides.every((side) => valuesOf(state, side)[field] === valuesOf(seen, side)[field]);
    return isSideAsSeen && state.rows.every(({ versions }, at) => versions[field] === seen.rows[at]?.versions[field]);
  }

  function take(step: Step, worker: Worker) {
    const { read, seen } = worker;
    if (step.kind === 'intend') log.push(step.entry);
    if (step.kind === 'agree') {
      const { base, versions } = state.rows[step.row] as RowState;
      if ((versions[step.field] ?? 0) !== step.version) return;
      base[step.field] = step.value;
      versions[step.field] = step.version + 1;
    }
    if (step.kind !== 'write') return;
    const { field, side, to, by } = step;
    if (!read || !seen || !isAsSeen(seen, field)) {
      worker.steps = [];
      return;
    }
    written.push({
      field,
      side,
      from: valuesOf(state, side)[field] ?? '',
      to,
      by,
      isShared: isShared(read, side, field),
    });
    valuesOf(state, side)[field] = to;
    valuesOf(seen, side)[field] = to;
  }

  const isOpen = ({ kind }: FieldPlan) => kind === 'conflict' || kind === 'differs';

  return {
    state,
    log,
    typed,
    written,
    /** What is not the same and agreed on, of every row. */
    open: () => [...plansFor(state).values()].flatMap((plans) => plans.map(([, plan]) => plan)),
    type(side: Side, field: FieldRef, to: string) {
      typed.push({ side, field, to });
      valuesOf(state, side)[field] = to;
    },
    /** Reads everything and decides; what follows may come much later. */
    look(at: number) {
      const seen = copy(state);
      const steps = [...plansFor(seen)].flatMap(([field, plans]) => stepsOf(seen, field, plans));
      workers[at] = { read: copy(seen), seen, steps };
    },
    /** A person decides what they see: the value of any side, or one before, for all of them. */
    choose(at: number, pick: number) {
      const seen = copy(state);
      const found = [...plansFor(seen)].find(([, plans]) => plans.some(([, plan]) => isOpen(plan)));
      if (!found) return;
      const [field] = found;
      const values = [...sides.map((side) => valuesOf(seen, side)), ...seen.rows.map(({ base }) => base)]
        .map((known) => known[field])
        .filter((value) => value !== undefined);
      const chosen = values[pick % values.length] ?? '';
      const writes = sides.flatMap((side) => writesTo(seen, field, side, chosen, 'choice'));
      const agreements = seen.rows.map((_, row) => agreementOf(seen, field, row, chosen));
      workers[at] = { read: copy(seen), seen, steps: [...writes, ...agreements] };
    },
    act(at: number) {
      const worker = workers[at] ?? fresh();
      const step = worker.steps.shift();
      if (step) take(step, worker);
      return step !== undefined;
    },
    crash(at: number) {
      workers[at] = fresh();
    },
  };
}

export type TwoSides = ReturnType<typeof createTwoSides>;
