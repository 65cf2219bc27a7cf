import { expect, test } from 'vitest';
import { liveHeap } from '../helpers/heap.ts';
import { arrangeOauth } from './arrange-oauth.ts';

const events = 'https://panel.example.org/api/events';

async function arrangeListener() {
  const { proxy, enter } = await arrangeOauth();
  const { session } = await enter();
  const headers = { authorization: `Bearer ${session}` };
  /** Opens a stream, reads that it is open, and leaves it. */
  const visit = async () => {
    const gone = new AbortController();
    const answer = await proxy.fetch(new Request(events, { headers, signal: gone.signal }));
    const reader = answer.body?.getReader();
    await reader?.read();
    gone.abort();
    await reader?.cancel();
    return answer.status;
  };
  const head = () => proxy.fetch(new Request(events, { method: 'HEAD', headers }));
  return { visit, head };
}

test('a stream that has ended leaves nothing behind', async () => {
  const { visit } = await arrangeListener();
  const visits = async (count: number) => {
    for (let left = count; left > 0; left -= 1) expect(await visit()).toBe(200);
  };
  await visits(40);
  const before = await liveHeap();
  await visits(140);
  expect((await liveHeap()) - before).toBeLessThan(600_000);
});

test('a HEAD request opens no stream', async () => {
  const { head, visit } = await arrangeListener();
  for (let left = 20; left > 0; left -= 1) expect((await head()).status).toBe(200);
  expect(await visit()).toBe(200);
});
