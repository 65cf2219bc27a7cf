import { expect, test } from 'vitest';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { arrange, errorOf } from './arrange.ts';

const note = { body: 'Called, no answer. Try again on Monday.' };
const json = (status: number, body: object) => () => Response.json(body, { status });

/** Answers to a create of which no one can tell whether it was done. */
const unclear: [string, () => Response][] = [
  ['401 "Command timed out"', json(401, { statusCode: 401, message: 'Command timed out' })],
  ['408', json(408, { message: 'Request Timeout' })],
  ['an empty 404', () => new Response(null, { status: 404 })],
  ['a 404 of another server', () => new Response('<h1>404 Not Found</h1>', { status: 404 })],
  ['302', () => Response.redirect('http://elsewhere.test/', 302)],
  ['200 with HTML', () => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } })],
  ['201 without the note', json(201, { traceId: 't1' })],
  ['201 with nothing', () => new Response(null, { status: 201 })],
  ['500', json(500, { message: 'Internal server error' })],
  ['503 with HTML', () => new Response('<h1>Bad gateway</h1>', { status: 503 })],
];

/** Answers that say that nothing was made, and that may be another a moment later. */
const refusals: [string, () => Response, number][] = [
  ['401 for a scope', json(401, { message: 'The token is not authorized for this scope.' }), 403],
  ['401 for the token', json(401, { message: 'Invalid Private Integration token' }), 403],
  ['403', json(403, { message: 'The token does not have access to this location.' }), 403],
  ['404 for the contact', json(404, { message: 'Contact not found' }), 404],
  ['409', json(409, { message: 'Conflict' }), 409],
  ['422', json(422, { message: ['body should not be empty'] }), 422],
  ['429', json(429, { message: 'Too Many Requests' }), 429],
];

/** A proxy whose next create is answered with `answer`; `applied`: HighLevel has done it by then. */
async function arrangeAnswer(answer: () => Response, { applied = false, times = 1 } = {}) {
  let left = times;
  let highlevel: typeof fetch = fetch;
  const arranged = await arrange({
    fetch: async (input, init) => {
      if (init?.method !== 'POST' || left === 0) return highlevel(input, init as RequestInit);
      left -= 1;
      if (applied) await highlevel(input, init as RequestInit);
      return answer();
    },
  });
  highlevel = sandboxFetch(arranged.sandbox);
  const path = `/contacts/${arranged.contactId}/notes`;
  const add = () => arranged.call('POST', path, { body: note, headers: { 'idempotency-key': 'k1' } });
  const count = async () => {
    const { notes } = (await (await arranged.call('GET', path)).json()) as { notes: { body: string }[] };
    return notes.filter(({ body }) => body === note.body).length;
  };
  return { ...arranged, add, count };
}

test.each(unclear)('a create answered by %s is made by its repeat', async (_name, answer) => {
  const { add, count } = await arrangeAnswer(answer);
  expect(await errorOf(add())).toMatchObject({ code: 'unreachable', unknownOutcome: true });
  expect(await count()).toBe(0);
  expect((await add()).status).toBe(201);
  expect(await count()).toBe(1);
});

test.each(unclear)('a create that was done and answered by %s is found', async (_name, answer) => {
  const { add, count } = await arrangeAnswer(answer, { applied: true });
  expect((await add()).status).toBe(201);
  expect((await add()).status).toBe(201);
  expect(await count()).toBe(1);
});

test.each(unclear)('a create answered again and again by %s is made when that is over', async (_name, answer) => {
  const { add, count } = await arrangeAnswer(answer, { times: 3 });
  for (let again = 0; again < 3; again += 1) expect((await add()).status).toBe(502);
  expect((await add()).status).toBe(201);
  expect(await count()).toBe(1);
});

test.each(refusals.filter(([name]) => name !== '429'))(
  'a create refused with %s is made by its repeat once that has passed',
  async (_name, answer, status) => {
    const { add, count } = await arrangeAnswer(answer);
    const refused = await add();
    expect(refused.status).toBe(status);
    expect(await errorOf(refused)).not.toHaveProperty('unknownOutcome');
    expect((await add()).status).toBe(201);
    expect(await count()).toBe(1);
  },
);
