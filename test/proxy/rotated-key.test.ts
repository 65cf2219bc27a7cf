import { expect, test } from 'vitest';
import { createCredentials } from '../../proxy/credentials/credentials.ts';
import { resealCredentials } from '../../proxy/credentials/reseal.ts';
import { createCredentialRows, locationHolder } from '../../proxy/credentials/rows.ts';
import type { Grant, TokenEndpoint } from '../../proxy/oauth/token-endpoint.ts';
import { parseKeys } from '../../proxy/secrets/keys.ts';
import { createVault } from '../../proxy/secrets/vault.ts';
import { newStore } from '../helpers/databases.ts';

const old = 'an-old-secret-of-at-least-32-characters';
const fresh = 'a-newer-secret-of-at-least-32-characters';
const locationId = 've9EPM428h8vShlRW1KT';
const grant: Grant = {
  access: 'access-1',
  refresh: 'refresh-1',
  expiresAt: Date.now() + 86_399_000,
  scopes: 'contacts.readonly',
  locationId,
  companyId: 'company',
};

/** A sign-in kept under the old key, and what a proxy with other keys makes of it. */
async function arrange() {
  const store = await newStore('the embedded database');
  await createCredentialRows(store, createVault(parseKeys(old))).keep(grant);
  const endpoint = {} as TokenEndpoint;
  return (secrets: string) => {
    const vault = createVault(parseKeys(secrets));
    const { access } = createCredentials({ rows: createCredentialRows(store, vault), endpoint });
    return { access: () => access(locationHolder(locationId)), reseal: () => resealCredentials(store, vault) };
  };
}

test('what the old key sealed is sealed anew, and the old key can go', async () => {
  const proxyWith = await arrange();
  const both = proxyWith(`${fresh},${old}`);
  expect(await both.access()).toBe('access-1');
  expect(await both.reseal()).toBe(0);
  expect(await proxyWith(fresh).access()).toBe('access-1');
});

test('a sign-in whose key is gone is counted and kept, and the person is told to connect again', async () => {
  const proxyWith = await arrange();
  const without = proxyWith(fresh);
  expect(await without.reseal()).toBe(1);
  await expect(without.access()).rejects.toMatchObject({ code: 'not-connected', details: { reason: 'final' } });
  expect(await proxyWith(`${fresh},${old}`).access()).toBe('access-1');
});
