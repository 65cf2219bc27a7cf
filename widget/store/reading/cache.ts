/** Keeps the most recently used values, made on first use. */
export interface Cache<T> {
  open(key: string): T;
  peek(key: string): T | undefined;
}

/** A cache of at most `cap` values. `leave` is told what is dropped; a value that `isBusy` stays although it is old. */
export function createCache<T>(
  cap: number,
  { make, leave, isBusy }: { make: (key: string) => T; leave: (value: T) => void; isBusy: (key: string) => boolean },
): Cache<T> {
  const values = new Map<string, T>();

  function drop() {
    for (const [key, value] of values) {
      if (values.size <= cap) return;
      if (isBusy(key)) continue;
      values.delete(key);
      leave(value);
    }
  }

  return {
    open: (key) => {
      const value = values.get(key) ?? make(key);
      values.delete(key);
      values.set(key, value);
      drop();
      return value;
    },
    peek: (key) => values.get(key),
  };
}
