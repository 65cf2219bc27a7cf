import type { Lease } from './log.ts';
import type { SyncState } from './state.ts';

/** Keys in one call. */
const batch = 200;

/** Leases of one piece of work, each key claimed once. */
export interface Leases {
  /** Claims keys that were not claimed before. Rejects with `HighLevelError`. */
  claim(keys: readonly string[]): Promise<void>;
  /** Where half of the time is over, claims what was granted again; what another client got meanwhile is lost. */
  renew(): Promise<void>;
  has(key: string): boolean;
  /** Leaves a lease to what goes on after this work. */
  handOver(key: string): void;
  /** What ends with this work. */
  rest(): Lease;
}

/** `ttl`: milliseconds. */
export function createLeases(state: Pick<SyncState, 'claim'>, holder: string, ttl: number): Leases {
  const claimed = new Set<string>();
  let granted: ReadonlySet<string> = new Set();
  let since = Date.now();

  async function ask(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const found: string[] = [];
    for (let at = 0; at < keys.length; at += batch)
      found.push(...(await state.claim(holder, keys.slice(at, at + batch), ttl)));
    return new Set(found);
  }

  return {
    async claim(keys) {
      const news = [...new Set(keys)].filter((key) => !claimed.has(key));
      for (const key of news) claimed.add(key);
      granted = new Set([...granted, ...(await ask(news))]);
    },
    async renew() {
      if (Date.now() - since < ttl / 2) return;
      since = Date.now();
      granted = await ask([...granted]);
    },
    has: (key) => granted.has(key),
    handOver(key) {
      granted = new Set([...granted].filter((one) => one !== key));
    },
    rest: () => ({ holder, keys: [...granted] }),
  };
}
