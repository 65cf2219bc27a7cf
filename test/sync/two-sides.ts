import type { Binding } from '../../sync/mapping.ts';
import { type ContactPlan, plan } from '../../sync/plan.ts';
import type { FieldRef } from '../../sync/refs.ts';

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
  | { kind: 'agree'; field: FieldRef; value: string; version: number };

interface Worker {
  /** What it has read, and since written itself. */
  seen: State | null;
  steps: Step[];
}

export interface State {
  rows: Values[];
  highlevel: Values;
  base: Values;
  versions: Partial<Record<FieldRef, number>>;
}

const facts = { customFields: [], context: { users: [], businesses: [], phone: null } };
const copy = (state: State): State => structuredClone(state);

/** A contact in HighLevel, its rows in Grist, what they agreed on, and several panels that die when they like. */
export function createTwoSides(start: State, bindings: readonly Binding[], workerCount: number) {
  const state = copy(start);
  const fresh = (): Worker => ({ seen: null, steps: [] });
  const workers = Array.from({ length: workerCount }, fresh);
  const log: Entry[] = [];
  const typed: Omit<Entry, 'from' | 'by'>[] = [];
  const written: (Entry & { isOwn: boolean })[] = [];
  const placeOf = (side: Side, on: State = state): Values => (side === 'highlevel' ? on.highlevel : on.rows[side]!);
  const sides: Side[] = ['highlevel', ...start.rows.keys()];

  /** Places that hold what somebody typed and both sides have not agreed on. To type what was agreed on changes nothing. */
  const own = new Set<string>();
  function note(side: Side, field: FieldRef) {
    const isAgreed = placeOf(side)[field] === state.base[field];
    own[isAgreed ? 'delete' : 'add'](`${side} ${field}`);
  }
  for (const side of sides) for (const { field } of bindings) note(side, field);

  function planFor(on: State): ContactPlan['outcomes'] {
    const rows = on.rows.map((values, rowId) => ({ rowId, contactId: 'c', values }));
    return (
      plan(rows, new Map([['c', on.highlevel]]), new Map([['c', on.base]]), bindings, facts).get('c')?.outcomes ??
      new Map()
    );
  }

  /** HighLevel first, then every row, then the agreement. */
  function stepsTo(seen: State, field: FieldRef, to: string, by: Entry['by']): Step[] {
    const due = sides.filter((side) => placeOf(side, seen)[field] !== to);
    const writes = due.flatMap((side): Step[] => [
      { kind: 'intend', entry: { field, side, from: placeOf(side, seen)[field] ?? '', to, by } },
      { kind: 'write', field, side, to, by },
    ]);
    return [...writes, { kind: 'agree', field, value: to, version: seen.versions[field] ?? 0 }];
  }

  /** A fresh look at all three precedes each write, as near to it as two systems without a common lock allow. */
  function isAsSeen(seen: State, field: FieldRef): boolean {
    const isSideAsSeen = sides.every((side) => placeOf(side)[field] === placeOf(side, seen)[field]);
    return isSideAsSeen && state.versions[field] === seen.versions[field];
  }

  function take(step: Step, worker: Worker) {
    const { seen } = worker;
    if (step.kind === 'intend') log.push(step.entry);
    if (step.kind === 'agree' && (state.versions[step.field] ?? 0) === step.version) {
      state.base[step.field] = step.value;
      state.versions[step.field] = step.version + 1;
      for (const side of sides) {
        if (placeOf(side)[step.field] === step.value) own.delete(`${side} ${step.field}`);
      }
    }
    if (step.kind !== 'write') return;
    const { field, side, to, by } = step;
    if (!seen || !isAsSeen(seen, field)) {
      worker.steps = [];
      return;
    }
    const isOwn = own.delete(`${side} ${field}`);
    written.push({ field, side, from: placeOf(side)[field] ?? '', to, by, isOwn });
    placeOf(side)[field] = to;
    placeOf(side, seen)[field] = to;
  }

  return {
    state,
    log,
    typed,
    written,
    outcomes: () => planFor(state),
    type(side: Side, field: FieldRef, to: string) {
      typed.push({ side, field, to });
      placeOf(side)[field] = to;
      note(side, field);
    },
    /** Reads everything and makes up its mind; what it then does may come much later. */
    look(at: number) {
      const seen = copy(state);
      const steps = [...planFor(seen)].flatMap(([field, outcome]) =>
        'value' in outcome ? stepsTo(seen, field, outcome.value, 'flow') : [],
      );
      workers[at] = { seen, steps };
    },
    /** A person decides what they see: the value of any side, or the one before. */
    choose(at: number, pick: number) {
      const seen = copy(state);
      const open = [...planFor(seen)].find(([, { kind }]) => kind === 'conflict' || kind === 'differs');
      if (!open) return;
      const [field] = open;
      const values = [...sides.map((side) => placeOf(side, seen)[field]), seen.base[field]].filter(
        (value) => value !== undefined,
      );
      workers[at] = { seen, steps: stepsTo(seen, field, values[pick % values.length]!, 'choice') };
    },
    act(at: number) {
      const worker = workers[at]!;
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
