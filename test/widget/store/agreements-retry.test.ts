import { beforeEach, expect, test, vi } from 'vitest';
import { HighLevelError } from '../../../highlevel/errors.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';
import { createTestState } from '../../helpers/state.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const unreachable = () => Promise.reject(new HighLevelError('unreachable', 'GET api/base: no answer'));

/** Both sides agreed once; a new page cannot read on what. */
async function start() {
  const memory = await createTestState();
  const bench = await startPanel({ memory });
  await pass(500);
  const read = vi.spyOn(memory.state, 'readBase').mockImplementation(unreachable);
  bench.reload();
  await pass(500);
  bench.grist.change(1, { values: { city: 'Eldoret' } });
  await pass(500);
  return { ...bench, read };
}

test('what both sides agreed on is read again by itself, and then changes flow', async () => {
  const { contact, read } = await start();
  expect((await contact(1)).city).not.toBe('Eldoret');
  read.mockRestore();
  await pass(10_000);
  expect((await contact(1)).city).toBe('Eldoret');
});

test('back online it is read at once', async () => {
  const { contact, read } = await start();
  window.dispatchEvent(new Event('offline'));
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  read.mockRestore();
  await pass(100);
  online.mockReturnValue(true);
  window.dispatchEvent(new Event('online'));
  await pass(1_000);
  expect((await contact(1)).city).toBe('Eldoret');
});

test('it is asked less and less often while it cannot be read', async () => {
  const { read } = await start();
  const before = read.mock.calls.length;
  await pass(120_000);
  expect(read.mock.calls.length - before).toBeLessThan(8);
});
