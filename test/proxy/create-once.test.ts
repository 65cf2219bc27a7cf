import { expect, test } from 'vitest';
import type { ProxyOptions } from '../../proxy/app.ts';
import { createPacer } from '../../proxy/rate-limit/limiter.ts';
import { arrange, errorOf } from './arrange.ts';

const note = { body: 'Called, no answer. Try again on Monday.' };
const keyed = (key: string) => ({ 'idempotency-key': key });

async function arrangeNotes(options: Partial<ProxyOptions> = {}) {
  const arranged = await arrange(options);
  const { call, contactId } = arranged;
  const path = `/contacts/${contactId}/notes`;
  const notes = async () =>
    ((await (await call('GET', path)).json()) as { notes: { id: string; body: string }[] }).notes;
  const count = async () => (await notes()).filter(({ body }) => body === note.body).length;
  const add = (key: string, body: object = note) => call('POST', path, { body, headers: keyed(key) });
  return { ...arranged, add, count, path };
}

const idOf = async (answer: Response) => ((await answer.json()) as { note: { id: string } }).note.id;

test('a repeat gets the first answer and makes no second note', async () => {
  const { add, count } = await arrangeNotes();
  const [first, second] = [await add('k1'), await add('k1')];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(await idOf(second)).toBe(await idOf(first));
  expect(await count()).toBe(1);
});

test('a repeat gets the stored answer, without a question to HighLevel', async () => {
  const { add, sandbox } = await arrangeNotes();
  const first = await (await add('k1')).json();
  const asked = sandbox.requests.length;
  expect(await (await add('k1')).json()).toEqual(first);
  expect(sandbox.requests.length).toBe(asked);
});

test('the same note under another key is another note', async () => {
  const { add, count } = await arrangeNotes();
  await add('k1');
  await add('k2');
  expect(await count()).toBe(2);
});

test('ten at once with one key make one note', async () => {
  const { add, count } = await arrangeNotes();
  const answers = await Promise.all(Array.from({ length: 10 }, () => add('k1')));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
  expect(await count()).toBe(1);
});

test('a note whose answer was cut is found, and not made again', async () => {
  const { sandbox, add, count } = await arrangeNotes();
  sandbox.faults.add('cut-after', { times: 1, method: 'POST' });
  const answer = await add('k1');
  expect(answer.status).toBe(201);
  expect(await idOf(await add('k1'))).toBe(await idOf(answer));
  expect(await count()).toBe(1);
});

test('a note that may or may not be there is looked for before it is sent again', async () => {
  const { sandbox, add, count } = await arrangeNotes();
  sandbox.faults.add('cut-after', { times: 1, method: 'POST' });
  sandbox.faults.add('server-error', { times: 1, skip: 1, method: 'GET' });
  const unsettled = await add('k1');
  expect(await errorOf(unsettled)).toMatchObject({ code: 'unreachable', unknownOutcome: true });
  expect((await add('k1')).status).toBe(201);
  expect(await count()).toBe(1);
});

test.each(['cut-before', 'server-error'] as const)(
  'a note that a %s kept from being sent leaves no doubt',
  async (fault) => {
    const { sandbox, add, sent } = await arrangeNotes();
    sandbox.faults.add(fault, { times: 1, method: 'GET' });
    const error = await errorOf(add('k1'));
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(error).not.toHaveProperty('unknownOutcome');
    expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
    expect((await add('k1')).status).toBe(201);
  },
);

test('a note that never arrived is sent again', async () => {
  const { sandbox, add, count } = await arrangeNotes();
  sandbox.faults.add('cut-before', { times: 1, method: 'POST' });
  expect((await add('k1')).status).toBe(502);
  expect(await count()).toBe(0);
  expect((await add('k1')).status).toBe(201);
  expect(await count()).toBe(1);
});

test('a look-alike that was there before is not taken for the new note', async () => {
  const { sandbox, add, count } = await arrangeNotes();
  await add('k1');
  sandbox.faults.add('cut-before', { times: 1, method: 'POST' });
  await add('k2');
  await add('k2');
  expect(await count()).toBe(2);
});

test('a note that HighLevel had no time for may be sent again under its key', async () => {
  let ahead = 0;
  const { sandbox, add, count } = await arrangeNotes({ pacer: createPacer({ now: () => Date.now() + ahead }) });
  sandbox.faults.add('rate-limited', { times: 1, method: 'POST' });
  expect((await add('k1')).status).toBe(429);
  ahead = 10_001;
  expect((await add('k1')).status).toBe(201);
  expect(await count()).toBe(1);
});

test('a key is good for one request', async () => {
  const { add } = await arrangeNotes();
  await add('k1');
  expect(await errorOf(add('k1', { body: 'Something else' }))).toMatchObject({ code: 'conflict' });
});

test('two requests at once under one key are one request and a conflict', async () => {
  const { add, count, sandbox } = await arrangeNotes();
  sandbox.faults.add('latency', { ms: 200 });
  const [first, second] = await Promise.all([add('k1'), add('k1', { body: 'Something else' })]);
  expect(first.status).toBe(201);
  expect(await errorOf(second)).toMatchObject({ code: 'conflict' });
  expect(await count()).toBe(1);
});

test('only what is created takes a key', async () => {
  const { call, contactId } = await arrange();
  const answer = await call('PUT', `/contacts/${contactId}`, { body: { city: 'Leeds' }, headers: keyed('k1') });
  expect(answer.status).toBe(400);
});

test('a task whose answer was cut is found', async () => {
  const { sandbox, call, contactId } = await arrange();
  const task = { title: 'Send the offer', dueDate: '2026-12-01T09:00:00Z', completed: false };
  sandbox.faults.add('cut-after', { times: 1, method: 'POST' });
  const path = `/contacts/${contactId}/tasks`;
  expect((await call('POST', path, { body: task, headers: keyed('k1') })).status).toBe(201);
  const { tasks } = (await (await call('GET', path)).json()) as { tasks: { title: string }[] };
  expect(tasks.filter(({ title }) => title === task.title)).toHaveLength(1);
});

test('a contact whose answer was cut is found by its e-mail', async () => {
  const { sandbox, call } = await arrange();
  const contact = { firstName: 'Ada', email: 'ada.once@mail.example' };
  sandbox.faults.add('cut-after', { times: 1, method: 'POST', path: '/contacts/' });
  const answer = await call('POST', '/contacts/', { body: contact, headers: keyed('k1') });
  expect(answer.status).toBe(201);
  expect((await answer.json()) as object).toMatchObject({ contact: { email: contact.email } });
});
