import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCredentials } from '../../proxy/credentials/credentials.ts';
import { type CredentialRows, createCredentialRows, locationHolder } from '../../proxy/credentials/rows.ts';
import { type Grant, GrantRefused, type TokenEndpoint } from '../../proxy/oauth/token-endpoint.ts';
import { parseKeys } from '../../proxy/secrets/keys.ts';
import { createVault } from '../../proxy/secrets/vault.ts';
import { newStore } from '../helpers/databases.ts';
import { runs } from '../helpers/runs.ts';

const never = new Promise<never>(() => {});
const holder = locationHolder('ve9EPM428h8vShlRW1KT');
const vault = createVault(parseKeys('a-secret-for-tests-of-at-least-32-characters'));

/** What may go wrong with one redemption. */
type Mishap = 'none' | 'refused for a moment' | 'answer lost' | 'process dies before' | 'process dies after';

/** HighLevel's side: a refresh token works once, and for a while the same question gets the same answer. */
function createHighLevel(mishaps: Mishap[]) {
  let generation = 0;
  const redeemed: string[] = [];
  const grant = (): Grant => ({
    access: `access-${generation}`,
    refresh: `refresh-${generation}`,
    expiresAt: Date.now() + 86_399_000,
    scopes: '',
    locationId: 've9EPM428h8vShlRW1KT',
    companyId: 'company',
  });
  const rotate = (refresh: string): Grant => {
    if (refresh === `refresh-${generation}`) {
      redeemed.push(refresh);
      generation += 1;
    } else if (refresh !== `refresh-${generation - 1}`) throw new GrantRefused('final', 'invalid_grant');
    return grant();
  };
  const redeem = async (refresh: string, die: () => Promise<never>) => {
    const mishap = mishaps.shift() ?? 'none';
    await wait(1);
    if (mishap === 'refused for a moment') throw new GrantRefused('passing', '503');
    if (mishap === 'process dies before') return die();
    const answer = rotate(refresh);
    if (mishap === 'answer lost') throw new GrantRefused('passing', 'cut', { cause: new TypeError('fetch failed') });
    return mishap === 'process dies after' ? die() : answer;
  };
  const calm = () => mishaps.splice(0);
  return { calm, redeem, grant, redeemed, isCurrent: (access: string) => access === `access-${generation}` };
}

/** A proxy process: once it is dead it writes nothing any more, and whoever asked it waits in vain. */
function startProxy(rows: CredentialRows, { redeem, grant }: ReturnType<typeof createHighLevel>) {
  let isDead = false;
  const die = () => {
    isDead = true;
    return never;
  };
  const endpoint: TokenEndpoint = {
    exchange: async () => grant(),
    mint: async () => grant(),
    redeem: (refresh) => redeem(refresh, die),
  };
  const settle: CredentialRows['settle'] = (...write) => (isDead ? never : rows.settle(...write));
  const renew: CredentialRows['renew'] = (...write) => (isDead ? never : rows.renew(...write));
  const follow: CredentialRows['follow'] = (...write) => (isDead ? never : rows.follow(...write));
  return createCredentials({ rows: { ...rows, settle, renew, follow }, endpoint, leaseLife: 30 });
}

const mishap = fc.constantFrom<Mishap>(
  'none',
  'none',
  'refused for a moment',
  'answer lost',
  'process dies before',
  'process dies after',
);
const schedule = fc.record({
  mishaps: fc.array(mishap, { maxLength: 4 }),
  steps: fc.array(fc.record({ proxy: fc.nat(2), calls: fc.integer({ min: 1, max: 5 }), expires: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  }),
});

test('whatever expires, fails or dies, each token is redeemed once and every later call gets one that works', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async ({ mishaps, steps }) => {
      const store = await newStore('the embedded database');
      const rows = createCredentialRows(store, vault);
      const highlevel = createHighLevel([...mishaps]);
      const start = () => startProxy(rows, highlevel);
      const proxies = [start(), start(), start()];
      await proxies[0]?.keep(highlevel.grant());
      let used = 'access-0';
      for (const { proxy, calls, expires } of steps) {
        const stale = expires ? used : undefined;
        const answers = Array.from({ length: calls }, () => proxies[proxy]?.access(holder, stale));
        const settled = await Promise.race([Promise.allSettled(answers), wait(60, 'died' as const)]);
        // A process that died is replaced; its lease runs out by itself.
        if (settled === 'died') proxies[proxy] = start();
        else for (const answer of settled) if (answer.status === 'fulfilled' && answer.value) used = answer.value;
      }
      highlevel.calm();
      const last = await start().access(holder, highlevel.isCurrent(used) ? undefined : used);
      expect(highlevel.isCurrent(last)).toBe(true);
      expect(new Set(highlevel.redeemed).size).toBe(highlevel.redeemed.length);
    }),
    { numRuns: runs(10, 200) },
  );
});
