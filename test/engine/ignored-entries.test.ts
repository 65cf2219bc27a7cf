import { beforeEach, expect, test, vi } from 'vitest';
import { startInStep } from './start-entries.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

const rest = () => vi.setSystemTime(Date.now() + 3_000);
const due = () => Math.ceil(Date.now() / 86_400_000) * 86_400 + 86_400;

async function start() {
  const world = await startInStep();
  let seen = world.sandbox.requests.length;
  return {
    ...world,
    /** Looks as often as a panel would in some minutes; returns the writes that HighLevel received. */
    async settle(times = 4) {
      seen = world.sandbox.requests.length;
      for (let time = 0; time < times; time++) {
        rest();
        await world.step();
      }
      const writes = world.sandbox.requests.slice(seen).filter(({ method }) => method === 'PUT' || method === 'POST');
      return writes.length;
    },
    openTask: async () => (await world.tasks()).find(({ completed }) => !completed)!,
  };
}

test('a title that HighLevel ignores stays in its cell, and is sent once', async () => {
  const { sandbox, openTask, rowOf, type, settle, tasks, state } = await start();
  const task = await openTask();
  sandbox.faults.add('value-ignored', { path: '/tasks/', field: 'title' });
  type('task', rowOf('task', task.id).id, { Title: 'Call again' });
  expect(await settle()).toBe(1);
  expect(rowOf('task', task.id).Title).toBe('Call again');
  expect((await tasks()).find(({ id }) => id === task.id)).toEqual(task);
  expect(state.entries().at(-1)).toMatchObject({ act: 'task', what: task.id, result: 'refused' });
});

test('a tick that HighLevel ignores stays in its cell, and is sent once', async () => {
  const { sandbox, openTask, rowOf, type, settle, state } = await start();
  const task = await openTask();
  sandbox.faults.add('value-ignored', { path: '/completed' });
  type('task', rowOf('task', task.id).id, { Done: true });
  expect(await settle()).toBe(1);
  expect(rowOf('task', task.id).Done).toBe(true);
  expect(state.entries().at(-1)).toMatchObject({ what: task.id, to: 'true', result: 'refused' });
});

test('an assignee that HighLevel keeps is not emptied without end', async () => {
  const { sandbox, tasks, rowOf, type, settle } = await start();
  const task = (await tasks()).find(({ assignee }) => assignee !== '')!;
  sandbox.faults.add('value-ignored', { path: '/tasks/', field: 'assignedTo' });
  type('task', rowOf('task', task.id).id, { Assignee: '' });
  expect(await settle()).toBe(1);
  expect(rowOf('task', task.id).Assignee).toBe('');
});

test('a typed row that HighLevel makes with half of its title gets the id, keeps its text, and is made once', async () => {
  const { sandbox, add, rows, settle, tasks } = await start();
  const before = (await tasks()).length;
  sandbox.faults.add('value-halved', { field: 'title' });
  const rowId = add('task', { Title: 'Order the handles', Due: due(), Contact: 1 });
  expect(await settle(6)).toBe(1);
  const made = (await tasks()).find(({ title }) => title === 'Order the');
  expect(await tasks()).toHaveLength(before + 1);
  expect(rows('task').find(({ id }) => id === rowId)).toMatchObject({
    Title: 'Order the handles',
    HighLevel_ID: made?.id,
  });
});

test('a title that HighLevel writes in its own form is followed by its row, and is no choice', async () => {
  const { sandbox, openTask, rowOf, type, settle, sync, contact } = await start();
  const task = await openTask();
  sandbox.faults.add('value-normalised', { path: '/tasks/' });
  type('task', rowOf('task', task.id).id, { Title: 'Call  AGAIN' });
  expect(await settle()).toBe(1);
  expect(rowOf('task', task.id).Title).toBe('call again');
  expect((await sync.sync([contact])).choices).toEqual([]);
});

test('a note that HighLevel wraps in paragraphs is no choice, and its cell can be edited on', async () => {
  const { sandbox, add, rows, settle, notes, type } = await start();
  sandbox.faults.add('value-normalised', { path: '/notes' });
  const rowId = add('note', { Text: 'Called\nWants a quote', Contact: 1 });
  await settle();
  const row = () => rows('note').find(({ id }) => id === rowId)!;
  const note = async () => (await notes()).find(({ id }) => id === row().HighLevel_ID)!;
  expect((await note()).body).toBe('<p>Called</p><p>Wants a quote</p>');
  expect(row().Text).toBe('Called\nWants a quote');
  type('note', rowId, { Text: 'Called\nWants two quotes' });
  expect(await settle()).toBe(1);
  expect((await note()).body).toBe('<p>Called</p><p>Wants two quotes</p>');
  expect(row().Text).toBe('Called\nWants two quotes');
});

test.each([
  'Spoke to Tom <tom@example.com>; wants a call',
  'See <https://example.org/a?b=1&c=2>',
  'value <budget and cost > plan',
  'caf&eacute; it&#8217;s 5 &euro;',
  'One\nTwo & three',
  'Use <b>bold</b> here',
])('a note typed in a cell as %j is read back letter by letter, and can be edited on', async (body) => {
  const { add, rows, settle, notes, type } = await start();
  const rowId = add('note', { Text: body, Contact: 1 });
  await settle();
  const row = () => rows('note').find(({ id }) => id === rowId)!;
  expect(row()).toMatchObject({ Text: body, HighLevel_ID: expect.stringMatching(/./) });
  type('note', rowId, { Text: `${body} soon` });
  expect(await settle()).toBe(1);
  expect(row().Text).toBe(`${body} soon`);
  expect((await notes()).filter(({ id }) => id === row().HighLevel_ID)).toHaveLength(1);
});

test('a cell that is typed anew after HighLevel ignored it is sent again, once', async () => {
  const { sandbox, openTask, rowOf, type, settle, tasks } = await start();
  const task = await openTask();
  sandbox.faults.add('value-ignored', { path: '/tasks/', field: 'title', times: 1 });
  type('task', rowOf('task', task.id).id, { Title: 'Call again' });
  await settle();
  type('task', rowOf('task', task.id).id, { Title: 'Call once more' });
  expect(await settle()).toBe(1);
  expect((await tasks()).find(({ id }) => id === task.id)?.title).toBe('Call once more');
});
