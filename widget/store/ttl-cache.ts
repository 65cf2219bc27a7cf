/** Milliseconds for which a list of the location is cached. */
const ttl = 60_000;

/** Reads a list when it is first needed, and caches it for a minute. A failure is tried again. */
export function createTtlCache<T>(fetch: () => Promise<T>): () => Promise<T> {
  let cached: { at: number; list: Promise<T> } | null = null;
  return () => {
    if (cached && Date.now() - cached.at < ttl) return cached.list;
    const mine = { at: Date.now(), list: fetch() };
    mine.list.catch(() => {
      if (cached === mine) cached = null;
    });
    cached = mine;
    return mine.list;
  };
}
