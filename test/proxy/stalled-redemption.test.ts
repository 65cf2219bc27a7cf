import { expect, test } from 'vitest';
import { createCredentials } from '../../proxy/credentials/credentials.ts';
import { createCredentialRows, locationHolder } from '../../proxy/credentials/rows.ts';
import type { Grant, TokenEndpoint } from '../../proxy/oauth/token-endpoint.ts';
import { parseKeys } from '../../proxy/secrets/keys.ts';
import { createVault } from '../../proxy/secrets/vault.ts';
import { type DatabaseKind, databaseKinds, newStore } from '../helpers/databases.ts';

const locationId = 've9EPM428h8vShlRW1KT';
const holder = locationHolder(locationId);
const vault = createVault(parseKeys('a-secret-for-tests-of-at-least-32-characters'));

const pair = (generation: number): Grant => ({
  access: `access-${generation}`,
  refresh: `refresh-${generation}`,
  expiresAt: Date.now() + 86_399_000,
  scopes: '',
  locationId,
  companyId: 'company',
});

/** A proxy that stands still once HighLevel has its refresh token; what happens `meanwhile` is another proxy's doing. */
async function arrange(
  kind: DatabaseKind,
  meanwhile: (rows: ReturnType<typeof createCredentialRows>) => Promise<void>,
) {
  const rows = createCredentialRows(await newStore(kind), vault);
  const asked: string[] = [];
  const endpoint: TokenEndpoint = {
    exchange: async () => pair(1),
    mint: async () => pair(1),
    async redeem(refresh) {
      asked.push(refresh);
      await meanwhile(rows);
      return pair(2);
    },
  };
  const { access, keep } = createCredentials({ rows, endpoint });
  await keep(pair(1));
  return { rows, access, asked };
}

/** Another proxy takes the lease, which has run out. */
async function takeLease(rows: ReturnType<typeof createCredentialRows>, owner = 'another') {
  const row = await rows.read(holder);
  if (!row) throw new Error('There is no credential');
  await rows.settle(row, row.lease_owner ?? '', { lease_until: 0 });
  await rows.lease(row, owner, 60_000);
  return row;
}

test.each(databaseKinds)(
  'a pair that comes late is kept though another proxy was refused meanwhile, on %s',
  async (kind) => {
    const { access, asked } = await arrange(kind, async (rows) => {
      const row = await takeLease(rows);
      await rows.settle(row, 'another', { broken: 'signed-out', lease_owner: null, lease_until: 0 });
    });
    expect(await access(holder, 'access-1')).toBe('access-2');
    expect(await access(holder)).toBe('access-2');
    expect(asked).toEqual(['refresh-1']);
  },
);

test.each(databaseKinds)('a pair that comes late replaces no newer one, on %s', async (kind) => {
  const { access } = await arrange(kind, async (rows) => {
    await rows.keep(pair(3));
  });
  expect(await access(holder, 'access-1')).toBe('access-3');
  expect(await access(holder)).toBe('access-3');
});

test('a pair that comes late does not take the place of a sign-in that began anew', async () => {
  const { rows } = await arrange('the embedded database', async () => {});
  const before = await takeLease(rows, 'stalled');
  await rows.forget(holder);
  await rows.keep(pair(3));
  expect(await rows.follow(before, 'stalled', { sealed: 'an old pair' })).toBe(false);
});

test('a proxy that has lost its lease before it asked does not ask', async () => {
  const { rows, asked } = await arrange('the embedded database', async () => {});
  const settle: typeof rows.settle = async (row, owner, values) => {
    if (asked.length === 0 && 'intent_at' in values) {
      await takeLease(rows);
      await rows.keep(pair(3));
    }
    return rows.settle(row, owner, values);
  };
  const stalled = createCredentials({
    rows: { ...rows, settle },
    endpoint: {
      exchange: async () => pair(1),
      mint: async () => pair(1),
      redeem: async (refresh) => {
        asked.push(refresh);
        return pair(2);
      },
    },
  });
  expect(await stalled.access(holder, 'access-1')).toBe('access-3');
  expect(asked).toEqual([]);
});
