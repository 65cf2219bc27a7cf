import { expect, test } from 'vitest';
import { docId } from './arrange.ts';
import { arrangeOauth } from './arrange-oauth.ts';

async function arrange(options: Parameters<typeof arrangeOauth>[0] = {}) {
  const arranged = await arrangeOauth(options);
  const { storage, sandbox, enter, request } = arranged;
  const kept = async () => {
    const rows = await storage.store.selectFrom('credential').select('holder').orderBy('holder').execute();
    return rows.map(({ holder }) => holder);
  };
  const [ours, theirs] = sandbox.info.locations.map(({ locationId }) => locationId) as [string, string];
  const disconnect = async (document = docId) =>
    request('DELETE', '/api/connection', (await enter('owner', document)).session);
  return { ...arranged, kept, disconnect, ours, theirs };
}

test('the tokens of a location are kept until its last document is disconnected', async () => {
  const { connect, disconnect, kept, ours, otherDocId } = await arrange();
  await connect(ours, docId);
  await connect(ours, otherDocId);
  await disconnect(docId);
  expect(await kept()).toEqual([`location ${ours}`]);
  await disconnect(otherDocId);
  expect(await kept()).toEqual([]);
});

test('a document that moves to another location leaves no tokens behind', async () => {
  const { connect, kept, ours, theirs } = await arrange();
  await connect(ours);
  await connect(theirs);
  expect(await kept()).toEqual([`location ${theirs}`]);
});

test('the tokens of an agency go with its last location', async () => {
  const { enter, request, signIn, disconnect, kept, sandbox, ours } = await arrange({ agencies: 'yes' });
  const { session } = await enter();
  const { url } = (await request('POST', '/api/connection/begin', session)).body as { url: string };
  const { claim } = await signIn(url, sandbox.info.companyId);
  await request('POST', '/api/connection', session, { claim, locationId: ours });
  expect(await kept()).toEqual([`company ${sandbox.info.companyId}`, `location ${ours}`]);
  await disconnect();
  expect(await kept()).toEqual([]);
});

test.each(['moves to another location', 'is disconnected'])(
  'a document that %s leaves nothing behind of what was said there',
  async (what) => {
    const { connect, disconnect, enter, request, storage, ours, theirs } = await arrange();
    await connect(ours);
    const { session } = await enter();
    const introduced = await request('PUT', '/api/person', session, { highlevelUserId: 'u1', name: 'Ada' });
    expect(introduced.status).toBe(200);
    const people = async () => storage.store.selectFrom('person').selectAll().execute();
    expect(await people()).toHaveLength(1);
    await (what === 'is disconnected' ? disconnect() : connect(theirs));
    expect(await people()).toEqual([]);
  },
);
