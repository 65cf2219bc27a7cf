/** Tells living pages from those that are gone: the browser frees a page's lock when the page ends, however it ends. */
export interface Locks {
  /** Holds this page's lock until the returned function is called or the page ends. Rejects where locks are denied. */
  live(page: string): Promise<() => void>;
  /** Runs with the lock of a page that is gone, so that one page at a time does; answers whether it was. */
  ifGone(page: string, run: () => Promise<void>): Promise<boolean>;
  whenGone(page: string, run: () => void): void;
  /** Pages of this proxy that live now, whatever document they show. */
  living(): Promise<readonly string[]>;
  /** Runs one after the other in all pages. */
  inTurn(name: string, run: () => Promise<void>): Promise<void>;
  /** Runs in one page at a time; another follows when that one ends. */
  whenLeading(name: string, run: () => void): void;
  stop(): void;
}

const prefix = 'highlevel-panel:';

/** `null` where the browser has none. */
export function createLocks(manager: LockManager | undefined = navigator.locks): Locks | null {
  if (!manager) return null;
  const stopping = new AbortController();
  const { signal } = stopping;
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  const quietly = (asked: Promise<unknown>) => void asked.catch(() => {});

  return {
    live: (page) =>
      new Promise((resolve, reject) => {
        const hold = () =>
          new Promise<void>((release) => {
            resolve(release);
          });
        manager.request(`${prefix}page:${page}`, hold).catch(reject);
      }),
    ifGone: (page, run) =>
      manager.request(`${prefix}page:${page}`, { ifAvailable: true }, async (lock) => {
        if (lock) await run();
        return lock !== null;
      }),
    whenGone: (page, run) => quietly(manager.request(`${prefix}page:${page}`, { signal }, () => {}).then(run)),
    living: async () => {
      const { held = [] } = await manager.query();
      const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(`${prefix}page:`));
      return names.map((name) => name.slice(`${prefix}page:`.length));
    },
    inTurn: (name, run) => manager.request(`${prefix}turn:${name}`, { signal }, run),
    whenLeading: (name, run) =>
      quietly(
        manager.request(`${prefix}lead:${name}`, { signal }, () => {
          run();
          return ended;
        }),
      ),
    stop: () => stopping.abort(),
  };
}
