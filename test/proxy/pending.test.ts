import { expect, test } from 'vitest';
import { createPending } from '../../proxy/pending.ts';

test('a stop waits for what has begun, also where that fails, and lets nothing begin', async () => {
  const pending = createPending();
  const order: string[] = [];
  let release = () => {};
  let fail = () => {};
  const done = pending.track(() => new Promise<void>((resolve) => (release = resolve)));
  const failed = pending.track(() => new Promise<void>((_, reject) => (fail = () => reject(new Error('refused')))));
  const stopped = pending.close().then(() => order.push('stopped'));
  await expect(pending.track(async () => order.push('begun'))).rejects.toMatchObject({ code: 'unreachable' });
  order.push('released');
  release();
  fail();
  await done;
  await expect(failed).rejects.toThrow('refused');
  await stopped;
  expect(order).toEqual(['released', 'stopped']);
});
