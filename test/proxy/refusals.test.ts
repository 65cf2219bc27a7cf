import { expect, test } from 'vitest';
import { arrange, errorOf } from './arrange.ts';

const unknown = 'aaaaaaaaaaaaaaaaaaaa';

test('calls a contact that HighLevel does not know not found', async () => {
  const { call } = await arrange();
  const answer = await call('GET', `/contacts/${unknown}`);
  expect(answer.status).toBe(404);
  expect(await errorOf(answer)).toMatchObject({
    code: 'not-found',
    message: 'HighLevel answered 400 to GET /contacts/{contactId}.',
    complaints: [`Contact with id ${unknown} not found`],
    traceId: expect.any(String),
  });
});

test('tells what HighLevel complains about', async () => {
  const { call, contactId } = await arrange();
  const answer = await call('PUT', `/contacts/${contactId}`, { body: { locationId: 'x', shoeSize: 43 } });
  expect(answer.status).toBe(422);
  expect(await errorOf(answer)).toMatchObject({
    code: 'rejected',
    complaints: expect.arrayContaining(['property shoeSize should not exist']),
  });
});

test('tells which contact has the e-mail already', async () => {
  const { call, sandbox } = await arrange();
  const [first, second] = sandbox.info.contactIds as [string, string];
  await call('PUT', `/contacts/${first}`, { body: { email: 'ada@example.org' } });
  const answer = await call('PUT', `/contacts/${second}`, { body: { email: 'ada@example.org' } });
  expect(answer.status).toBe(422);
  expect(await errorOf(answer)).toMatchObject({
    code: 'rejected',
    duplicateOf: { contactId: first, matchingField: 'email' },
  });
});

test.each([
  ['missing-scope', 403, 'forbidden'],
  ['expired-token', 403, 'not-connected'],
  ['gateway-timeout', 502, 'unreachable'],
] as const)('tells the 401 of a %s apart', async (fault, status, code) => {
  const { call, sandbox, contactId } = await arrange();
  sandbox.faults.add(fault, { times: 1 });
  const answer = await call('GET', `/contacts/${contactId}`);
  expect(answer.status).toBe(status);
  expect(await errorOf(answer)).toMatchObject({ code });
});

test.each([
  [500, 502],
  [503, 502],
  [504, 504],
])('tells that HighLevel failed with %i', async (status, ours) => {
  const { call, sandbox, contactId } = await arrange();
  sandbox.faults.add('server-error', { status, times: 1 });
  const answer = await call('GET', `/contacts/${contactId}`);
  expect(answer.status).toBe(ours);
  const error = await errorOf(answer);
  expect(error).toMatchObject({ code: 'unreachable' });
  expect(error).not.toHaveProperty('unknownOutcome');
});

test('says that a write may have happened although HighLevel failed', async () => {
  const { call, sandbox, contactId } = await arrange();
  sandbox.faults.add('server-error', { applied: true, times: 1 });
  const answer = call('POST', `/contacts/${contactId}/notes`, { body: { body: 'Called' } });
  expect(await errorOf(answer)).toMatchObject({ code: 'unreachable', unknownOutcome: true });
});

test.each([
  ['a page', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 502],
  ['a page with 200', () => new Response('<h1>Welcome</h1>'), 502],
  ['a redirect', () => Response.redirect('http://elsewhere.test/', 302), 502],
  ['an empty 404', () => new Response(null, { status: 404 }), 502],
])('takes %s for no answer of HighLevel', async (_name, answer, status) => {
  const { call } = await arrange({ fetch: async () => answer() });
  const response = await call('GET', `/contacts/${unknown}`);
  expect(response.status).toBe(status);
  expect(await errorOf(response)).toMatchObject({ code: 'unreachable' });
});
