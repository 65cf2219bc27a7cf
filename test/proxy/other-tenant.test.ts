import { expect, test } from 'vitest';
import { docId, origin } from './arrange.ts';
import { arrangeOauth } from './arrange-oauth.ts';

/** Two documents of one Grist, each connected to a location of its own. */
async function arrange() {
  const arranged = await arrangeOauth();
  const { sandbox, connect, enter, request, otherDocId } = arranged;
  const [ours, theirs] = sandbox.info.locations.map(({ locationId }) => locationId) as [string, string];
  await connect(ours, docId);
  await connect(theirs, otherDocId);
  const { session } = await enter('owner', docId);
  const { session: otherSession } = await enter('owner', otherDocId);
  const contactsOf = async (holder: string, query = '') => {
    const { body } = await request('GET', `/api/highlevel/contacts/?limit=3${query}`, holder);
    return body.contacts as { id: string; locationId: string }[];
  };
  const calls = () => sandbox.requests.length;
  return { ...arranged, ours, theirs, session, otherSession, contactsOf, calls };
}

test('an access token of one document opens no session for another', async () => {
  const { request, otherDocId, gristToken } = await arrange();
  const introduce = async (token: string, document: string) =>
    request('POST', '/api/session', undefined, { origin, docId: document, token });
  expect(await introduce(await gristToken(docId), otherDocId)).toMatchObject({
    status: 403,
    body: { error: { reason: 'other-document' } },
  });
  expect((await introduce(await gristToken(docId), docId)).status).toBe(200);
});

test.each(['locationId', 'locationid', 'locationId[]'])(
  'the query %s reaches no location of another document',
  async (key) => {
    const { session, theirs, ours, contactsOf } = await arrange();
    const contacts = await contactsOf(session, `&${key}=${theirs}`);
    expect(new Set(contacts.map(({ locationId }) => locationId))).toEqual(new Set([ours]));
  },
);

test('a body that names the location of another document makes the contact in its own', async () => {
  const { session, theirs, ours, request } = await arrange();
  const { body } = await request('POST', '/api/highlevel/contacts/', session, { firstName: 'Ada', locationId: theirs });
  expect(body.contact).toMatchObject({ locationId: ours });
});

test('a path that names the location of another document is refused before HighLevel is called', async () => {
  const { session, theirs, request, calls } = await arrange();
  const before = calls();
  expect((await request('GET', `/api/highlevel/locations/${theirs}/customFields`, session)).status).toBe(403);
  expect(calls()).toBe(before);
});

test('a contact of another location is not found', async () => {
  const { session, otherSession, contactsOf, request } = await arrange();
  const [contact] = await contactsOf(otherSession);
  const answer = await request('GET', `/api/highlevel/contacts/${contact?.id}`, session);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(JSON.stringify(answer.body)).not.toContain(contact?.id);
});

test('the same question of two documents at once gets each its own answer', async () => {
  const { session, otherSession, ours, theirs, contactsOf } = await arrange();
  const [mine, others] = await Promise.all([contactsOf(session), contactsOf(otherSession)]);
  expect(mine?.every(({ locationId }) => locationId === ours)).toBe(true);
  expect(others?.every(({ locationId }) => locationId === theirs)).toBe(true);
});

test('a read that is on its way is not shared with another document', async () => {
  const { session, otherSession, contactsOf, request, sandbox } = await arrange();
  const [contact] = await contactsOf(session);
  sandbox.faults.add('latency', { ms: 100, times: 2 });
  const path = `/api/highlevel/contacts/${contact?.id}`;
  const [mine, others] = await Promise.all([request('GET', path, session), request('GET', path, otherSession)]);
  expect(mine.status).toBe(200);
  expect(others.status).toBeGreaterThanOrEqual(400);
  expect(JSON.stringify(others.body)).not.toContain(contact?.id);
});

test('the same key of two documents makes two notes', async () => {
  const { session, otherSession, contactsOf, proxy, sandbox } = await arrange();
  const add = async (holder: string) => {
    const [contact] = await contactsOf(holder);
    return proxy.request(`https://panel.example.org/api/highlevel/contacts/${contact?.id}/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${holder}`, 'idempotency-key': 'k1' },
      body: JSON.stringify({ body: 'Called' }),
    });
  };
  expect([(await add(session)).status, (await add(otherSession)).status]).toEqual([201, 201]);
  expect(sandbox.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/notes'))).toHaveLength(2);
});
