import type { Lab } from './lab.ts';
import { type Attack, createSender, flood, holds, type Send } from './target.ts';

const note = { body: 'Called, no answer.' };
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

/** Lets HighLevel answer creates as a gateway does that gave up; the repeat under the same key has to make the note. */
async function passingRefusals(lab: Lab, person: ReturnType<typeof as>): Promise<void> {
  const path = `/api/highlevel/contacts/${lab.contactId}/notes`;
  const key = { 'idempotency-key': 'passing' };
  lab.sandbox.faults.add('gateway-timeout', { times: 1, method: 'POST' });
  const first = await person(path, 'POST', JSON.stringify(note), key);
  holds(first.status === 502, `a gateway that gave up was told as ${first.status}`);
  const again = await person(path, 'POST', JSON.stringify(note), key);
  holds(again.status === 201, `the repeat was answered ${again.status}`);
}

async function twoBodies(lab: Lab, person: ReturnType<typeof as>): Promise<void> {
  const path = `/api/highlevel/contacts/${lab.contactId}/notes`;
  const key = { 'idempotency-key': 'two bodies' };
  const answers = await Promise.all(['One', 'Two'].map((body) => person(path, 'POST', JSON.stringify({ body }), key)));
  const statuses = answers.map(({ status }) => status).sort();
  holds(statuses.join() === '201,409', `two bodies under one key were answered ${statuses}`);
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
    { name: 'a create that a gateway gave up on can be repeated', run: () => passingRefusals(lab, asOwner) },
    { name: 'one key stands for one body', run: () => twoBodies(lab, asOwner) },
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
