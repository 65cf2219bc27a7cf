import { beforeEach, expect, test, vi } from 'vitest';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function start() {
  const bench = await startPanel();
  await pass(500);
  bench.panel.fields.save('city', 'Eldoret');
  await pass(500);
  return { ...bench, activity: await bench.panel.activity() };
}

test('the log goes into a table of the document, oldest first', async () => {
  const { activity, panel, grist, contactIds } = await start();
  panel.fields.save('source', 'referral');
  await pass(500);
  activity.copy();
  await pass(500);
  expect(activity.copying.value).toEqual({ step: 'done', added: 2, failure: null });
  expect(grist.log).toMatchObject([
    { contactId: contactIds[1], person: 'Grist user 1', what: 'city', to: 'Eldoret', via: 'panel', result: 'saved' },
    { what: 'source', to: 'referral' },
  ]);
});

test('a second copy adds only what is new', async () => {
  const { activity, panel, grist } = await start();
  activity.copy();
  await pass(500);
  panel.fields.save('source', 'referral');
  await pass(500);
  activity.copy();
  await pass(500);
  expect(activity.copying.value).toMatchObject({ step: 'done', added: 1 });
  expect(grist.log.map(({ what }) => what)).toEqual(['city', 'source']);
});

test('what is under way is copied when its outcome is known', async () => {
  const { activity, memory, grist, contactIds } = await start();
  const intent = { id: crypto.randomUUID(), contactId: contactIds[1]!, rowId: 1, act: 'field', what: 'state' } as const;
  await memory.state.begin([{ ...intent, from: '', to: 'Nandi', via: 'panel' }]);
  activity.copy();
  await pass(500);
  expect(grist.log.map(({ what }) => what)).toEqual(['city']);
  await memory.state.finish([{ id: intent.id, ...{ result: 'saved' } }]);
  activity.copy();
  await pass(500);
  expect(grist.log.map(({ what }) => what)).toEqual(['city', 'state']);
});

test('a document that refuses says why', async () => {
  const { activity, grist } = await start();
  grist.refuse('activityTable', 'access-rule');
  activity.copy();
  await pass(500);
  expect(activity.copying.value).toMatchObject({ step: 'idle', failure: { side: 'grist', code: 'access-rule' } });
});

test('what was under way is copied later, however much was copied since', async () => {
  const { activity, memory, grist, contactIds } = await start();
  const about = { contactId: contactIds[1]!, rowId: 1, act: 'field', from: '', via: 'panel' } as const;
  const slow = crypto.randomUUID();
  await memory.state.begin([{ ...about, id: slow, what: 'state', to: 'Nandi' }]);
  for (let count = 0; count < 210; count++) {
    const id = crypto.randomUUID();
    await memory.state.begin([{ ...about, id, what: 'city', to: String(count) }]);
    await memory.state.finish([{ id: id, ...{ result: 'saved' } }]);
  }
  activity.copy();
  await pass(500);
  await memory.state.finish([{ id: slow, ...{ result: 'saved' } }]);
  activity.copy();
  await pass(500);
  expect(grist.log.filter(({ what }) => what === 'state')).toMatchObject([{ id: slow, to: 'Nandi' }]);
  expect(grist.log).toHaveLength(212);
});
