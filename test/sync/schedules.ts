import fc from 'fast-check';
import { expect } from 'vitest';
import type { MergeRule } from '../../sync/merge.ts';
import {
  type ContactWorld,
  createContactWorld,
  type Executor,
  type RowState,
  type Side,
  type State,
} from './contact-world.ts';
import { rulesFor } from './plan-contact.ts';

const fields = ['city', 'state'] as const;
const panels = 2;

type Op =
  | { kind: 'type'; side: Side; field: (typeof fields)[number]; text: string | null }
  | { kind: 'look' | 'act' | 'crash'; panel: number }
  | { kind: 'choose'; panel: number; pick: number };

const panel = fc.nat(panels - 1);
const text = fc.constantFrom('a', 'b', 'c', '');

type OpOf<Kind extends Op['kind']> = fc.Arbitrary<Op & { kind: Kind }>;

/** `null`: a text that was never typed before. */
const typing = (sides: Side[]): OpOf<'type'> =>
  fc.record({
    kind: fc.constant('type'),
    side: fc.constantFrom(...sides),
    field: fc.constantFrom(...fields),
    text: fc.option(text, { freq: 2 }),
  });
const doing = (kind: 'look' | 'act' | 'crash'): fc.Arbitrary<Op> => fc.record({ kind: fc.constant(kind), panel });
const choosing: OpOf<'choose'> = fc.record({ kind: fc.constant('choose'), panel, pick: fc.nat(3) });

const anyOps = (sides: Side[], pace: number, maxLength: number): fc.Arbitrary<Op[]> =>
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: typing(sides) },
      { weight: 3, arbitrary: doing('look') },
      { weight: 6 * pace, arbitrary: doing('act') },
      { weight: 1, arbitrary: doing('crash') },
      { weight: 1, arbitrary: choosing },
    ),
    { maxLength, size: 'max' },
  );

const anyValues = fc.record({ city: text, state: text });
const anyRow = fc.record<RowState>({
  values: anyValues,
  base: fc.oneof(anyValues, fc.constant({})),
  versions: fc.constant({}),
});
type FlowRule = Pick<MergeRule, 'direction' | 'onConflict'>;
const anyRule = fc.record({
  direction: fc.oneof(
    { weight: 4, arbitrary: fc.constant('both' as const) },
    fc.constantFrom('to-grist', 'to-highlevel'),
  ),
  onConflict: fc.oneof({ weight: 4, arbitrary: fc.constant('ask' as const) }, fc.constantFrom('grist', 'highlevel')),
}) as fc.Arbitrary<FlowRule>;

/** Edits on both sides, and what two panels do meanwhile. */
export interface Schedule {
  start: State;
  rule: FlowRule;
  ops: readonly Op[];
}

/** `pace`: how many steps a panel makes for each time that it looks or a person types; `length`: at most so much happens. */
export const anySchedule = (pace: number, length: number): fc.Arbitrary<Schedule> =>
  fc.integer({ min: 1, max: 3 }).chain((rowCount) =>
    fc.record({
      start: fc.record<State>({
        rows: fc.array(anyRow, { minLength: rowCount, maxLength: rowCount }),
        highlevel: anyValues,
      }),
      rule: anyRule,
      ops: anyOps(['highlevel', ...Array(rowCount).keys()], pace, length),
    }),
  );

async function run(world: ContactWorld, op: Op, at: number) {
  if (op.kind === 'type') world.type(op.side, op.field, op.text ?? `text ${at}`);
  else if (op.kind === 'choose') await world.choose(op.panel, op.pick);
  else await world[op.kind](op.panel);
}

/** With no more edits and no more faults: a panel looks and acts, and a person decides what is theirs to decide. */
async function settle(world: ContactWorld, mayChoose: boolean) {
  for (let round = 0; round < 12 && world.open().length > 0; round++) {
    await world.look(0);
    while (await world.act(0));
    if (!mayChoose) continue;
    await world.choose(0, 0);
    while (await world.act(0));
  }
}

/** A value that the other side never had is replaced only by a choice, or where the rule names the side that is right. */
function expectNothingLost(world: ContactWorld, { onConflict }: FlowRule) {
  for (const { side, from, by, isShared, isRaced } of world.written) {
    const isByRule = onConflict === (side === 'highlevel' ? 'grist' : 'highlevel');
    if (!isShared && !isRaced && by === 'flow' && !isByRule) expect.fail(`${from} is lost without a choice`);
  }
}

/** Which of two rows that changed apart is right is not for the planner to say, whatever the rule about HighLevel is. */
function expectNoRowPreferred(world: ContactWorld, { onConflict }: FlowRule) {
  for (const { side, to, by, isContradicted, isRaced } of world.written) {
    const isSent = side === 'highlevel' && by === 'flow' && !isRaced;
    if (isSent && isContradicted && onConflict !== 'highlevel') expect.fail(`${to} is sent although a row differs`);
  }
}

/** Each value of a side was there at the start, typed there, or is in the log; each that is gone is in the log, too. */
export function expectLogExplains(world: ContactWorld, start: State) {
  for (const field of fields) {
    for (const side of ['highlevel', ...start.rows.keys()] as Side[]) {
      const valuesOf = (state: State) => (side === 'highlevel' ? state.highlevel : state.rows[side]!.values)[field];
      const isHere = (entry: { side: Side; field: string }) => entry.side === side && entry.field === field;
      const logged = world.log.filter(isHere);
      const known = [valuesOf(start), ...world.typed.filter(isHere).map(({ to }) => to), ...logged.map(({ to }) => to)];
      expect(known).toContain(valuesOf(world.state));
      for (const { from } of world.written.filter(isHere)) expect(logged.map((entry) => entry.from)).toContain(from);
    }
  }
}

/** Plays a schedule, then lets both sides come to rest; fails where a value is lost or the sides stay apart. */
export async function play({ start, rule, ops }: Schedule, executor: Executor): Promise<ContactWorld> {
  const rules = rulesFor(...fields.map((field) => [field, rule] as const));
  const world = createContactWorld(start, rules, panels, executor);
  for (const [at, op] of ops.entries()) await run(world, op, at);
  const isTwoWay = rule.direction === 'both';
  await settle(world, isTwoWay);

  expectNothingLost(world, rule);
  expectNoRowPreferred(world, rule);
  const left = world.open().map(({ kind }) => kind);
  expect(left.filter((kind) => isTwoWay || kind !== 'differs')).toEqual([]);
  if (!isTwoWay) return world;
  for (const { values, base } of world.state.rows) {
    expect(values).toEqual(world.state.highlevel);
    expect(base).toEqual(world.state.highlevel);
  }
  return world;
}
