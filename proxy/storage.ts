import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { databaseFile, openDatabase, type Store } from './database/open.ts';
import { type Bus, openBus } from './events/bus.ts';
import { createLedger, type Ledger } from './idempotency/store.ts';
import { type Membership, openMembership } from './rate-limit/membership.ts';
import { type KeyRing, keptKeys, parseKeys } from './secrets/keys.ts';
import { createVault, type Vault } from './secrets/vault.ts';
import { type ActivityLimits, usualLimits } from './state/limits.ts';
import { createStateTables, type StateTables } from './state/state.ts';
import { createSharedTurns } from './writes/shared-turns.ts';
import type { Turns } from './writes/turns.ts';

/** What outlives a request: the database, its tables, and the keys that encrypt what is secret in it. */
export interface Storage {
  store: Store;
  keys: KeyRing;
  vault: Vault;
  ledger: Ledger;
  state: StateTables;
  bus: Bus;
  /** Whose turn it is to write to a record, among the proxies on the same database. Absent: there can be no other. */
  turns?: Turns;
  /** The proxies on the same database. Absent: there can be no other. */
  membership?: Membership;
  close(): Promise<void>;
}

const hour = 3600_000;
const inMemory = ':memory:';

function keysFor(file: string | null, secretKey: string | undefined): KeyRing {
  if (secretKey !== undefined) return parseKeys(secretKey);
  if (file === null) throw new TypeError('The configuration was not checked');
  return file === inMemory ? parseKeys(randomBytes(32).toString('hex')) : keptKeys(join(dirname(file), 'secret.key'));
}

/** Opens the database and its keys; without `SECRET_KEY` a key made at the first start is kept beside the file. */
export async function openStorage(
  databaseUrl: string,
  secretKey?: string,
  limits: ActivityLimits = usualLimits,
): Promise<Storage> {
  const keys = keysFor(databaseFile(databaseUrl), secretKey);
  const store = await openDatabase(databaseUrl);
  const vault = createVault(keys);
  const ledger = createLedger(store, vault);
  const state = createStateTables(store, vault, { limits });
  const isShared = databaseFile(databaseUrl) === null;
  const bus = await openBus(databaseUrl, isShared);
  const membership = isShared ? openMembership(store) : undefined;
  const turns = isShared ? createSharedTurns(store, vault) : undefined;
  // What fails now is tried again the next time.
  const tidy = () => Promise.all([ledger.tidy(), state.tidy(), turns?.tidy()]).catch(() => {});
  let hours = 0;
  const timer = setInterval(() => {
    void tidy();
    if (hours % 24 === 0) state.tidyBase().catch(() => {});
    hours += 1;
  }, hour).unref();
  await tidy();
  return {
    store,
    keys,
    vault,
    ledger,
    state,
    bus,
    ...(membership && { membership }),
    ...(turns && { turns }),
    async close() {
      clearInterval(timer);
      await Promise.all([membership?.leave(), bus.close()]);
      await store.destroy();
    },
  };
}
