import { beforeEach, expect, test, vi } from 'vitest';
import { createPace } from '../../engine/pace.ts';
import type { Ports } from '../../engine/ports.ts';
import { type Checkpoint, type Page, run } from '../../engine/run.ts';
import { deleteContact } from '../../highlevel/contacts.ts';
import { listTasks } from '../../highlevel/tasks.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { entryKinds } from '../../sync/entries.ts';
import { type EntriesWorld, startEntries } from './start-entries.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** Runs the job over all linked contacts, at the speed of a computer that does not wait. */
async function bringIn(
  { contactIds }: EntriesWorld,
  ports: Ports,
  { from = null, stopAfter = Number.POSITIVE_INFINITY }: { from?: Checkpoint | null; stopAfter?: number } = {},
): Promise<Page[]> {
  const abort = new AbortController();
  const { signal } = abort;
  const job = { kind: 'entries', contactIds: contactIds.slice(1) } as const;
  const pages: Page[] = [];
  const running = (async () => {
    for await (const page of run(ports, job, from, { holder: 'worker', signal, paced: createPace(signal) })) {
      pages.push(page);
      if (pages.length === stopAfter) abort.abort();
    }
  })();
  let isOver = false;
  running
    .finally(() => {
      isOver = true;
    })
    .catch(() => {});
  while (!isOver) await vi.advanceTimersByTimeAsync(1_000);
  await running;
  return pages;
}

const resultsOf = (pages: readonly Page[]) => pages.flatMap(({ results }) => results);

test.each([
  [10, entryKinds],
  [40, entryKinds],
  [120, ['task'] as const],
])('%i contacts cost one read of each table for a hundred of them, and one bundle', async (linked, kinds) => {
  const world = await startEntries({ sandbox: createSandbox({ contacts: 130 }), linked, kinds });
  const calls: string[] = [];
  const bundles = world.document.bundles.length;
  const pages = await bringIn(world, world.open({ onCall: (call) => calls.push(call) }));
  const count = (call: string) => calls.filter((one) => one === call).length;
  const hundreds = Math.ceil(linked / 100);
  expect(pages.map(({ checkpoint }) => checkpoint.done)).toEqual(linked > 100 ? [100, linked] : [linked]);
  for (const { tableId } of world.tables.values()) expect(count(`fetchTable ${tableId}`)).toBe(hundreds);
  expect(count('fetchTable Contacts')).toBe(hundreds);
  expect(count('state.readBase')).toBe(hundreds);
  expect(count('state.claim')).toBe(hundreds);
  expect(count('apply')).toBeLessThanOrEqual(kinds.length * hundreds);
  expect(world.document.bundles.length - bundles).toBe(count('apply'));
  expect(count('state.begin')).toBe(0);
});

test('every entry of every contact has a row after it, linked to its contact', async () => {
  const world = await startEntries({ linked: 12 });
  const pages = await bringIn(world, world.open());
  expect(resultsOf(pages).map(({ kind }) => kind)).toEqual(Array(12).fill('synced'));
  for (const [rowId, contactId] of world.contactIds.entries()) {
    if (rowId === 0) continue;
    const ids = (await listTasks(world.api, contactId)).map(({ id }) => id);
    const rows = world.rows('task').filter(({ Contact }) => Contact === rowId);
    expect(rows.map((row) => row.HighLevel_ID).toSorted()).toEqual(ids.toSorted());
  }
});

test('a job that was stopped goes on from its checkpoint, and adds nothing twice', async () => {
  const world = await startEntries({ sandbox: createSandbox({ contacts: 130 }), linked: 110, kinds: ['task'] });
  const [first] = await bringIn(world, world.open(), { stopAfter: 1 });
  expect(first?.checkpoint).toEqual({ done: 100 });
  const later = () => world.rows('task').filter(({ Contact }) => Number(Contact) > 100);
  expect(later()).toEqual([]);
  await bringIn(world, world.open(), { from: first!.checkpoint });
  await bringIn(world, world.open());
  expect(later()).not.toEqual([]);
  const ids = world.rows('task').map((row) => row.HighLevel_ID);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a contact that HighLevel no longer has is told apart from one that cannot be read', async () => {
  const world = await startEntries({ linked: 4 });
  await deleteContact(world.api, world.contactIds[2]!);
  world.sandbox.faults.add('server-error', { method: 'GET', path: `/contacts/${world.contactIds[3]}`, status: 400 });
  const results = resultsOf(await bringIn(world, world.open()));
  expect(results.map(({ kind }) => kind)).toEqual(['synced', 'gone', 'unread', 'synced']);
});

test('where HighLevel cannot be reached the rest is reported as unread', async () => {
  const world = await startEntries({ linked: 10 });
  world.sandbox.faults.add('server-error', { method: 'GET', path: '/contacts', status: 400 });
  const pages = await bringIn(world, world.open());
  expect(pages.at(-1)?.isCutShort).toBe(true);
  expect(resultsOf(pages).map(({ kind }) => kind)).toEqual(Array(10).fill('unread'));
});

test('a row that was typed before becomes an entry', async () => {
  const world = await startEntries({ linked: 2 });
  const due = Math.ceil(Date.now() / 86_400_000) * 86_400 + 86_400;
  world.add('task', { Title: 'Order the handles', Due: due, Contact: 2 });
  await bringIn(world, world.open());
  const made = (await listTasks(world.api, world.contactIds[2]!)).filter(({ title }) => title === 'Order the handles');
  expect(made).toHaveLength(1);
  expect(world.rows('task').filter(({ Title }) => Title === 'Order the handles')).toMatchObject([
    { HighLevel_ID: made[0]!.id },
  ]);
});

test('a contact that another client is at work on is waited for', async () => {
  const world = await startEntries({ linked: 2 });
  await world.state.state.claim('page', [`entries:${world.contactIds[2]}`], 3_000);
  const results = resultsOf(await bringIn(world, world.open()));
  expect(results.map(({ kind }) => kind)).toEqual(['synced', 'synced']);
  expect(world.rows('task').some(({ Contact }) => Contact === 2)).toBe(true);
});
