import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type DatabaseKind, databaseKinds, newDatabase } from '../helpers/databases.ts';
import { arrangeProcesses } from '../helpers/proxy-processes.ts';

async function arrange(kind: DatabaseKind) {
  const processes = await arrangeProcesses(await newDatabase(kind));
  onTestFinished(processes.close);
  const [one, other] = [await processes.startProxy(), await processes.startProxy()];
  const session = await processes.connect(one);
  processes.sandbox.limits.max = 1000;
  // Each has its part of HighLevel's window from here on.
  await processes.insist(other, 'GET', `/api/highlevel/contacts/${processes.contactId}`, session);
  return { ...processes, one, other, session };
}

const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await wait(20);
};

test.each(databaseKinds)('fifty calls over two processes make one redemption, on %s', async (kind) => {
  const { one, other, session, insist, sandbox, redemptions } = await arrange(kind);
  const before = redemptions();
  sandbox.grants.expire();
  const calls = Array.from({ length: 50 }, (_, call) =>
    insist(call % 2 ? one : other, 'GET', `/api/highlevel/contacts/?query=${call}`, session),
  );
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array(50).fill(200));
  expect(redemptions() - before).toBe(1);
});

test.each(databaseKinds)('a proxy that is killed while it renews loses no sign-in, on %s', async (kind) => {
  const { one, other, session, request, insist, sandbox, contactId, redemptions } = await arrange(kind);
  const before = redemptions();
  sandbox.grants.expire();
  sandbox.faults.add('slow-token-endpoint', { times: 1, ms: 4000 });
  const path = `/api/highlevel/contacts/${contactId}`;
  const lost = request(one, 'GET', path, session).catch(() => 'lost');
  await until(() => redemptions() > before || sandbox.faults.list().some(({ hits }) => hits > 0));
  await one.kill();
  expect(await lost).toBe('lost');
  expect((await insist(other, 'GET', path, session)).status).toBe(200);
});

test.each(databaseKinds)('a proxy that is killed with a note on its way doubles no note, on %s', async (kind) => {
  const { one, other, session, request, insist, sandbox, contactId } = await arrange(kind);
  const path = `/api/highlevel/contacts/${contactId}/notes`;
  const note = { body: 'Sent by a proxy that did not live to tell' };
  const notes = async () => {
    const { body } = await insist(other, 'GET', path, session);
    return (body.notes as { body: string }[]).filter(({ body: text }) => text === note.body).length;
  };
  const key = { 'idempotency-key': 'k1' };
  // The note is made, and its answer comes too late for the proxy that asked.
  sandbox.faults.add('server-error', { times: 1, method: 'POST', applied: true });
  sandbox.faults.add('latency', { times: 1, method: 'POST', ms: 3000 });
  const lost = request(one, 'POST', path, session, note, key).catch(() => 'lost');
  await until(() => sandbox.faults.list().some(({ name, hits }) => name === 'latency' && hits > 0));
  await one.kill();
  await lost;
  await wait(3000);
  expect((await insist(other, 'POST', path, session, note, key)).status).toBe(201);
  expect(await notes()).toBe(1);
});

test('a proxy that is asked to stop finishes what it has begun', async () => {
  const { one, session, request, sandbox } = await arrange('the embedded database');
  sandbox.faults.add('latency', { ms: 1000 });
  const calls = Array.from({ length: 20 }, (_, call) =>
    request(one, 'GET', `/api/highlevel/contacts/?query=${call}`, session),
  );
  await until(() => sandbox.faults.list().some(({ hits }) => hits === calls.length));
  const [answers, exitCode] = await Promise.all([Promise.all(calls), one.stop()]);
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(exitCode).toBe(0);
});
