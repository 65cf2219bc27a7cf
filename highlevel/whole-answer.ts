import { retryAfter } from './refusal.ts';

/** Reads the body inside the attempt, so that the timeout and the repeats cover an answer that stops in the middle. */
export function wholly(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const answer = await fetch(input, init);
    const headers = new Headers(answer.headers);
    const wait = retryAfter(answer);
    // ky waits by Retry-After alone, which HighLevel does not send; and for ever by one that nobody can read.
    if (wait === undefined) headers.delete('retry-after');
    else headers.set('retry-after', String(Math.ceil(wait)));
    return new Response((await answer.text()) || null, { status: answer.status, headers });
  };
}
