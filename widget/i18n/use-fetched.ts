import { useEffect, useState } from 'preact/hooks';

/**
 * Words that are fetched: `undefined` until the first are there, English when they cannot be. Without anything to fetch
 * it is English at once. While others are on their way the last ones stay, so that nothing loses its place or the focus.
 * `fetch` must be the same function as long as the language is.
 */
export function useFetched<T>(fetch: (() => Promise<T>) | undefined, english: T): T | undefined {
  const [words, setWords] = useState(fetch ? undefined : english);
  useEffect(() => {
    let current = true;
    if (!fetch) setWords(english);
    fetch?.()
      .catch(() => english)
      .then((fetched) => current && setWords(fetched));
    return () => {
      current = false;
    };
  }, [fetch, english]);
  return words;
}
