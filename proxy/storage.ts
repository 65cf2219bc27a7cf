import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { databaseFile, openDatabase, type Store } from './database/open.ts';
import { type Bus, openBus } from './events/bus.ts';
import { createLedger, type Ledger } from './idempotency/store.ts';
import { type Members, openMembers } from './rate-limit/membership.ts';
import { type KeyRing, keptKeys, parseKeys } from './secrets/keys.ts';
import { createVault, type Vault } from './secrets/vault.ts';
import { type ActivityLimits, usualLimits } from './state/limits.ts';
import { createSyncMemory, type SyncMemory } from './state/state.ts';

/** What outlives a request: the database, and the keys by which its secrets are sealed. */
export interface Keeping {
  store: Store;
  keys: KeyRing;
  vault: Vault;
  ledger: Ledger;
  memory: SyncMemory;
  bus: Bus;
  /** The proxies on the same database. Absent: there can be no other. */
  members?: Members;
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
export async function openKeeping(
  databaseUrl: string,
  secretKey?: string,
  limits: ActivityLimits = usualLimits,
): Promise<Keeping> {
  const keys = keysFor(databaseFile(databaseUrl), secretKey);
  const store = await openDatabase(databaseUrl);
  const vault = createVault(keys);
  const ledger = createLedger(store, vault);
  const memory = createSyncMemory(store, vault);
  const isShared = databaseFile(databaseUrl) === null;
  const bus = await openBus(databaseUrl, isShared);
  const members = isShared ? openMembers(store) : undefined;
  // What cannot be tidied now is tidied in an hour.
  const tidy = () => Promise.all([ledger.tidy(), memory.activity.tidy(limits)]).catch(() => {});
  const timer = setInterval(tidy, hour).unref();
  await tidy();
  return {
    store,
    keys,
    vault,
    ledger,
    memory,
    bus,
    ...(members && { members }),
    async close() {
      clearInterval(timer);
      await Promise.all([members?.leave(), bus.close()]);
      await store.destroy();
    },
  };
}
