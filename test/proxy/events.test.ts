import { expect, onTestFinished, test, vi } from 'vitest';
import { hearEvents } from '../../panel-api/events.ts';
import { openBus } from '../../proxy/events/bus.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { databaseKinds, newDatabase } from '../helpers/databases.ts';
import { arrangeOauth } from './arrange-oauth.ts';

type Arranged = Awaited<ReturnType<typeof arrangeOauth>>;

/** Listens as a widget does; answers what was heard and when it ended. */
function listen({ proxy }: Arranged, session: string) {
  const heard: string[] = [];
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  const fetch: typeof globalThis.fetch = async (input, init) => proxy.fetch(new Request(input, init));
  const ended = hearEvents('https://panel.example.org', session, (name) => void heard.push(name), {
    signal: gone.signal,
    fetch,
  });
  ended.catch(() => {});
  return { heard, ended };
}

test.each(databaseKinds)(
  'open panels hear at once that the document was connected, at every proxy, on %s',
  async (kind) => {
    const sandbox = createSandbox({ contacts: 5 });
    const databaseUrl = await newDatabase(kind);
    const one = await arrangeOauth({ databaseUrl, sandbox });
    const other = kind === 'Postgres' ? await arrangeOauth({ databaseUrl, sandbox }) : one;
    onTestFinished(
      async () => void (await Promise.all([...new Set([one, other])].map(({ storage }) => storage.close()))),
    );
    const here = listen(other, (await other.enter('editor')).session);
    const elsewhere = listen(other, (await other.enter('editor', other.otherDocId)).session);
    await vi.waitFor(async () => {
      if (here.heard.length === 0) await one.connect();
      expect(here.heard).toContain('connection');
    });
    expect(elsewhere.heard).toEqual([]);
  },
);

test('nobody listens without a session', async () => {
  const arranged = await arrangeOauth();
  await expect(listen(arranged, 'made up').ended).rejects.toThrow('401');
});

test('one person listens in ten places at most', async () => {
  const arranged = await arrangeOauth();
  const { session } = await arranged.enter();
  const streams = Array.from({ length: 11 }, () => listen(arranged, session));
  await expect(Promise.race(streams.map(({ ended }) => ended))).rejects.toThrow('429');
});

test('streams end when the proxy stops', async () => {
  const arranged = await arrangeOauth();
  const { heard, ended } = listen(arranged, (await arranged.enter()).session);
  await arranged.connect();
  await vi.waitFor(() => expect(heard).toEqual(['connection']));
  await arranged.storage.close();
  await ended;
});

test('what cannot be carried to other proxies is still told here', async () => {
  const bus = await openBus('file::memory:', false);
  const heard: string[] = [];
  const stop = bus.subscribe('doc', ({ kind }) => void heard.push(kind));
  await bus.publish({ document: 'doc', kind: 'connection' });
  stop();
  await bus.publish({ document: 'doc', kind: 'connection' });
  expect(heard).toEqual(['connection']);
});
