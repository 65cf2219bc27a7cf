import { setTimeout as wait } from 'node:timers/promises';
import type { Lab } from './lab.ts';
import { type Attack, createSender, flood, holds, type Send } from './target.ts';

const deep = `{"body":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;

/** A person's sender: shows the session with each request. */
const as =
  (send: Send, session: string) =>
  (path: string, method = 'GET', body?: string, headers: Record<string, string> = {}) =>
    send(path, {
      method,
      headers: { authorization: `Bearer ${session}`, ...headers },
      ...(body !== undefined && { body }),
    });

/** Lets creates end without a clear answer; the repeat under the same key has to make the note. */
async function passingRefusals(lab: Lab, person: ReturnType<typeof as>): Promise<void> {
  const path = `/api/highlevel/contacts/${lab.contactId}/notes`;
  for (const [name, fault] of [
    ['gateway-timeout', {}],
    ['server-error', { status: 408 }],
    ['server-error', { status: 503 }],
    ['cut-before', {}],
  ] as const) {
    const what = JSON.stringify({ name, ...fault });
    const add = () => person(path, 'POST', JSON.stringify({ body: what }), { 'idempotency-key': what });
    lab.sandbox.faults.add(name, { ...fault, times: 1, method: 'POST' });
    const first = await add();
    holds(first.status === 502 || first.status === 504, `${what} was reported as ${first.status}`);
    const { status } = await add();
    holds(status === 201, `the repeat after ${what} was answered ${status}`);
  }
}

async function twoBodies(lab: Lab, person: ReturnType<typeof as>): Promise<void> {
  const path = `/api/highlevel/contacts/${lab.contactId}/notes`;
  const key = { 'idempotency-key': 'two bodies' };
  const answers = await Promise.all(['One', 'Two'].map((body) => person(path, 'POST', JSON.stringify({ body }), key)));
  const statuses = answers.map(({ status }) => status).sort();
  holds(statuses.join() === '201,409', `two bodies under one key were answered ${statuses}`);
}

const value = { value: 'x'.repeat(200), version: 0 };
/** The base of contacts that do not exist; `TURN` makes them others. Written once, to cost little here. */
const madeUp = JSON.stringify({
  agreements: Array.from({ length: 50 }, (_, contact) => ({
    contactId: `madeUp-TURN-${contact}`,
    fields: Object.fromEntries(Array.from({ length: 20 }, (_, field) => [`field${field}`, value])),
  })),
});

/** The median of a person's reads over four seconds, in milliseconds. */
async function timeReads(lab: Lab, person: ReturnType<typeof as>): Promise<number> {
  const body = JSON.stringify({ contactIds: [lab.contactId] });
  const times: number[] = [];
  for (const until = performance.now() + 4000; performance.now() < until; await wait(40)) {
    const start = performance.now();
    const { status } = await person('/api/state/base', 'POST', body);
    holds(status === 200, `another person was answered ${status}`);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Ten connections write made-up base entries, as fast as they are answered. `npm run bench` measures the 99th percentile. */
async function baseFlood(lab: Lab, person: ReturnType<typeof as>, other: ReturnType<typeof as>): Promise<void> {
  const size = () => lab.stored().reduce((sum, bytes) => sum + bytes, 0) / 2 ** 20;
  const before = size();
  const quiet = await timeReads(lab, other);
  let isOver = false;
  let turn = 0;
  const writers = Array.from({ length: 10 }, async () => {
    while (!isOver) await person('/api/state/agree', 'POST', madeUp.replaceAll('TURN', String(turn++)));
  });
  const flooded = await timeReads(lab, other).finally(() => {
    isOver = true;
  });
  await Promise.all(writers);
  holds(flooded < quiet + 100, `another person's reads took ${flooded.toFixed(0)} ms, ${quiet.toFixed(0)} before`);
  holds(size() - before < 40, `the database grew by ${(size() - before).toFixed(0)} MB in four seconds`);
}

async function streams(lab: Lab, session: string): Promise<void> {
  const headers = { authorization: `Bearer ${session}` };
  for (let turn = 0; turn < 30; turn += 1) await fetch(`${lab.url}/api/events`, { method: 'HEAD', headers });
  const before = lab.memory();
  for (let turn = 0; turn < 140; turn += 1) {
    const gone = new AbortController();
    const answer = await fetch(`${lab.url}/api/events`, { headers, signal: gone.signal });
    holds(answer.status === 200, `stream ${turn} was refused with ${answer.status}`);
    await answer.body?.getReader().read();
    gone.abort();
  }
  const grown = (lab.memory() - before) / 2 ** 20;
  holds(grown < 40, `140 streams left ${grown.toFixed(0)} MB behind`);
}

/** What people may try who have a session: an owner, and a viewer who wants more. */
export async function insiderAttacks(lab: Lab): Promise<readonly Attack[]> {
  const send = createSender(lab);
  const [owner, viewer] = [await lab.enter('owner'), await lab.enter('viewer')];
  const [asOwner, asViewer] = [as(send, owner), as(send, viewer)];
  const [asWriter, asReader] = [as(send, await lab.enter('writer')), as(send, await lab.enter('reader'))];
  const contact = `/api/highlevel/contacts/${lab.contactId}`;
  return [
    {
      name: 'a viewer changes nothing',
      async run() {
        const writes: [string, string][] = [
          [contact, 'PUT'],
          [contact, 'DELETE'],
          [`${contact}/notes`, 'POST'],
          ['/api/highlevel/contacts/upsert', 'POST'],
          ['/api/state/agree', 'POST'],
          ['/api/person', 'PUT'],
        ];
        for (const [path, method] of writes) {
          const { status } = await asViewer(path, method, '{"agreements":[],"highlevelUserId":"","name":""}');
          holds(status === 403 || status === 404, `${method} ${path} was answered ${status}`);
        }
      },
    },
    {
      name: 'no other location is reached',
      async run() {
        for (const query of ['locationId=other', 'locationid=other', 'locationId[]=other'])
          await asOwner(`/api/highlevel/contacts/?limit=1&${query}`);
        const asked = lab.sandbox.requests.filter(({ path }) => path.includes('other'));
        holds(asked.length === 0, 'HighLevel was asked for another location');
        holds((await asOwner('/api/highlevel/locations/otherLocation')).status === 403, 'another location was read');
      },
    },
    {
      name: 'only what is listed is forwarded',
      async run() {
        for (const path of ['/oauth/token', '/opportunities/search', '/contacts/x/campaigns/1'])
          holds((await asOwner(`/api/highlevel${path}`)).status === 404, `${path} was forwarded`);
        const { status } = await asOwner(contact, 'GET', undefined, { 'x-http-method-override': 'DELETE' });
        holds(status === 400, 'a header changed the method');
      },
    },
    {
      name: 'a body that is nested 20,000 deep is refused',
      async run() {
        for (const path of [`${contact}/notes`, '/api/state/base', '/api/state/begin'])
          holds((await asOwner(path, 'POST', deep)).status === 400, `${path} took it`);
      },
    },
    {
      name: 'no name of a contact reaches into the process',
      async run() {
        for (const contactId of ['__proto__', 'constructor']) {
          const fields = { highlevelUserId: { value: 'forged', version: 0 } };
          const { status } = await asOwner(
            '/api/state/agree',
            'POST',
            JSON.stringify({ agreements: [{ contactId, fields }] }),
          );
          holds(status === 200 || status === 400, `${contactId} was answered ${status}`);
          holds((await asReader('/api/person')).text === '{}', `${contactId} is in what others read`);
        }
      },
    },
    { name: 'a create that a gateway gave up on can be repeated', run: () => passingRefusals(lab, asOwner) },
    { name: 'one key stands for one body', run: () => twoBodies(lab, asOwner) },
    { name: 'made-up base entries slow nobody and fill no disk', run: () => baseFlood(lab, asWriter, asReader) },
    { name: 'event streams leave nothing behind, and HEAD opens none', run: () => streams(lab, viewer) },
    {
      name: 'one person does not slow another down',
      async run() {
        await flood(300, 30, () => asOwner('/api/person'));
        holds((await asViewer('/api/person')).status === 200, 'another person was kept out');
      },
    },
  ];
}
