import { retryAfter } from './refusal.ts';

/** Reads the body within the attempt, so that timeout and retries also cover a response that stops in the middle. */
export function withWholeBody(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const headers = new Headers(response.headers);
    const wait = retryAfter(response);
    // ky waits only by Retry-After, which HighLevel does not send, and waits for ever when its value is invalid.
    if (wait === undefined) headers.delete('retry-after');
    else headers.set('retry-after', String(Math.ceil(wait)));
    return new Response((await response.text()) || null, { status: response.status, headers });
  };
}
