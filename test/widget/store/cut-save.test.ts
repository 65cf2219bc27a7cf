import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { createSandbox } from '../../../sandbox/app.ts';
import { forgetTab, lendStorage } from '../../helpers/browser-storage.ts';
import { createCutter } from '../../helpers/cutter.ts';
import { type Bench, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const name = 'Wanjiku';

/** Ways in which a first name becomes another one on one side, for the other to follow. */
const changes = {
  panel: ({ panel }: Bench) => panel.fields.save('firstName', name),
  grid: ({ grist }: Bench) => grist.change(1, { values: { firstName: name } }),
  HighLevel: async ({ api, contactIds, panel }: Bench) => {
    await updateContact(api, contactIds[1]!, { firstName: name });
    panel.refresh();
  },
};

type Change = (bench: Bench) => unknown;
type End = 'closed' | 'reloaded';

/** Makes the change and ends the page at one of its calls, before it leaves or after its effect; then another one opens. */
async function cutAt(point: number, change: Change, end: End) {
  lendStorage();
  sessionStorage.clear();
  const { onCall, arm, cut } = createCutter();
  const bench = await startPanel({ sandbox: createSandbox({ contacts: 5 }), linked: 1, onCall });
  await pass(1_000);
  const { lastName } = await bench.contact(1);
  arm(point, bench.close);
  await change(bench);
  await pass(3_000);
  if (end === 'closed') forgetTab();
  bench.reload();
  await pass(20_000);
  const there = await bench.contact(1);
  const cells = bench.grist.row(1).values;
  const { mark, draft, failure } = bench.field('firstName');
  const full = `${name} ${lastName}`;
  const isOnBoth =
    [there.firstName, cells.firstName, there.name, cells.name].join() === [name, name, full, full].join();
  return {
    cut: cut(),
    isDone: isOnBoth && mark === 'none' && draft === null,
    isInSight: mark === 'failed' && draft === name && failure?.retryable === true,
    writes: [bench.requests().filter((request) => request.startsWith('PUT')).length, bench.grist.bundles.length],
    told: bench.memory.entries().some(({ to }) => to === name),
  };
}

/** What came of it, for each call up to the one that ends it. */
async function cutEverywhere(change: Change, end: End) {
  const found: Awaited<ReturnType<typeof cutAt>>[] = [];
  do found.push(await cutAt(found.length, change, end));
  while (found.at(-1)?.cut !== 'after finish');
  return found;
}

test.each([
  ['panel', 'closed'],
  ['panel', 'reloaded'],
  ['grid', 'closed'],
  ['HighLevel', 'closed'],
] as const)(
  'a change made in %s is on both sides or in sight, and written once, wherever its tab is %s',
  async (side, end) => {
    const found = await cutEverywhere(changes[side], end);
    expect(found.map(({ cut }) => cut)).toEqual(expect.arrayContaining(['before write', 'after write']));
    expect(found.filter(({ isDone, isInSight }) => !isDone && !isInSight)).toEqual([]);
    expect(found.filter(({ writes, told }) => writes.some((count) => count > 1) || !told)).toEqual([]);
  },
);
