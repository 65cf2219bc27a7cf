interface Read<T> {
  promise: Promise<T>;
  controller: AbortController;
  callers: number;
}

/**
 * Coalesces equal reads that run at the same time into one. It is aborted when all its callers are gone. A write invalidates
 * the reads before it: a caller after the write gets an answer from after the write.
 */
export function createCoalescing<T>() {
  // No Map: emptied and filled with each read, it leaves tables behind by which old answers outlive their callers.
  const running: Record<string, Read<T>> = Object.create(null);

  function begin(key: string, work: (signal: AbortSignal) => Promise<T>): Read<T> {
    const controller = new AbortController();
    const shared = { promise: work(controller.signal), controller, callers: 0 };
    running[key] = shared;
    const forget = () => {
      if (running[key] === shared) delete running[key];
    };
    shared.promise.then(forget, forget);
    return shared;
  }

  return {
    /** `key` begins with what it belongs to, e.g. the location and a space. Rejects with the signal's reason. */
    async run(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
      signal.throwIfAborted();
      const shared = running[key] ?? begin(key, work);
      shared.callers += 1;
      return new Promise<T>((resolve, reject) => {
        const leave = () => {
          shared.callers -= 1;
          if (shared.callers === 0) shared.controller.abort(signal.reason);
          reject(signal.reason);
        };
        signal.addEventListener('abort', leave, { once: true });
        shared.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
      });
    },

    /** Answers on their way no longer serve later callers. */
    invalidate(owner: string): void {
      for (const key in running) if (key.startsWith(`${owner} `)) delete running[key];
    },
  };
}
