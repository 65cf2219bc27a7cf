/** Milliseconds for which a list of the location is believed. */
const fresh = 60_000;

/** Fetches a list when somebody looks at it, and keeps it for a minute. A failure is tried again. */
export function createKept<T>(fetch: () => Promise<T>): () => Promise<T> {
  let kept: { at: number; list: Promise<T> } | null = null;
  return () => {
    if (kept && Date.now() - kept.at < fresh) return kept.list;
    const mine = { at: Date.now(), list: fetch() };
    mine.list.catch(() => {
      if (kept === mine) kept = null;
    });
    kept = mine;
    return mine.list;
  };
}
