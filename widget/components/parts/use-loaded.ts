import { useEffect, useState } from 'preact/hooks';

interface Loading<T> {
  /** `null` until it has been loaded. */
  value: T | null;
  failed: boolean;
}

/** Loads data or code when a component mounts. `load` must be the same function at each render. */
export function useLoading<T>(load: () => Promise<T>): Loading<T> {
  const [loading, setLoading] = useState<Loading<T>>({ value: null, failed: false });
  useEffect(() => {
    let isCancelled = false;
    const update = (next: Loading<T>) => !isCancelled && setLoading(next);
    load().then(
      (value) => update({ value, failed: false }),
      () => update({ value: null, failed: true }),
    );
    return () => {
      isCancelled = true;
    };
  }, [load]);
  return loading;
}

/** The loaded value, or `null` until then. After a failure it stays `null`; a reload of the page tries again. */
export const useLoaded = <T>(load: () => Promise<T>): T | null => useLoading(load).value;
