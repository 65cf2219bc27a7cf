import type { Values } from '../../sync/cells.ts';
import { type FieldPlan, planContact, type Rules } from '../../sync/plan.ts';
import type { FieldRef } from '../../sync/refs.ts';
import { context } from './plan-contact.ts';
import { createStepper, type Stepper } from './stepper.ts';

export type Side = 'highlevel' | number;

/** What the activity log keeps: written before the effect, so that a crash after it leaves a trace. */
export interface Entry {
  field: FieldRef;
  side: Side;
  from: string;
  to: string;
  by: 'flow' | 'choice';
}

type Texts = Partial<Record<FieldRef, string>>;

/** A row of the contact, and what it and HighLevel agreed on. */
export interface RowState {
  values: Texts;
  base: Texts;
  versions: Partial<Record<FieldRef, number>>;
}

export interface State {
  rows: RowState[];
  highlevel: Texts;
}

/** What a panel has read, and the same with what it has written since. */
export interface Sight {
  read: State;
  now: State;
}

/** What a panel can do. Each call is a step of its own, and the panel may be closed before any of them. */
export interface Ports {
  readBase(): Promise<readonly Pick<RowState, 'base' | 'versions'>[]>;
  readHighLevel(): Promise<Values>;
  readRows(): Promise<readonly Values[]>;
  /** Writes a line of the log. */
  begin(entry: Entry): Promise<void>;
  /**
   * Writes to one side, provided all of the field is still as it was seen: a fresh look precedes each write, as near to it as
   * two systems without a common lock allow. Returns whether it was written.
   */
  write(sight: Sight, entry: Entry): Promise<boolean>;
  /** Agrees on a value, provided the version is still the newest. */
  agree(row: number, field: FieldRef, value: string, version: number): Promise<void>;
}

/** What a panel's own ports are made of, for an executor that brings them along. */
export interface Panel {
  name: string;
  gate: Stepper['gate'];
  /** What is true at this moment. Each change is preceded by `record`. */
  state: State;
  /** Notes a write, and what the panel had read before it. */
  record(seen: State, entry: Entry): void;
}

/** What carries values from side to side. */
export interface Executor {
  /** Looks at both sides, and lets flow what may. */
  flow(ports: Ports, rules: Rules, panel: Panel): Promise<void>;
  /** Gives all sides the value that a person chose. */
  choose(ports: Ports, seen: State, field: FieldRef, value: string): Promise<void>;
}

export interface Written extends Entry {
  /** The other side had the replaced value, as far as the panel had read. */
  isShared: boolean;
  /** Another row held another text that was typed since it agreed, as far as the panel had read. */
  isContradicted: boolean;
  /** The replaced value came after the panel had read: no two systems without a common lock can tell. */
  isRaced: boolean;
}

export const copyOf = ({ rows, highlevel }: State): State => ({
  rows: rows.map(({ values, base, versions }) => ({
    values: { ...values },
    base: { ...base },
    versions: { ...versions },
  })),
  highlevel: { ...highlevel },
});

export const valuesAt = ({ rows, highlevel }: State, side: Side): Texts =>
  side === 'highlevel' ? highlevel : (rows[side]?.values ?? {});

export const sidesOf = ({ rows }: State): Side[] => ['highlevel', ...rows.keys()];

/** The plan of each row that is not the same and agreed on, by field. */
export function plansFor({ rows, highlevel }: State, rules: Rules) {
  const sides = rows.map(({ values, base }, rowId) => ({ rowId, cells: values, base }));
  const plans = new Map<FieldRef, (readonly [row: number, plan: FieldPlan])[]>();
  for (const { rowId, fields } of planContact(sides, highlevel, rules, context)) {
    for (const [field, plan] of fields) {
      if (plan.kind === 'same' && plan.agreed) continue;
      plans.set(field, [...(plans.get(field) ?? []), [rowId, plan]]);
    }
  }
  return plans;
}

/**
 * Is a value known to both sides, or an emptiness on which they never agreed? Then it may be replaced: the other side had it
 * before the replacing one was typed, or nothing is lost.
 */
function isShared({ rows, highlevel }: State, side: Side, field: FieldRef): boolean {
  if (side === 'highlevel') {
    const isUnfilled = highlevel[field] === '' && rows.every(({ base }) => base[field] === undefined);
    return isUnfilled || rows.some(({ base }) => base[field] === highlevel[field]);
  }
  const row = rows[side];
  const isUnfilled = row?.values[field] === '' && row.base[field] === undefined;
  return isUnfilled || row?.values[field] === row?.base[field] || row?.values[field] === highlevel[field];
}

/** Does a row hold another text that was typed since it agreed, and that HighLevel does not have? */
function isContradicted({ rows, highlevel }: State, field: FieldRef, to: string): boolean {
  return rows.some(({ values, base }) => {
    const [text, agreed] = [values[field], base[field]];
    return agreed !== undefined && text !== agreed && text !== to && text !== highlevel[field];
  });
}

function isAsSeen(state: State, seen: State, field: FieldRef): boolean {
  const isSideAsSeen = sidesOf(state).every((side) => valuesAt(state, side)[field] === valuesAt(seen, side)[field]);
  return isSideAsSeen && state.rows.every(({ versions }, at) => versions[field] === seen.rows[at]?.versions[field]);
}

/** A contact in HighLevel, its rows in Grist, what they agreed on, and several panels that are closed at any time. */
export function createContactWorld(start: State, rules: Rules, panelCount: number, executor: Executor) {
  const state = copyOf(start);
  const log: Entry[] = [];
  const typed: Omit<Entry, 'from' | 'by'>[] = [];
  const written: Written[] = [];
  const panels = Array.from({ length: panelCount }, (_, at) => {
    const stepper = createStepper();
    return {
      stepper,
      ports: portsThrough(stepper.gate),
      panel: { name: `panel ${at}`, gate: stepper.gate, state, record },
    };
  });

  function record(seen: State, entry: Entry) {
    const { field, side, to } = entry;
    written.push({
      ...entry,
      isShared: isShared(seen, side, field),
      isContradicted: isContradicted(seen, field, to),
      isRaced: valuesAt(seen, side)[field] !== entry.from,
    });
  }

  function portsThrough(gate: Stepper['gate']): Ports {
    return {
      readBase: gate(() => copyOf(state).rows),
      readHighLevel: gate(() => ({ ...state.highlevel })),
      readRows: gate(() => copyOf(state).rows.map(({ values }) => values)),
      begin: gate((entry) => void log.push(entry)),
      write: gate((sight, entry) => {
        const { field, side, to } = entry;
        if (!isAsSeen(state, sight.now, field)) return false;
        record(sight.read, entry);
        valuesAt(state, side)[field] = to;
        valuesAt(sight.now, side)[field] = to;
        return true;
      }),
      agree: gate((row, field, value, version) => {
        const agreed = state.rows[row];
        if (!agreed || (agreed.versions[field] ?? 0) !== version) return;
        agreed.base[field] = value;
        agreed.versions[field] = version + 1;
      }),
    };
  }

  const isOpen = ({ kind }: FieldPlan) => kind === 'conflict' || kind === 'differs';
  const panelAt = (at: number) => panels[at % panels.length] as (typeof panels)[number];

  return {
    state,
    log,
    typed,
    written,
    /** What is not the same and agreed on, of every row. */
    open: () => [...plansFor(state, rules).values()].flat().map(([, plan]) => plan),
    type(side: Side, field: FieldRef, to: string) {
      typed.push({ side, field, to });
      valuesAt(state, side)[field] = to;
    },
    /** A panel begins to look. */
    async look(at: number) {
      const { stepper, ports, panel } = panelAt(at);
      await stepper.start(() => executor.flow(ports, rules, panel));
    },
    /** A person decides what they see: the value of any side, or one before, for all of them. */
    async choose(at: number, pick: number) {
      const seen = copyOf(state);
      const [field] = [...plansFor(seen, rules)].find(([, plans]) => plans.some(([, plan]) => isOpen(plan))) ?? [];
      if (!field) return;
      const values = [...sidesOf(seen).map((side) => valuesAt(seen, side)), ...seen.rows.map(({ base }) => base)]
        .map((known) => known[field])
        .filter((value) => value !== undefined);
      const { stepper, ports } = panelAt(at);
      await stepper.start(() => executor.choose(ports, seen, field, values[pick % values.length] ?? ''));
    },
    act: (at: number) => panelAt(at).stepper.step(),
    crash: (at: number) => panelAt(at).stepper.crash(),
  };
}

export type ContactWorld = ReturnType<typeof createContactWorld>;
