import type { Pacer } from './limiter.ts';

/** A fetch whose question for a location itself waits for its turn in that location's window; any other goes at once. */
export function createTurnFetch(pacer: Pacer, fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init) => {
    const request = new Request(input, init);
    const [, locationId] = /\/locations\/([^/]+)$/.exec(new URL(request.url).pathname) ?? [];
    if (locationId === undefined) return fetch(request);
    return pacer.run(decodeURIComponent(locationId), 'people', request.signal, () => fetch(request));
  };
}
