import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { newDatabase } from '../helpers/databases.ts';
import { eventually } from '../helpers/eventually.ts';
import { postgresFolder } from '../helpers/postgres.ts';
import { arrangeProcesses } from '../helpers/proxy-processes.ts';

/** What happens to a Postgres, and how it is mended. */
const troubles = {
  'takes no writes, as a replica': [
    'set default_transaction_read_only = on',
    'set default_transaction_read_only = off',
  ],
  'takes no connections': ['allow_connections false', 'allow_connections true'],
} as const;

async function arrange() {
  const databaseUrl = await newDatabase('Postgres');
  const processes = await arrangeProcesses(databaseUrl);
  onTestFinished(processes.close);
  const { sandbox, startProxy, connect, request, contactId } = processes;
  const proxy = await startProxy();
  const session = await connect(proxy);
  const name = new URL(databaseUrl).pathname.slice(1);

  async function alter(change: string): Promise<void> {
    const client = new pg.Client({ connectionString: new URL('/postgres', databaseUrl).href });
    await client.connect();
    await client.query(`alter database ${name} ${change}`);
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await client.end();
  }

  const path = `/api/highlevel/contacts/${contactId}/notes`;
  const add = (key: string) => request(proxy, 'POST', path, session, { body: 'Called' }, { 'idempotency-key': key });
  const read = () => request(proxy, 'GET', path, session);
  const posts = () => sandbox.requests.filter((sent) => sent.method === 'POST' && sent.path.endsWith('/notes'));
  const readiness = async () => (await fetch(`${proxy.url}/readyz`)).status;
  return { ...processes, alter, add, read, posts, readiness };
}

test.skipIf(!postgresFolder).each(Object.entries(troubles))(
  'while Postgres %s no note is sent and no token redeemed, and all goes on when it is back',
  async (_trouble, [begin, end]) => {
    const { sandbox, alter, add, read, posts, readiness, redemptions } = await arrange();
    expect((await add('before')).status).toBe(201);
    const renewed = redemptions();
    await alter(begin);
    await eventually(readiness).toBe(503);
    const refused = await add('k1');
    expect(refused).toMatchObject({ status: 503, body: { error: { reason: 'database', retryAfter: 10 } } });
    expect(refused.body.error).not.toHaveProperty('unknownOutcome');
    sandbox.grants.expire();
    expect((await read()).status).toBe(503);
    expect([posts().length, redemptions() - renewed]).toEqual([1, 0]);

    await alter(end);
    await eventually(readiness).toBe(200);
    expect([(await add('k1')).status, (await add('k1')).status]).toEqual([201, 201]);
    // The token had ended meanwhile: what HighLevel refuses for that has no effect.
    expect([posts().filter(({ status }) => status !== 401).length, redemptions() - renewed]).toEqual([2, 1]);
  },
);
