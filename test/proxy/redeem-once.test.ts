import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createCredentials } from '../../proxy/credentials/credentials.ts';
import { createCredentialRows, locationHolder } from '../../proxy/credentials/rows.ts';
import { type Grant, GrantRefused, type TokenEndpoint } from '../../proxy/oauth/token-endpoint.ts';
import { parseKeys } from '../../proxy/secrets/keys.ts';
import { createVault } from '../../proxy/secrets/vault.ts';
import { type DatabaseKind, databaseKinds, newDatabase, openStore } from '../helpers/databases.ts';

const vault = createVault(parseKeys('a-secret-for-tests-of-at-least-32-characters'));
const holder = locationHolder('ve9EPM428h8vShlRW1KT');

/** HighLevel's rotation: a refresh token works once. Counts what it was asked. */
function rotating({ takes = 0, answers = [] as (() => void)[] } = {}) {
  let current = 1;
  const asked: string[] = [];
  const grant = (): Grant => ({
    access: `access-${current}`,
    refresh: `refresh-${current}`,
    expiresAt: Date.now() + 86_399_000,
    scopes: 'contacts.readonly',
    locationId: 've9EPM428h8vShlRW1KT',
    companyId: 'company',
  });
  const endpoint: TokenEndpoint = {
    exchange: async () => grant(),
    mint: async () => grant(),
    async redeem(refresh) {
      asked.push(refresh);
      await wait(takes);
      answers.shift()?.();
      if (refresh !== `refresh-${current}`) throw new GrantRefused('final', 'invalid_grant');
      current += 1;
      return grant();
    },
  };
  return { endpoint, asked, grant };
}

/** Proxies that share one database: two processes in all but name. */
async function arrange(kind: DatabaseKind, options?: Parameters<typeof rotating>[0]) {
  const url = await newDatabase(kind);
  const highlevel = rotating(options);
  const join = async () => {
    const store = await openStore(url);
    const rows = createCredentialRows(store, vault);
    return { rows, store, ...createCredentials({ rows, endpoint: highlevel.endpoint, leaseLife: 1000 }) };
  };
  const first = await join();
  await first.keep(highlevel.grant());
  return { ...highlevel, first, join };
}

test.each(databaseKinds)('fifty calls over two proxies redeem once, on %s', async (kind) => {
  const { first, join, asked } = await arrange(kind, { takes: 30 });
  const second = await join();
  const calls = Array.from({ length: 50 }, (_, call) => (call % 2 ? first : second).access(holder, 'access-1'));
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['access-2']));
  expect(asked).toEqual(['refresh-1']);
});

test.each(databaseKinds)('a token endpoint slower than the lease is still asked once, on %s', async (kind) => {
  const { first, join, asked } = await arrange(kind, { takes: 2500 });
  const second = await join();
  const [one, other] = await Promise.all([first.access(holder, 'access-1'), second.access(holder, 'access-1')]);
  expect([one, other, asked.length]).toEqual(['access-2', 'access-2', 1]);
});

test.each(databaseKinds)(
  'a redemption whose process died is tried once more, then a person is asked, on %s',
  async (kind) => {
    const { first, asked, endpoint } = await arrange(kind);
    // The process had redeemed the token and died before it kept the answer; its lease has run out.
    await endpoint.redeem('refresh-1', 'Location');
    const row = await first.rows.read(holder);
    await first.rows.lease(row as never, 'a process that died', -1);
    await expect(first.access(holder, 'access-1')).rejects.toMatchObject({
      code: 'not-connected',
      details: { reason: 'final' },
    });
    await expect(first.access(holder)).rejects.toMatchObject({ code: 'not-connected' });
    expect(asked).toEqual(['refresh-1', 'refresh-1']);
  },
);

test('a passing failure keeps the credential, and the next call renews it', async () => {
  const { first, asked } = await arrange('the embedded database', {
    answers: [
      () => {
        throw new GrantRefused('passing', '503');
      },
    ],
  });
  await expect(first.access(holder, 'access-1')).rejects.toMatchObject({ code: 'unreachable' });
  expect(await first.access(holder, 'access-1')).toBe('access-2');
  expect(asked).toHaveLength(2);
});

test('a pair that the database did not take is stored at the next call, and not redeemed again', async () => {
  const { first, asked, endpoint } = await arrange('the embedded database');
  const readOnly = (yes: boolean) => sql`pragma query_only = ${sql.lit(yes ? 1 : 0)}`.execute(first.store);
  const redeem = endpoint.redeem;
  endpoint.redeem = async (...asks) => {
    const grant = await redeem(...asks);
    await readOnly(true);
    return grant;
  };
  await expect(first.access(holder, 'access-1')).rejects.toThrow();
  await readOnly(false);
  expect(await first.access(holder, 'access-1')).toBe('access-2');
  expect(asked).toEqual(['refresh-1']);
});

test('a location that is switched off is told apart from one that is signed out', async () => {
  const { first } = await arrange('the embedded database', {
    answers: [
      () => {
        throw new GrantRefused('inactive', '400');
      },
    ],
  });
  await expect(first.access(holder, 'access-1')).rejects.toMatchObject({ details: { reason: 'inactive' } });
  expect(await first.access(holder, 'access-1')).toBe('access-2');
});

test('a token that is refused twice is not redeemed twice', async () => {
  const { first, asked } = await arrange('the embedded database');
  await first.access(holder, 'access-1');
  expect(await first.access(holder, 'access-1')).toBe('access-2');
  expect(asked).toHaveLength(1);
});

test('no token lies readable in the database', async () => {
  const { first } = await arrange('the embedded database');
  const rows = await first.store.selectFrom('credential').selectAll().execute();
  expect(JSON.stringify(rows)).not.toMatch(/access-1|refresh-1/);
});
