import { useEffect, useState } from 'preact/hooks';

/**
 * Fetched messages: `undefined` until the first ones arrive, English if the fetch fails. Without `fetch`
 * it is English immediately. During a change of language the previous messages stay, so that nothing loses its position or the focus.
 * `fetch` must be the same function for the same language.
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
