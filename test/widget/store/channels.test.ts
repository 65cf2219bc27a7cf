import { beforeEach, expect, test, vi } from 'vitest';
import { dndChannels } from '../../../sync/refs.ts';
import { pass } from '../../helpers/start-panel.ts';
import { startContact } from './contact-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** The first contact, as HighLevel is told to hold it. */
async function start(change: Parameters<Awaited<ReturnType<typeof startContact>>['change']>[0]) {
  const bench = await startContact();
  const open = Object.fromEntries(dndChannels.map((channel) => [channel, 'inactive' as const]));
  await bench.change({ dnd: false, dndSettings: open });
  await bench.change(change);
  bench.panel.refresh();
  await pass(2000);
  return bench;
}

test('a channel is closed and opened, and the others stay', async () => {
  const bench = await start({ dndSettings: { email: 'active' } });
  await bench.save('dnd:sms', 'active');
  expect((await bench.there()).dndSettings).toMatchObject({ sms: 'active', email: 'active', call: 'inactive' });
  await bench.save('dnd:sms', 'inactive');
  expect((await bench.there()).dndSettings).toMatchObject({ sms: 'inactive', email: 'active' });
});

test('a closed channel is opened again by undo', async () => {
  const bench = await start({});
  await bench.save('dnd:call', 'active');
  bench.panel.notices.undoLast();
  await pass(2000);
  expect((await bench.there()).dndSettings.call).toBe('inactive');
});

test('two channels that change at once both change', async () => {
  const bench = await start({});
  bench.panel.fields.save('dnd:sms', 'active');
  bench.panel.fields.save('dnd:call', 'active');
  await pass(3000);
  expect((await bench.there()).dndSettings).toMatchObject({ sms: 'active', call: 'active' });
});

test('a channel that HighLevel refuses keeps its state, with the reason', async () => {
  const bench = await start({});
  bench.sandbox.faults.add('server-error', { method: 'PUT', path: '/contacts/', status: 400 });
  await bench.save('dnd:sms', 'active');
  expect(bench.more('dnd:sms')).toMatchObject({ value: 'inactive', mark: 'failed', failure: { code: 'rejected' } });
});
