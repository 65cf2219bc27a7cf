import { useEffect, useState } from 'preact/hooks';

/**
 * Words that are fetched: `undefined` until they are there, English when they cannot be. Without anything to fetch it
 * is English at once. `fetch` must be the same function at each render.
 */
export function useFetched<T>(fetch: (() => Promise<T>) | undefined, english: T): T | undefined {
  const [fetched, setFetched] = useState<{ by: typeof fetch; words: T }>();
  useEffect(() => {
    let current = true;
    fetch?.()
      .catch(() => english)
      .then((words) => current && setFetched({ by: fetch, words }));
    return () => {
      current = false;
    };
  }, [fetch, english]);
  if (!fetch) return english;
  return fetched?.by === fetch ? fetched.words : undefined;
}
