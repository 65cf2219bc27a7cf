import { useEffect, useState } from 'preact/hooks';

/** What comes with code of its own; `null` until it is there. Without it a screen says what it can; a reload fetches it again. */
export function useLoaded<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<{ value: T } | null>(null);
  useEffect(() => {
    let isGone = false;
    load().then(
      (value) => {
        if (!isGone) setLoaded({ value });
      },
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [load]);
  return loaded?.value ?? null;
}
