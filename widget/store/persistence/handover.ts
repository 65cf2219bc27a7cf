import type { Database } from './database.ts';
import type { Locks } from './locks.ts';
import type { KeptRecord } from './record.ts';
import type { SessionCopy } from './session-copy.ts';

/** A tab that reloads comes back within this; then another may take up what it left. */
const grace = 10_000;

interface HandoverOptions {
  scope: string;
  page: string;
  locks: Locks | null;
  database: Database | null;
  copy: SessionCopy;
  take: (records: readonly KeptRecord[]) => void;
}

/**
 * Hands on what closed pages left. A page that opens takes up at once what lies there; after that one page watches over
 * the living ones. An edit is never taken from a page whose lock is held. Ends with the returned function.
 */
export function handOver({ scope, page, locks, database, copy, take }: HandoverOptions): () => void {
  const watched = new Set([page]);
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let isStopped = false;
  let isLeading = false;

  async function claim(from: string) {
    const last = copy.read().get(from) ?? new Map();
    const records = database
      ? await database.claim(scope, from, page, last)
      : [...last.values()].filter((record) => record !== null);
    if (isStopped) return;
    take(records);
    copy.write(from, new Map());
  }

  /** What lies there when the page opens. Without locks nobody can tell who lives: it is what this tab kept itself. */
  async function takeOver() {
    const own = [...copy.read().keys()].filter((from) => from !== page);
    if (!locks) {
      for (const from of own) await claim(from);
      return;
    }
    await locks.inTurn(scope, async () => {
      for (const from of new Set([...own, ...((await database?.holders(scope)) ?? [])])) {
        if (from !== page) await locks.ifGone(from, () => claim(from));
      }
    });
    // A page of this tab may take a moment to go; a tab that was duplicated has its original's, which stays.
    for (const from of own) watch(from);
  }

  function watch(other: string) {
    if (watched.has(other)) return;
    watched.add(other);
    locks?.whenGone(other, () => {
      watched.delete(other);
      const claimQuietly = () => void (isStopped || locks.ifGone(other, () => claim(other)).catch(() => {}));
      timers.add(setTimeout(claimQuietly, grace));
    });
  }

  async function watchAll() {
    if (!isLeading) return;
    const holders = (await database?.holders(scope)) ?? [];
    for (const other of [...holders, ...((await locks?.living()) ?? [])]) watch(other);
  }
  const watchQuietly = () => void watchAll().catch(() => {});

  // A hint and no more: missed messages are found when the next page opens.
  const hints = openChannel(`highlevel-panel:${scope}`);
  hints?.addEventListener('message', ({ data }) => {
    if (isLeading && typeof data === 'string') watch(data);
  });
  hints?.postMessage(page);
  const listening = new AbortController();
  document.addEventListener('visibilitychange', watchQuietly, listening);

  void takeOver().catch(() => {});
  locks?.whenLeading(scope, () => {
    isLeading = true;
    watchQuietly();
  });
  return () => {
    isStopped = true;
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
