interface Waiting {
  grant: () => void;
  signal: AbortSignal | undefined;
}

/** The browser's locks for pages of one process: exclusive, in the order of asking, freed when the holder's promise ends. */
export function createFakeLocks(): LockManager {
  const held = new Map<string, Waiting[]>();

  async function hold(name: string, run: LockGrantedCallback<unknown>): Promise<unknown> {
    try {
      return await run({ name, mode: 'exclusive' });
    } finally {
      const next = held.get(name)?.shift();
      if (next) next.grant();
      else held.delete(name);
    }
  }

  async function request(name: string, ...rest: unknown[]): Promise<unknown> {
    const run = rest.at(-1) as LockGrantedCallback<unknown>;
    const { ifAvailable = false, signal } = (rest.length > 1 ? rest[0] : {}) as LockOptions;
    await Promise.resolve();
    signal?.throwIfAborted();
    const queue = held.get(name);
    if (!queue) held.set(name, []);
    else if (ifAvailable) return run(null);
    else {
      await new Promise<void>((grant, refuse) => {
        const waiting = { grant, signal };
        queue.push(waiting);
        signal?.addEventListener('abort', () => {
          if (queue.includes(waiting)) queue.splice(queue.indexOf(waiting), 1);
          refuse(signal.reason);
        });
      });
    }
    return hold(name, run);
  }

  return {
    request,
    query: async () => ({ held: [...held.keys()].map((name) => ({ name })), pending: [] }),
  } as LockManager;
}
