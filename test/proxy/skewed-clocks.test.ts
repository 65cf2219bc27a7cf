import { expect, test } from 'vitest';
import { createCredentials } from '../../proxy/credentials/credentials.ts';
import { createCredentialRows, locationHolder } from '../../proxy/credentials/rows.ts';
import { effects } from '../../proxy/idempotency/lookups.ts';
import { createOnce } from '../../proxy/idempotency/run.ts';
import { createLedger } from '../../proxy/idempotency/store.ts';
import type { Grant, TokenEndpoint } from '../../proxy/oauth/token-endpoint.ts';
import { parseKeys } from '../../proxy/secrets/keys.ts';
import { createVault } from '../../proxy/secrets/vault.ts';
import { databaseKinds, newDatabase, openStore } from '../helpers/databases.ts';

/** Proxies on several machines share Postgres alone. */
const onPostgres = test.runIf(databaseKinds.includes('Postgres'));
const vault = createVault(parseKeys('a-secret-for-tests-of-at-least-32-characters'));
const tenSecondsAhead = () => Date.now() + 10_000;

/** Something at HighLevel that takes until it is released. */
function held<T>(answer: T) {
  let count = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const call = async () => {
    count += 1;
    await released;
    return answer;
  };
  return { call, release: () => release(), count: () => count };
}

/** Calls the function and counts it. */
function counted<Args extends unknown[], T>(call: (...args: Args) => T) {
  let count = 0;
  const counting = (...args: Args) => {
    count += 1;
    return call(...args);
  };
  return { counting, count: () => count };
}

onPostgres('a proxy whose clock is ten seconds ahead does not repeat a create that is under way', async () => {
  const url = await newDatabase('Postgres');
  const create = held({ status: 201, body: '{"note":{"id":"n1"}}', headers: new Headers() });
  const effect = effects['/contacts/{contactId}/notes']!;
  const work = { effect, body: { body: 'Once' }, send: create.call, look: async () => ({ notes: [] }) };
  const request = { owner: 'doc', key: 'key', path: '/contacts/c/notes', body: '{"body":"Once"}' };

  const first = createOnce(createLedger(await openStore(url), vault))(request, work);
  await expect.poll(create.count).toBe(1);
  const ledger = createLedger(await openStore(url), vault, tenSecondsAhead);
  const looks = counted(ledger.find);
  const second = createOnce({ ...ledger, find: looks.counting })(request, work);
  await expect.poll(looks.count).toBeGreaterThan(2);
  create.release();
  expect((await second).body).toBe((await first).body);
  expect(create.count()).toBe(1);
});

onPostgres(
  'a proxy whose clock is ten seconds ahead does not redeem a refresh token that another redeems',
  async () => {
    const url = await newDatabase('Postgres');
    const holder = locationHolder('ve9EPM428h8vShlRW1KT');
    const pair = (generation: number): Grant => ({
      access: `access-${generation}`,
      refresh: `refresh-${generation}`,
      expiresAt: Date.now() + 86_399_000,
      scopes: '',
      locationId: 've9EPM428h8vShlRW1KT',
      companyId: 'company',
    });
    const redeem = held(pair(2));
    const endpoint: TokenEndpoint = { exchange: async () => pair(1), mint: async () => pair(1), redeem: redeem.call };

    const one = createCredentials({ rows: createCredentialRows(await openStore(url), vault), endpoint });
    await one.keep(pair(1));
    const first = one.access(holder, 'access-1');
    await expect.poll(redeem.count).toBe(1);
    const rows = createCredentialRows(await openStore(url), vault, tenSecondsAhead);
    const looks = counted(rows.read);
    const other = createCredentials({ rows: { ...rows, read: looks.counting }, endpoint, now: tenSecondsAhead });
    const second = other.access(holder, 'access-1');
    await expect.poll(looks.count).toBeGreaterThan(3);
    redeem.release();
    expect(await Promise.all([first, second])).toEqual(['access-2', 'access-2']);
    expect(redeem.count()).toBe(1);
  },
);
