import { beforeEach, expect, test, vi } from 'vitest';
import { createEntrySync } from '../../engine/sync-entries.ts';
import { createTask, updateTask } from '../../highlevel/tasks.ts';
import { startInStep } from './start-entries.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

const rest = () => vi.setSystemTime(Date.now() + 3_000);
const tomorrow = () => Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 86_400_000;
const handles = () => ({ Title: 'Order the handles', Due: tomorrow() / 1000, Contact: 1 });

/** A row that was typed as a task and has been looked at since. */
async function startTyped(cells: Readonly<Record<string, string | number>> = handles()) {
  const world = await startInStep();
  const rowId = world.add('task', cells);
  await world.step();
  return {
    ...world,
    rowId,
    row: () => world.rows('task').find(({ id }) => id === rowId)!,
    titled: async (title: string) => (await world.tasks()).filter((task) => task.title === title),
  };
}

test('a task typed as a new row is made in HighLevel when the row has rested, and its row gets the id', async () => {
  const { step, titled, row, contactId } = await startTyped();
  expect(await titled('Order the handles')).toEqual([]);
  rest();
  await step();
  const made = await titled('Order the handles');
  expect(made).toMatchObject([{ dueDate: tomorrow(), contactId }]);
  expect(row().HighLevel_ID).toBe(made[0]!.id);
  await step();
  expect(await titled('Order the handles')).toHaveLength(1);
});

test('a row that is still being typed is left alone', async () => {
  const { step, titled, type, rowId } = await startTyped({ ...handles(), Title: 'Ord' });
  rest();
  type('task', rowId, { Title: 'Order the handles' });
  await step();
  expect([...(await titled('Ord')), ...(await titled('Order the handles'))]).toEqual([]);
});

test('a row that lacks what HighLevel needs waits in the grid', async () => {
  const { step, tasks } = await startTyped({ Title: 'Order the handles', Contact: 1 });
  const { length } = await tasks();
  rest();
  await step();
  expect(await tasks()).toHaveLength(length);
});

test('two clients make a typed row once', async () => {
  const { step, look, titled, open, rows } = await startTyped();
  const other = createEntrySync(open(), { holder: 'two' });
  await look(other);
  rest();
  await Promise.all([step(), look(other)]);
  const made = await titled('Order the handles');
  expect(made).toHaveLength(1);
  expect(rows('task').filter((row) => row.HighLevel_ID === made[0]!.id)).toHaveLength(1);
});

test('a row that another client is making an entry of is left to it, and no row is added for that entry', async () => {
  const { step, titled, state, rowId, api, contactId, rows } = await startTyped();
  await state.state.claim('two', [`row:${rowId}@HighLevel_Tasks`], 60_000);
  rest();
  await createTask(api, contactId, { title: 'Order handles', body: '', dueDate: tomorrow() });
  await step();
  expect(await titled('Order the handles')).toEqual([]);
  expect(rows('task').filter(({ Title }) => Title === 'Order handles')).toEqual([]);
});

test('a typed row whose create lost its answer is recognised by what it says', async () => {
  const { step, titled, row, api, contactId } = await startTyped();
  const { id } = await createTask(api, contactId, { title: 'Order the handles', body: '', dueDate: tomorrow() });
  rest();
  await step();
  expect(await titled('Order the handles')).toMatchObject([{ id }]);
  expect(row().HighLevel_ID).toBe(id);
});

test('a create that HighLevel refused is not tried again before the row changes', async () => {
  const { step, titled, sandbox, type, rowId } = await startTyped({ ...handles(), Title: 'Order the handls' });
  sandbox.faults.add('server-error', { method: 'POST', path: '/tasks', status: 422, times: 1 });
  rest();
  await step();
  await step();
  expect(await titled('Order the handls')).toEqual([]);
  type('task', rowId, { Title: 'Order the handles' });
  await step();
  rest();
  await step();
  expect(await titled('Order the handles')).toHaveLength(1);
});

test('a create that HighLevel refused leaves its row free for another client', async () => {
  const { step, look, titled, sandbox, open } = await startTyped();
  const other = createEntrySync(open(), { holder: 'two' });
  await look(other);
  sandbox.faults.add('server-error', { method: 'POST', path: '/tasks', status: 422, times: 1 });
  rest();
  await step();
  await look(other);
  expect(await titled('Order the handles')).toHaveLength(1);
});

test('what HighLevel made of a typed row flows to the row', async () => {
  const { step, titled, row, api, contactId } = await startTyped();
  rest();
  await step();
  const [made] = await titled('Order the handles');
  await updateTask(api, contactId, made!.id, { title: 'Order the oak handles' });
  await step();
  expect(row().Title).toBe('Order the oak handles');
});
