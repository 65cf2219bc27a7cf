import { expect, onTestFinished, test } from 'vitest';
import { databaseKinds, newDatabase } from '../helpers/databases.ts';
import { arrangeProcesses } from '../helpers/proxy-processes.ts';

// The same rows and the same lease on both; fifteen seconds are spent on one.
test.each(databaseKinds.slice(-1))(
  'a token endpoint that takes fifteen seconds is asked once by two proxies, and nobody is signed out, on %s',
  async (kind) => {
    const processes = await arrangeProcesses(await newDatabase(kind));
    onTestFinished(processes.close);
    const { sandbox, startProxy, connect, insist, redemptions, contactId } = processes;
    const [one, other] = [await startProxy(), await startProxy()];
    const session = await connect(one);
    // Each has its part of HighLevel's window from here on.
    await insist(other, 'GET', `/api/highlevel/contacts/${contactId}`, session);
    const before = redemptions();
    sandbox.grants.expire();
    sandbox.faults.add('slow-token-endpoint', { ms: 15_000 });
    const calls = Array.from({ length: 20 }, (_, call) =>
      insist(call % 2 ? one : other, 'GET', `/api/highlevel/contacts/?query=${call}`, session),
    );
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(redemptions() - before).toBe(1);
  },
);
