import { useEffect, useState } from 'preact/hooks';

interface Asked<T> {
  /** `null` until it is there. */
  value: T | null;
  failed: boolean;
}

/** What HighLevel is asked for when a part opens. `ask` must be the same function at each render. */
export function useAsked<T>(ask: () => Promise<T>): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ value: null, failed: false });
  useEffect(() => {
    let isGone = false;
    const tell = (next: Asked<T>) => !isGone && setAsked(next);
    ask().then(
      (value) => tell({ value, failed: false }),
      () => tell({ value: null, failed: true }),
    );
    return () => {
      isGone = true;
    };
  }, [ask]);
  return asked;
}
