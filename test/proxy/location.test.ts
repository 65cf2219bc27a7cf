import { expect, test } from 'vitest';
import { arrange, errorOf } from './arrange.ts';

const other = 'OtherLocation0000000';

test.each(['', `?locationId=${other}`, `?locationId=${other}&locationId=${other}`, `?locationId[]=${other}`])(
  'puts its own location into the query /calendars/%s',
  async (query) => {
    const { call, sent, locationId } = await arrange();
    await call('GET', `/calendars/${query}`);
    expect([...sent[0]!.url.searchParams]).toEqual([['locationId', locationId]]);
  },
);

test.each([{}, { locationId: other }, { LOCATIONID: other }])(
  'puts its own location into the body %o',
  async (body) => {
    const { call, sent, locationId } = await arrange();
    await call('POST', '/contacts/search', { body: { pageLimit: 1, ...body } });
    expect(JSON.parse(sent[0]!.body)).toEqual({ pageLimit: 1, locationId });
  },
);

test('adds a location to no endpoint that takes none', async () => {
  const { call, sent, contactId } = await arrange();
  await call('PUT', `/contacts/${contactId}`, { body: { firstName: 'Ada' } });
  expect(sent[0]!.url.search).toBe('');
  expect(JSON.parse(sent[0]!.body)).toEqual({ firstName: 'Ada' });
});

test('keeps the rest of the query as it is', async () => {
  const { call, sent, locationId } = await arrange();
  await call('GET', '/contacts/search/duplicate?number=%2B49%2030&email=a%2Bb%40c.de');
  expect([...sent[0]!.url.searchParams]).toEqual([
    ['number', '+49 30'],
    ['email', 'a+b@c.de'],
    ['locationId', locationId],
  ]);
});

test('refuses a path of another location', async () => {
  const { call, sent, locationId } = await arrange();
  expect((await call('GET', `/locations/${locationId}`)).status).toBe(200);
  const answer = await call('GET', `/locations/${other}`);
  expect(answer.status).toBe(403);
  expect(await errorOf(answer)).toMatchObject({ code: 'forbidden' });
  expect(sent).toHaveLength(1);
});

test.each(['[]', '"text"', '{"a":', 'null'])('refuses the body %s', async (body) => {
  const { proxy, sent, session } = await arrange();
  const answer = await proxy.request('http://127.0.0.1/api/highlevel/contacts/search', {
    method: 'POST',
    headers: { authorization: `Bearer ${session}` },
    body,
  });
  expect(answer.status).toBe(400);
  expect(sent).toEqual([]);
});

test('refuses a body of more than a megabyte', async () => {
  const { call, sent } = await arrange();
  const answer = await call('POST', '/contacts/search', { body: { query: 'a'.repeat(1024 * 1024) } });
  expect(answer.status).toBe(413);
  expect(await errorOf(answer)).toMatchObject({ code: 'rejected' });
  expect(sent).toEqual([]);
});
