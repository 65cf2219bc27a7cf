import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { postgresFolder, startPostgres } from '../helpers/postgres.ts';
import { arrangeProcesses } from '../helpers/proxy-processes.ts';
import { type Lab, startLab } from './lab.ts';
import { type Attack, createSender, holds } from './target.ts';

/** Tries an attack on a lab of its own. */
const alone = (name: string, run: (lab: Lab) => Promise<void>): Attack => ({
  name,
  async run() {
    const lab = await startLab();
    await run(lab).finally(lab.stop);
  },
});

const megabyte = 2 ** 20;

const open = async (lab: Lab, person: Parameters<Lab['introduce']>[0]) =>
  createSender(lab)('/api/session', { method: 'POST', body: JSON.stringify(await lab.introduce(person)) });

async function silentAboutVisitors(lab: Lab): Promise<void> {
  const isAboutVisitors = ({ url }: Request) => url.endsWith('/api/session/access/active');
  lab.inGristsPlace = (request) =>
    isAboutVisitors(request) ? Response.json({ error: 'Forbidden' }, { status: 403 }) : undefined;
  const { status } = await open(lab, 'visitor');
  holds(status !== 200, 'a visitor got in while Grist did not say who visitors are');
  lab.inGristsPlace = () => undefined;
  holds((await open(lab, 'visitor')).status !== 200, 'a visitor got in afterwards');
  holds((await open(lab, 'owner')).status === 200, 'an owner was kept out afterwards');
}

/** 200 MB of white space, which JSON allows. */
function endlessAnswer(): Response {
  const chunk = new TextEncoder().encode(' '.repeat(megabyte));
  let left = 200;
  const body = new ReadableStream({
    pull(controller) {
      left -= 1;
      if (left < 0) controller.close();
      else controller.enqueue(chunk);
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}

async function endlessAnswers(lab: Lab): Promise<void> {
  const before = lab.memory();
  lab.inGristsPlace = endlessAnswer;
  for (let turn = 0; turn < 3; turn += 1) {
    const { status } = await open(lab, 'owner');
    holds(status >= 400, `an endless answer of Grist let a person in: ${status}`);
  }
  const grown = (lab.memory() - before) / megabyte;
  holds(grown < 80, `three endless answers took ${grown.toFixed(0)} MB`);
}

/** Requests as an owner of the lab, with a JSON body. */
async function asOwner(lab: Lab) {
  const [send, session] = [createSender(lab), await lab.enter('owner')];
  return (path: string, method = 'GET', body?: unknown, headers = {}) =>
    send(path, {
      method,
      headers: { authorization: `Bearer ${session}`, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
}

const notesOf = (lab: Lab) => `/api/highlevel/contacts/${lab.contactId}/notes`;
const sentNotes = ({ sandbox }: Lab) =>
  sandbox.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/notes')).length;

const value = { value: 'x'.repeat(200), version: 0 };
const madeUp = (turn: number, contacts: number) => ({
  agreements: Array.from({ length: contacts }, (_, contact) => ({
    contactId: `madeUp-${turn}-${contacts}-${contact}`,
    fields: Object.fromEntries(Array.from({ length: 20 }, (_, field) => [`field${field}`, value])),
  })),
});

async function fullDisk(lab: Lab): Promise<void> {
  await lab.restart({ largestFile: Math.max(...lab.stored()) + 64 * 1024 });
  const call = await asOwner(lab);
  let status = 200;
  // What is too large for the space that is left may leave room for less.
  for (const contacts of [40, 1]) {
    status = 200;
    for (let turn = 0; turn < 80 && status === 200; turn += 1)
      ({ status } = await call('/api/state/agree', 'POST', madeUp(turn, contacts)));
    holds(status === 503, `a full disk was reported as ${status}`);
  }
  holds((await call('/readyz')).status === 503, 'a proxy with a full disk says that it is ready');
  // What is left of the last page may take a few.
  for (let turn = 0; status !== 201 && turn < 3; turn += 1)
    ({ status } = await call(
      notesOf(lab),
      'POST',
      { body: 'n'.repeat(20_000) },
      { 'idempotency-key': `full ${turn}` },
    ));
  holds(status === 503 && sentNotes(lab) === 0, `a note that cannot be written down was sent: ${status}`);
  holds((await call(`/api/highlevel/contacts/${lab.contactId}`)).status === 200, 'nothing can be read any more');
}

async function rotatedAway(lab: Lab): Promise<void> {
  const add = async () =>
    (await asOwner(lab))(notesOf(lab), 'POST', { body: 'Called, no answer.' }, { 'idempotency-key': 'rotated' });
  holds((await add()).status === 201, 'the note was not made');
  await lab.restart({ secretKey: 'another-secret-of-the-lab-of-32-characters' });
  const { status } = await add();
  holds(status === 201 && sentNotes(lab) === 1, `its repeat was answered ${status}, after ${sentNotes(lab)} notes`);
}

async function stopInRenewal(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'attack-'));
  const lab = await arrangeProcesses(`file:${join(folder, 'proxy.db')}`);
  try {
    const proxy = await lab.startProxy();
    const session = await lab.connect(proxy);
    const path = `/api/highlevel/contacts/${lab.contactId}`;
    lab.sandbox.grants.expire();
    // Longer than the grace of calls.
    lab.sandbox.faults.add('slow-token-endpoint', { ms: 12_000, times: 1 });
    const cut = lab.request(proxy, 'GET', path, session).catch(() => {});
    while (!lab.sandbox.faults.list().some(({ hits }) => hits === 1)) await wait(20);
    await proxy.stop();
    await cut;
    const { status } = await lab.request(await lab.startProxy(), 'GET', path, session);
    holds(status === 200, `the sign-in was lost: ${status}`);
  } finally {
    await lab.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function apartClocks(): Promise<void> {
  const postgres = await startPostgres();
  const lab = await arrangeProcesses(await postgres.database());
  try {
    const [one, ahead] = [await lab.startProxy(), await lab.startProxy({ ahead: 10_000 })];
    const session = await lab.connect(one);
    // Each has its part of HighLevel's window from here on.
    await lab.insist(ahead, 'GET', `/api/highlevel/contacts/${lab.contactId}`, session);
    lab.sandbox.faults.add('latency', { ms: 8_000, method: 'POST', path: '/notes', times: 1 });
    const path = `/api/highlevel/contacts/${lab.contactId}/notes`;
    const add = (proxy: typeof one) =>
      lab.request(proxy, 'POST', path, session, { body: 'Once' }, { 'idempotency-key': 'clocks' });
    const first = add(one);
    while (!lab.sandbox.faults.list().some(({ hits }) => hits === 1)) await wait(20);
    await Promise.all([first, add(ahead)]);
    const notes = lab.sandbox.requests.filter((sent) => sent.method === 'POST' && sent.path.endsWith('/notes')).length;
    holds(notes === 1, `one wish made ${notes} notes`);
  } finally {
    await lab.close();
    await postgres.stop();
  }
}

/** What goes wrong around the proxy: Grist, the disk, the operator, the clocks. Each is tried on proxies of its own. */
export const surroundingsAttacks: readonly Attack[] = [
  alone('no visitor gets in while Grist does not say who visitors are', silentAboutVisitors),
  alone('endless answers of Grist fill no memory', endlessAnswers),
  alone('a full disk is reported, and nothing is sent', fullDisk),
  alone('a repeat after its key was rotated away makes nothing twice', rotatedAway),
  { name: 'a stop loses no sign-in that HighLevel is renewing', run: stopInRenewal },
  ...(postgresFolder ? [{ name: 'clocks that differ make one wish one note (Postgres)', run: apartClocks }] : []),
];
