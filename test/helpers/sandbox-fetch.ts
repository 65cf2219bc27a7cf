import type { Sandbox } from '../../sandbox/app.ts';

/** The sandbox as a `fetch`, without a socket; an abort rejects at once, also one that came before. */
export function sandboxFetch(sandbox: Pick<Sandbox, 'fetch'>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    // The request has left: HighLevel carries it out although nobody waits for the answer.
    return Promise.race([sandbox.fetch(request), rejectOnAbort(request.signal)]);
  };
}

const rejectOnAbort = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
