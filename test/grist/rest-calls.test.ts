import { expect, test, vi } from 'vitest';
import { createRestDoc, type RestOptions } from '../../grist/rest.ts';
import { createMemoryDocument } from '../helpers/grist-memory/document.ts';
import { createGristRest } from '../helpers/grist-memory/rest.ts';

/** A document with a table of one row, and quick tries. */
function start(options: Partial<RestOptions> = {}) {
  const document = createMemoryDocument();
  document.apply([
    ['AddTable', 'People', [{ id: 'Name', type: 'Text', isFormula: false }]],
    ['AddRecord', 'People', null, { Name: 'Ada' }],
  ]);
  const rest = createGristRest(document);
  const { docId, key, fetch } = rest;
  const doc = createRestDoc({ url: 'https://grist.test/', docId, key, fetch, waits: [0, 0, 0], ...options });
  const add = () => doc.apply([['AddRecord', 'People', null, { Name: 'Bob' }]], 'add');
  return { document, rest, doc, add, names: () => document.fetch('People').Name };
}

const answers = (status: number, error: string, headers?: HeadersInit) => ({
  answer: () => Response.json({ error }, { status, ...(headers && { headers }) }),
});
const busy = answers(429, 'Too many backlogged requests for document x - try again later?');
const cut = (code?: string) => ({
  answer: () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('socket'), { code }) })),
});

test('a bundle that Grist was too busy for is sent again, and applied once', async () => {
  const { rest, add, names } = start();
  rest.faults.push(busy, busy);
  await expect(add()).resolves.toEqual([2]);
  expect(names()).toEqual(['Ada', 'Bob']);
});

test.each([
  ['is too busy', busy],
  ['restarts', answers(502, 'Bad gateway')],
  ['fails', answers(500, 'internal error')],
  ['hangs up', cut('ECONNRESET')],
])('a read is repeated when Grist %s', async (_, fault) => {
  const { rest, doc } = start();
  rest.faults.push(fault, fault);
  await expect(doc.fetchTable('People')).resolves.toMatchObject({ Name: ['Ada'] });
  expect(rest.requests).toHaveLength(3);
});

test.each([
  ['a server on the way failed', answers(502, 'Bad gateway')],
  ['the connection was cut', cut('ECONNRESET')],
  ['Grist answered with a page', { answer: () => new Response('<h1>Sign in</h1>') }],
])('a bundle without an answer is not sent again: %s', async (_, fault) => {
  const { rest, add, names } = start();
  rest.faults.push({ ...fault, carriedOut: true });
  await expect(add()).rejects.toMatchObject({ name: 'GristError', code: 'unreachable' });
  expect(rest.requests).toHaveLength(1);
  expect(names()).toEqual(['Ada', 'Bob']);
});

test('a bundle that never left is sent again', async () => {
  const { rest, add, names } = start();
  rest.faults.push(cut('ECONNREFUSED'), cut('ENOTFOUND'));
  await expect(add()).resolves.toEqual([2]);
  expect(names()).toEqual(['Ada', 'Bob']);
});

test('tries are counted', async () => {
  const { rest, doc, add } = start();
  rest.faults.push(...Array.from({ length: 8 }, () => busy));
  await expect(add()).rejects.toMatchObject({ code: 'rate-limited' });
  await expect(doc.fetchTable('People')).rejects.toMatchObject({ code: 'rate-limited' });
  expect(rest.requests).toHaveLength(8);
});

test('a day whose calls are used up is not waited for', async () => {
  const { rest, add } = start();
  rest.faults.push(answers(429, 'Exceeded daily limit for document x'));
  await expect(add()).rejects.toMatchObject({ code: 'rate-limited' });
  expect(rest.requests).toHaveLength(1);
});

test.each([
  ['a key that Grist does not know', { key: 'other' }, 'no-access', 'Bad request: invalid API key'],
  ['a document that is not there', { docId: 'gone' }, 'no-access', 'document not found'],
])('%s is refused at once', async (_, change, code, message) => {
  const { rest, doc } = start(change);
  await expect(doc.fetchTable('People')).rejects.toMatchObject({ name: 'GristError', code, message });
  expect(rest.requests).toHaveLength(1);
});

test('a row that is too long for Grist is refused, and nothing of it is written', async () => {
  const { doc, names } = start();
  const add = doc.apply([['AddRecord', 'People', null, { Name: 'x'.repeat(1_100_000) }]], 'add');
  await expect(add).rejects.toMatchObject({ code: 'unknown', message: 'request entity too large' });
  expect(names()).toEqual(['Ada']);
});

test('a redirect is not followed, nor repeated', async () => {
  const { rest, doc } = start();
  rest.faults.push({
    answer: () => new Response(null, { status: 302, headers: { Location: 'https://elsewhere.test' } }),
  });
  await expect(doc.fetchTable('People')).rejects.toMatchObject({ code: 'unknown', message: 'Grist answered with 302' });
  expect(rest.requests).toHaveLength(1);
});

test('an error of the engine does not tell what cells hold', async () => {
  const { rest, add } = start();
  rest.faults.push(answers(500, "[Sandbox] ValueError could not convert 'ada@example.org'"));
  await expect(add()).rejects.toMatchObject({ code: 'unknown', message: '[Sandbox] ValueError' });
});

test('the document is asked for one thing at a time', async () => {
  const { rest, doc, add } = start();
  await Promise.all(Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? add() : doc.fetchTable('People'))));
  expect(rest.mostAtOnce).toBe(1);
});

test('as long as a server wants is waited', async () => {
  vi.useFakeTimers();
  try {
    const { rest, doc } = start();
    rest.faults.push(answers(503, 'Upgrading', { 'Retry-After': '20' }));
    const read = doc.fetchTable('People');
    await vi.advanceTimersByTimeAsync(19_000);
    expect(rest.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    await expect(read).resolves.toMatchObject({ Name: ['Ada'] });
  } finally {
    vi.useRealTimers();
  }
});

test('a signal ends a call that waits its turn, one that runs, and one that pauses; others go on', async () => {
  const { rest, doc } = start({ waits: [60_000] });
  let release = (_: Response) => {};
  const held = new Promise<Response>((resolve) => {
    release = resolve;
  });
  rest.faults.push({ answer: () => held });
  const controllers = [new AbortController(), new AbortController()] as const;
  const running = doc.until(controllers[0].signal).fetchTable('People');
  const waiting = doc.until(controllers[1].signal).fetchTable('People');
  const last = doc.fetchTable('People');
  controllers[1].abort(new Error('stopped'));
  await expect(waiting).rejects.toThrow('stopped');
  controllers[0].abort(new Error('ended'));
  await expect(running).rejects.toThrow('ended');
  release(new Response());
  await expect(last).resolves.toMatchObject({ Name: ['Ada'] });

  rest.faults.push(busy);
  const pausing = new AbortController();
  const paused = doc.until(pausing.signal).fetchTable('People');
  await vi.waitFor(() => expect(rest.faults).toHaveLength(0));
  pausing.abort(new Error('no more'));
  await expect(paused).rejects.toThrow('no more');
});

test('an answer longer than it may be is not read to its end', async () => {
  const { doc } = start({ longestAnswer: 20 });
  await expect(doc.fetchTable('People')).rejects.toMatchObject({ code: 'unknown' });
});

test('the key is in a header and nowhere else', async () => {
  const key = 'secret-of-grist';
  const sent: Request[] = [];
  const doc = createRestDoc({
    ...{ url: 'https://grist.test', docId: 'doc', key, waits: [] },
    fetch: async (input, init) => {
      sent.push(new Request(input, init));
      throw new TypeError('fetch failed');
    },
  });
  const error = await doc.fetchTable('People', { Name: ['x'] }).catch((thrown: unknown) => thrown);
  expect(sent[0]?.headers.get('Authorization')).toBe(`Bearer ${key}`);
  expect(sent[0]?.url).not.toContain(key);
  expect(sent[0]?.redirect).toBe('manual');
  expect(`${JSON.stringify(error)} ${String(error)} ${String((error as Error).cause)}`).not.toContain(key);
});
