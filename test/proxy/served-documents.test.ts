import { expect, test } from 'vitest';
import { docId, origin } from './arrange.ts';
import { arrangeOauth } from './arrange-oauth.ts';

const open = async ({ request, gristToken }: Awaited<ReturnType<typeof arrangeOauth>>, document: string) =>
  request('POST', '/api/session', undefined, { origin, docId: document, token: await gristToken(document) });

test('with GRIST_DOCS only the listed documents are served, also by OAuth', async () => {
  const arranged = await arrangeOauth({ settings: { GRIST_DOCS: docId } });
  expect((await open(arranged, docId)).status).toBe(200);
  expect(await open(arranged, arranged.otherDocId)).toMatchObject({
    status: 403,
    body: { error: { code: 'forbidden', reason: 'unlisted-document' } },
  });
});

test('a session ends when its document is no longer listed', async () => {
  const databaseUrl = 'file::memory:';
  const before = await arrangeOauth({ databaseUrl });
  const { session } = await before.enter('owner', before.otherDocId);
  const after = await arrangeOauth({ databaseUrl, settings: { GRIST_DOCS: docId } });
  expect((await before.request('GET', '/api/person', session)).body).toMatchObject({
    error: { code: 'not-connected' },
  });
  expect((await after.request('GET', '/api/person', session)).body).toMatchObject({
    error: { code: 'forbidden', reason: 'unlisted-document' },
  });
});
