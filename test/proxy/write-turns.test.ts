import { expect, test } from 'vitest';
import { openStorage } from '../../proxy/storage.ts';
import { createMemoryTurns } from '../../proxy/writes/turns.ts';
import { databaseKinds, newDatabase } from '../helpers/databases.ts';
import { arrange, errorOf } from './arrange.ts';

const never = new AbortController().signal;
const secret = 'a-secret-for-tests-of-at-least-32-characters';

const seen = (field: string, was: string, want: string) => ({
  [field]: want,
  expected: { [field]: { seen: [was], want } },
});

test('a write that has not seen the last one is refused with its value, and nothing is sent', async () => {
  const { call, contactId, sent } = await arrange();
  const path = `/contacts/${contactId}`;
  expect((await call('PUT', path, { body: seen('city', 'Odense', 'Aarhus') })).status).toBe(200);
  const before = sent.length;
  const answer = await call('PUT', path, { body: seen('city', 'Odense', 'Bergen') });
  expect(answer.status).toBe(409);
  expect(await errorOf(answer)).toMatchObject({ code: 'conflict', reason: 'stale', theirs: { city: 'Aarhus' } });
  expect(sent.length).toBe(before);
});

test.each([
  ['that has seen the last one', seen('city', 'Aarhus', 'Bergen')],
  ['of the same value', seen('city', 'Odense', 'Aarhus')],
  ['of another field', seen('source', '', 'Fair')],
  ['of a field with a name of every object', { city: 'Bergen', expected: { constructor: { seen: [], want: '' } } }],
  ['that does not say what it has seen', { city: 'Bergen' }],
])('a write %s passes', async (_, body) => {
  const { call, contactId } = await arrange();
  const path = `/contacts/${contactId}`;
  await call('PUT', path, { body: seen('city', 'Odense', 'Aarhus') });
  expect((await call('PUT', path, { body })).status).toBe(200);
});

test('what a client has seen never reaches HighLevel', async () => {
  const { call, contactId, sent } = await arrange();
  await call('PUT', `/contacts/${contactId}`, { body: seen('city', 'Odense', 'Aarhus') });
  await call('POST', `/contacts/${contactId}/tags`, { body: { tags: ['vip'], expected: {} } });
  expect(sent.map(({ body }) => JSON.parse(body))).toEqual([{ city: 'Aarhus' }, { tags: ['vip'] }]);
});

test('a write that HighLevel refused counts as none', async () => {
  const { call, contactId, sandbox } = await arrange();
  sandbox.faults.add('missing-scope', { method: 'PUT', times: 1 });
  const path = `/contacts/${contactId}`;
  expect((await call('PUT', path, { body: seen('city', 'Odense', 'Aarhus') })).status).toBe(403);
  expect((await call('PUT', path, { body: seen('city', 'Odense', 'Bergen') })).status).toBe(200);
});

test('a write whose outcome is unknown counts as one', async () => {
  const { call, contactId, sandbox } = await arrange();
  sandbox.faults.add('server-error', { method: 'PUT', times: 1, status: 502 });
  const path = `/contacts/${contactId}`;
  expect((await call('PUT', path, { body: seen('city', 'Odense', 'Aarhus') })).status).toBe(502);
  expect((await call('PUT', path, { body: seen('city', 'Odense', 'Bergen') })).status).toBe(409);
});

test.each([
  ['a text', 'Odense'],
  ['another form', { city: { seen: 'Odense', want: 'Aarhus' } }],
  ['too many fields', Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`f${n}`, { seen: [], want: '' }]))],
])('a member that is %s is refused', async (_, expected) => {
  const { call, contactId, sent } = await arrange();
  expect((await call('PUT', `/contacts/${contactId}`, { body: { city: 'Aarhus', expected } })).status).toBe(400);
  expect(sent).toEqual([]);
});

test('a write whose client goes away while it waits is not sent, and is no failure of the proxy', async () => {
  const { proxy, session, sandbox, contactId, call, log, sent } = await arrange();
  sandbox.faults.add('latency', { method: 'PUT', ms: 200, times: 1 });
  const path = `/contacts/${contactId}`;
  const first = call('PUT', path, { body: seen('city', 'Odense', 'Aarhus') });
  const leaving = new AbortController();
  const waiting = proxy.request(`http://127.0.0.1/api/highlevel${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${session}` },
    body: JSON.stringify(seen('source', '', 'Fair')),
    signal: leaving.signal,
  });
  setTimeout(() => leaving.abort(), 50);
  expect((await waiting).status).toBe(499);
  expect((await first).status).toBe(200);
  expect(sent).toHaveLength(1);
  expect(log.join('')).not.toContain('unexpected');
});

test('values are forgotten after a minute', async () => {
  let now = 0;
  const turns = createMemoryTurns(() => now);
  await (await turns.take('c', {}, never)).end({ city: 'Aarhus' });
  now = 59_000;
  const turn = await turns.take('c', {}, never);
  expect(turn.passed).toEqual({ city: 'Aarhus' });
  await turn.end({});
  now = 61_000;
  expect((await turns.take('c', {}, never)).passed).toEqual({});
});

test('a writer that goes away while it waits leaves the turn to the next', async () => {
  const turns = createMemoryTurns();
  const first = await turns.take('c', {}, never);
  const leaving = new AbortController();
  const gone = turns.take('c', {}, leaving.signal).catch((reason: Error) => reason.message);
  const next = turns.take('c', {}, never);
  leaving.abort(new Error('gone'));
  expect(await gone).toBe('gone');
  await first.end({ city: 'Aarhus' });
  expect((await next).passed).toEqual({ city: 'Aarhus' });
});

test.runIf(databaseKinds.includes('Postgres'))(
  'a turn of a proxy that died is taken over, and what it was about to write counts as written',
  { timeout: 30_000 },
  async () => {
    const database = await newDatabase('Postgres');
    const [dying, living] = await Promise.all([openStorage(database, secret), openStorage(database, secret)]);
    const first = await dying.turns?.take('c', { city: 'Aarhus' }, never);
    await dying.close();
    const turn = await living.turns?.take('c', { city: 'Bergen' }, never);
    expect(turn?.passed).toEqual({ city: 'Aarhus' });
    // The dead one's end, if it comes after all, changes nothing.
    await first?.end({ city: 'Cork' });
    await turn?.end({ city: 'Bergen' });
    expect((await living.turns?.take('c', {}, never))?.passed).toEqual({ city: 'Bergen' });
    await living.close();
  },
);

test.runIf(databaseKinds.includes('Postgres'))('what passed is sealed in the database', async () => {
  const storage = await openStorage(await newDatabase('Postgres'), secret);
  const turn = await storage.turns?.take('c', { city: 'Aarhus' }, never);
  const pending = JSON.stringify(await storage.store.selectFrom('write_turn').selectAll().execute());
  await turn?.end({ city: 'Aarhus' });
  const passed = JSON.stringify(await storage.store.selectFrom('write_turn').selectAll().execute());
  expect(pending + passed).not.toContain('Aarhus');
  await storage.close();
});
