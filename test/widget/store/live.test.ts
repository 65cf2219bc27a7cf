import { signal } from '@preact/signals';
import { beforeEach, expect, test, vi } from 'vitest';
import { keepSubscribed } from '../../../widget/store/syncing/event-stream.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** A proxy whose streams last until a test ends them. */
function start({ failing = false } = {}) {
  const streams: { end: () => void; isOpen: () => boolean; publish: (name: string, data: string) => void }[] = [];
  const online = signal(true);
  const heard: string[] = [];
  const onGap = vi.fn();
  const stop = keepSubscribed({
    online,
    onGap,
    onEvent: (name, data) => heard.push(`${name} ${data}`),
    subscribe: (publish, aborted) =>
      new Promise((resolve, reject) => {
        let isOpen = !failing;
        const end = () => {
          isOpen = false;
          resolve();
        };
        streams.push({ end, isOpen: () => isOpen, publish });
        aborted.addEventListener('abort', end);
        if (failing) reject(new Error('GET api/events: 503'));
      }),
  });
  const open = () => streams.filter(({ isOpen }) => isOpen()).length;
  return { streams, online, heard, onGap, stop, open };
}

function setVisibility(state: 'visible' | 'hidden') {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test('what the proxy tells is heard', async () => {
  const { streams, heard, open } = start();
  streams[0]?.publish('base', 'contactAContactAxyz');
  expect([heard, open()]).toEqual([['base contactAContactAxyz'], 1]);
});

test('a stream that ends is opened again, and what may have been missed is looked for', async () => {
  const { streams, onGap, open } = start();
  await pass(60_000);
  streams[0]?.end();
  await pass(4_000);
  expect([open(), onGap.mock.calls.length]).toEqual([1, 1]);
});

test('while there is no stream it is tried less and less often', async () => {
  const { streams } = start({ failing: true });
  await pass(10_000);
  const early = streams.length;
  await pass(300_000);
  expect(early).toBeGreaterThan(2);
  expect(streams.length - early).toBeLessThan(12);
});

test('a tab that nobody sees gives its stream back after a minute, and has it again when it is seen', async () => {
  const { open, onGap } = start();
  setVisibility('hidden');
  await pass(30_000);
  expect(open()).toBe(1);
  await pass(60_000);
  expect(open()).toBe(0);
  setVisibility('visible');
  await pass(2_000);
  expect([open(), onGap.mock.calls.length]).toEqual([1, 1]);
});

test('a short look elsewhere changes nothing', async () => {
  const { streams, open } = start();
  setVisibility('hidden');
  await pass(5_000);
  setVisibility('visible');
  await pass(120_000);
  expect([streams.length, open()]).toEqual([1, 1]);
});

test('offline nothing is asked, and online it goes on', async () => {
  const { streams, online, open } = start();
  online.value = false;
  await pass(120_000);
  expect([streams.length, open()]).toEqual([1, 0]);
  online.value = true;
  await pass(2_000);
  expect(open()).toBe(1);
});

test('it ends with the page', async () => {
  const { stop, streams, open } = start();
  stop();
  await pass(120_000);
  expect([streams.length, open()]).toEqual([1, 0]);
});
