import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { newDatabase } from '../helpers/databases.ts';
import { arrangeProcesses } from '../helpers/proxy-processes.ts';

test('a proxy that is stopped while the token endpoint takes fifteen seconds keeps the new tokens', async () => {
  const processes = await arrangeProcesses(await newDatabase('the embedded database'));
  onTestFinished(processes.close);
  const { sandbox, startProxy, connect, request, redemptions, contactId } = processes;
  const proxy = await startProxy();
  const session = await connect(proxy);
  const path = `/api/highlevel/contacts/${contactId}`;
  const before = redemptions();
  sandbox.grants.expire();
  sandbox.faults.add('slow-token-endpoint', { ms: 15_000, times: 1 });
  const cut = request(proxy, 'GET', path, session).catch(() => 'cut');
  while (!sandbox.faults.list().some(({ hits }) => hits === 1)) await wait(20);
  expect(await proxy.stop()).toBe(0);
  await cut;
  expect((await request(await startProxy(), 'GET', path, session)).status).toBe(200);
  expect(redemptions() - before).toBe(1);
});
