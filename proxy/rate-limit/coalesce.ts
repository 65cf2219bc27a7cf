interface Shared<T> {
  promise: Promise<T>;
  controller: AbortController;
  askers: number;
}

/**
 * Lets the same question, asked while it is being answered, be asked of HighLevel once. It is given up when all who asked
 * are gone. A write makes the questions before it old: who asks after it gets an answer of after it.
 */
export function createSharing<T>() {
  // No Map: emptied and filled with each question, it leaves tables behind by which old answers outlive their askers.
  const running: Record<string, Shared<T>> = Object.create(null);

  function begin(key: string, work: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const controller = new AbortController();
    const shared = { promise: work(controller.signal), controller, askers: 0 };
    running[key] = shared;
    const forget = () => {
      if (running[key] === shared) delete running[key];
    };
    shared.promise.then(forget, forget);
    return shared;
  }

  return {
    /** `key` begins with what it belongs to, e.g. the location and a space. Rejects with the signal's reason. */
    async ask(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
      signal.throwIfAborted();
      const shared = running[key] ?? begin(key, work);
      shared.askers += 1;
      return new Promise<T>((resolve, reject) => {
        const leave = () => {
          shared.askers -= 1;
          if (shared.askers === 0) shared.controller.abort(signal.reason);
          reject(signal.reason);
        };
        signal.addEventListener('abort', leave, { once: true });
        shared.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
      });
    },

    /** Answers on their way no longer serve those who ask from now on. */
    outdate(owner: string): void {
      for (const key in running) if (key.startsWith(`${owner} `)) delete running[key];
    },
  };
}
