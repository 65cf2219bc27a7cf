import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { newDatabase } from '../helpers/databases.ts';
import { arrangeProcesses } from '../helpers/proxy-processes.ts';

const notes = Array.from({ length: 50 }, (_, note) => ({ body: `Note ${note} of a busy minute` }));

test('fifty notes on their way when the proxy is stopped are all made, once, and answered', async () => {
  const processes = await arrangeProcesses(await newDatabase('the embedded database'));
  onTestFinished(processes.close);
  const { sandbox, startProxy, connect, request, contactId } = processes;
  sandbox.limits.max = 1000;
  const proxy = await startProxy();
  const session = await connect(proxy);
  const path = `/api/highlevel/contacts/${contactId}/notes`;
  // From here on the proxy knows the limits.
  await request(proxy, 'GET', path, session);

  sandbox.faults.add('latency', { method: 'POST', ms: 1500 });
  const answers = notes.map((note, key) =>
    request(proxy, 'POST', path, session, note, { 'idempotency-key': `k${key}` }),
  );
  while (!sandbox.faults.list().some(({ hits }) => hits === notes.length)) await wait(20);
  const exitCode = proxy.stop();
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(50).fill(201));
  expect(await exitCode).toBe(0);

  sandbox.faults.clear();
  const { body } = await request(await startProxy(), 'GET', path, session);
  const made = (body.notes as { body: string }[]).map((note) => note.body).filter((text) => /busy minute/.test(text));
  expect(made.sort()).toEqual(notes.map((note) => note.body).sort());
});
