import type { Database } from './database.ts';
import type { Locks } from './locks.ts';
import type { KeptRecord } from './records.ts';
import type { Shadow } from './shadow.ts';

/** A tab that reloads comes back within this; then another may take up what it left. */
const grace = 10_000;

interface SuccessionOptions {
  scope: string;
  page: string;
  locks: Locks | null;
  database: Database | null;
  shadow: Shadow;
  take: (records: readonly KeptRecord[]) => void;
}

/**
 * Hands on what closed pages left. A page that opens takes up at once what lies there; after that one page watches over
 * the living ones. An edit is never taken from a page whose lock is held. Ends with the returned function.
 */
export function succeed({ scope, page, locks, database, shadow, take }: SuccessionOptions): () => void {
  const watched = new Set([page]);
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let isOver = false;
  let isLeading = false;

  const lefts = async () => new Set([...((await database?.holders(scope)) ?? []), ...shadow.read().keys()]);

  async function claim(from: string) {
    const last = shadow.read().get(from) ?? new Map();
    const records = database
      ? await database.claim(scope, from, page, last)
      : [...last.values()].filter((record) => record !== null);
    if (isOver) return;
    take(records);
    shadow.write(from, new Map());
  }

  /** Without locks nobody can tell who lives: only what this tab kept itself is taken up. */
  async function look() {
    if (!locks) {
      for (const from of shadow.read().keys()) if (from !== page) await claim(from);
      return;
    }
    await locks.inTurn(scope, async () => {
      const own = shadow.read();
      for (const from of await lefts()) {
        if (from === page || (await locks.ifGone(from, () => claim(from)))) continue;
        if (isLeading || own.has(from)) watch(from);
      }
    });
  }

  const lookQuietly = () => void (isOver || look().catch(() => {}));

  function watch(other: string) {
    if (watched.has(other)) return;
    watched.add(other);
    locks?.whenGone(other, () => {
      watched.delete(other);
      timers.add(setTimeout(lookQuietly, grace));
    });
  }

  function lead() {
    isLeading = true;
    lookQuietly();
  }

  // A hint and no more: what nobody hears of is found when the next page opens.
  const hints = openChannel(`highlevel-panel:${scope}`);
  hints?.addEventListener('message', ({ data }) => {
    if (isLeading && typeof data === 'string') watch(data);
  });
  hints?.postMessage(page);
  const listening = new AbortController();
  document.addEventListener('visibilitychange', () => isLeading && lookQuietly(), listening);

  lookQuietly();
  locks?.whenLeading(scope, lead);
  return () => {
    isOver = true;
    for (const timer of timers) clearTimeout(timer);
    hints?.close();
    listening.abort();
  };
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
