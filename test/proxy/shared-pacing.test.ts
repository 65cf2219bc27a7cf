import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../helpers/runs.ts';
import { createFleet, type Process, type Told, type Trouble } from './arrange-fleet.ts';

const healed = 60_000;
const lastAnswer = 5000;

/** The same numbers for the same seed, so that a schedule that fails can be run again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const window = fc.integer({ min: 25, max: 120 });
const trouble: fc.Arbitrary<Trouble> = fc.record({
  kind: fc.constantFrom('start', 'start', 'leave', 'kill', 'freeze', 'cut', 'deaf', 'jump'),
  proxy: fc.nat(7),
  pause: fc.integer({ min: 10, max: 12_000 }),
  lasts: fc.integer({ min: 500, max: 60_000 }),
});
const schedule = fc.record({
  windows: fc.tuple(window, window),
  told: fc.constantFrom<Told>('sliding', 'fixed', 'nothing'),
  seed: fc.nat(),
  troubles: fc.array(trouble, { minLength: 5, maxLength: 25 }),
});

function play({ windows, told, seed, troubles }: typeof schedule extends fc.Arbitrary<infer T> ? T : never) {
  const fleet = createFleet(windows, told, seeded(seed));
  const proxies: Process[] = [fleet.start('first'), fleet.start('second')];
  for (const { kind, proxy, pause, lasts } of troubles) {
    fleet.pass(pause);
    const running = proxies.filter((one) => one.isRunning());
    const one = running[proxy % Math.max(1, running.length)];
    if (kind === 'start' && running.length < 8) proxies.push(fleet.start(`proxy ${proxies.length}`));
    else if (kind === 'leave') one?.leave();
    else if (kind === 'kill') one?.kill();
    else one?.suffer(kind, lasts);
  }
  return { fleet, running: () => proxies.filter((one) => one.isRunning()) };
}

test('never sends one request over the window, whatever happens to how many proxies', () => {
  fc.assert(
    fc.property(schedule, (plan) => {
      const { fleet } = play(plan);
      fleet.pass(healed);
      return fleet.excesses.length === 0;
    }),
    { numRuns: runs(30, 300), endOnFailure: true },
  );
});

test('waits for what a proxy sent before it was cut off from the database', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 30_000, max: 40_000 }), (seed, moment) => {
      const fleet = createFleet([40], 'nothing', seeded(seed));
      const [, other] = [fleet.start('one'), fleet.start('other')];
      fleet.pass(moment);
      other.suffer('cut', healed);
      fleet.pass(healed);
      return fleet.excesses.length === 0;
    }),
    { numRuns: runs(30, 300), endOnFailure: true },
  );
});

test('says when a share may come, and it is never without end', () => {
  const fleet = createFleet([100], 'sliding', seeded(1));
  const one = fleet.start('one');
  fleet.pass(healed);
  const other = fleet.start('other');
  fleet.pass(1500);
  expect(other.wait()).toBe(1000);
  one.kill();
  other.kill();
  const third = fleet.start('third');
  fleet.pass(5000);
  expect(third.shares()).toEqual([0]);
  expect(third.wait()).toBeGreaterThan(10_000);
  expect(third.wait()).toBeLessThan(18_000);
});

test('gives each its equal part once the troubles are over', () => {
  fc.assert(
    fc.property(schedule, (plan) => {
      const { fleet, running } = play(plan);
      fleet.pass(healed * 2);
      const equal = plan.windows.map((max) => Math.floor(max / Math.max(1, running().length)));
      for (const one of running()) expect(one.shares()).toEqual(equal);
    }),
    { numRuns: runs(10, 100), endOnFailure: true },
  );
});

test('keeps within the window when there are more proxies than it has requests', () => {
  const fleet = createFleet([25], 'sliding', seeded(1));
  const proxies = Array.from({ length: 30 }, (_, number) => fleet.start(`proxy ${number}`));
  fleet.pass(healed * 2);
  expect(fleet.excesses).toEqual([]);
  expect(proxies.map((one) => one.shares()[0]).filter((share) => share === 1)).toHaveLength(25);
});

test('the only proxy has the whole window at once', () => {
  const fleet = createFleet([100], 'sliding', seeded(1));
  const only = fleet.start('only');
  fleet.pass(1000);
  expect(only.shares()).toEqual([100]);
});

test('a proxy that leaves gives its part back after one window', () => {
  const fleet = createFleet([100], 'sliding', seeded(1));
  const [one, other] = [fleet.start('one'), fleet.start('other')];
  fleet.pass(healed);
  expect([one.shares(), other.shares()]).toEqual([[50], [50]]);
  one.leave();
  fleet.pass(lastAnswer + 10_000 + 2000);
  expect(other.shares()).toEqual([100]);
});

test('the part of a proxy that died is not used before all that it sent has left the window', () => {
  const fleet = createFleet([100], 'sliding', seeded(2));
  const [one, other] = [fleet.start('one'), fleet.start('other')];
  fleet.pass(healed);
  one.kill();
  fleet.pass(16_500);
  expect(other.shares()).toEqual([50]);
  fleet.pass(5000);
  expect(other.shares()).toEqual([100]);
});
