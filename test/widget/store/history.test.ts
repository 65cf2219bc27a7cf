import { beforeEach, expect, test, vi } from 'vitest';
import { HighLevelError } from '../../../highlevel/errors.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** Somebody changed the city of the first contact, and then of the second. */
async function start() {
  const bench = await startPanel();
  await pass(500);
  const list = vi.spyOn(bench.memory.activity, 'list');
  bench.panel.fields.save('city', 'Eldoret');
  await pass(500);
  bench.grist.select(2);
  await pass(1_000);
  bench.panel.fields.save('city', 'Kisumu');
  await pass(500);
  return { ...bench, list };
}

test('the log is read when somebody watches, and not before', async () => {
  const { panel, list } = await start();
  const history = await panel.history();
  await pass(500);
  expect(list).not.toHaveBeenCalled();
  history.watch();
  await pass(500);
  expect(history.entries.value).toMatchObject([{ what: 'city', to: 'Kisumu' }]);
});

test('with another row it is that contact’s, and never the one before', async () => {
  const { panel, grist, contactIds } = await start();
  const history = await panel.history();
  history.watch();
  await pass(500);
  grist.select(1);
  expect(history.entries.value).toEqual([]);
  await pass(1_000);
  expect(history.entries.value).toMatchObject([{ contactId: contactIds[1], to: 'Eldoret' }]);
});

test('when nobody watches any more, another row asks nothing', async () => {
  const { panel, grist, list } = await start();
  const history = await panel.history();
  const stop = history.watch();
  await pass(500);
  stop();
  list.mockClear();
  grist.select(1);
  await pass(1_000);
  expect(list).not.toHaveBeenCalled();
});

test('the log of the document is apart from that of a contact', async () => {
  const { panel } = await start();
  const [history, activity] = [await panel.history(), await panel.activity()];
  history.watch();
  activity.watch();
  await pass(500);
  expect([history.entries.value.length, activity.entries.value.length]).toEqual([1, 2]);
});

test('a log that cannot be read says why, and can be asked again', async () => {
  const { panel, list } = await start();
  list.mockRejectedValueOnce(new HighLevelError('unreachable', 'GET api/activity: no answer'));
  const history = await panel.history();
  history.watch();
  await pass(500);
  expect(history.error.value).toMatchObject({ code: 'unreachable' });
  history.reload();
  await pass(500);
  expect([history.error.value, history.entries.value.length]).toEqual([null, 1]);
});
