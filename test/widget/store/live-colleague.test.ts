import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { completeTask } from '../../../highlevel/tasks.ts';
import { type Bench, pass, startPanel } from '../../helpers/start-panel.ts';
import { createTestState } from '../../helpers/state.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** A panel that follows the proxy's events, and a proxy that publishes what is written in it, as the real one does. */
async function start() {
  const memory = await createTestState();
  let publish: (name: string, data: string) => void = () => {};
  const { agree, finish } = memory.state;
  const publishBase = (contacts: object) => {
    for (const contactId of Object.keys(contacts)) publish('base', contactId);
  };
  memory.state.agree = async (agreements) => {
    const agreed = await agree(agreements);
    publishBase(agreed);
    return agreed;
  };
  memory.state.finish = async (outcomes, ...rest) => {
    const agreed = await finish(outcomes, ...rest);
    const ids = new Set(outcomes.map(({ id }) => id));
    const contacts = memory.entries().flatMap(({ id, contactId }) => (ids.has(id) ? [contactId] : []));
    for (const contactId of new Set(contacts)) publish('activity', contactId);
    publishBase(agreed);
    return agreed;
  };
  const bench = await startPanel({
    memory,
    subscribe: (onEvent, signal) => {
      publish = onEvent;
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    },
  });
  await pass(2_000);
  bench.requests();
  return bench;
}

/** A colleague's panel logs a change: before it is made, and after. */
async function colleague(
  { memory, contactIds }: Bench,
  act: 'field' | 'task',
  what: string,
  work: () => Promise<unknown>,
) {
  const intent = { id: crypto.randomUUID(), contactId: contactIds[1]!, rowId: 1, act, what } as const;
  await memory.state.begin([{ ...intent, from: '', to: 'x', via: 'panel' }]);
  await work();
  await memory.state.finish([{ id: intent.id, result: 'saved' }]);
}

test('what a colleague saves is seen here without asking', async () => {
  const bench = await start();
  await colleague(bench, 'field', 'city', () => updateContact(bench.api, bench.contactIds[1]!, { city: 'Kisumu' }));
  await pass(2_000);
  expect(bench.field('city').value).toBe('Kisumu');
});

test('only what the colleague wrote to is read again', async () => {
  const bench = await start();
  const task = bench.entries().find(({ kind }) => kind === 'task')!;
  await colleague(bench, 'task', task.id, () => completeTask(bench.api, bench.contactIds[1]!, task.id, true));
  bench.requests();
  await pass(2_000);
  expect(bench.requests()).toEqual([`GET /contacts/${bench.contactIds[1]}/tasks`]);
});

test('what was saved here is not read again', async () => {
  const bench = await start();
  bench.panel.fields.save('city', 'Eldoret');
  await pass(3_000);
  const asked = bench.requests().filter((request) => request.startsWith('GET'));
  expect(bench.field('city')).toMatchObject({ value: 'Eldoret', mark: 'none' });
  // The save itself looks once before it writes.
  expect(asked).toEqual([`GET /contacts/${bench.contactIds[1]}`]);
});

test('what happens to a contact that is not shown asks nothing', async () => {
  const bench = await start();
  bench.grist.select(2);
  await pass(2_000);
  bench.requests();
  await colleague(bench, 'field', 'city', async () => {});
  await pass(2_000);
  expect(bench.requests()).toEqual([]);
});

test('what a colleague’s panel agreed on is known here, so that the next change flows', async () => {
  const bench = await start();
  const contactId = bench.contactIds[1]!;
  await updateContact(bench.api, contactId, { city: 'Kisumu' });
  bench.grist.change(1, { values: { city: 'Kisumu' } });
  const name = 'city@Contacts.1';
  const version = bench.memory.agreed.get(contactId)?.get(name)?.version ?? 0;
  await bench.memory.state.agree([{ contactId, fields: { [name]: { value: 'Kisumu', version } } }]);
  await pass(2_000);
  bench.panel.refresh();
  await pass(2_000);
  bench.grist.change(1, { values: { city: 'Thika' } });
  await pass(2_000);
  expect((await bench.contact(1)).city).toBe('Thika');
  expect(bench.field('city').mark).toBe('none');
});

test('an open log shows what a colleague did', async () => {
  const bench = await start();
  const activity = await bench.panel.activity();
  activity.watch();
  await pass(500);
  expect(activity.entries.value).toEqual([]);
  await colleague(bench, 'field', 'city', async () => {});
  await pass(2_000);
  expect(activity.entries.value).toMatchObject([{ what: 'city', result: 'saved' }]);
});
