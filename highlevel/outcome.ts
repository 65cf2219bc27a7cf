import { type Refusal, readRefusal } from './refusal.ts';

/**
 * The outcome of a request, by its response.
 *
 * | response | outcome |
 * |---|---|
 * | 2xx with JSON or without a body | `settled`: HighLevel carried it out |
 * | 2xx with anything else, 1xx, 3xx, 401 "timed out", 404 without HighLevel's message, 408, 5xx | `unknown`: it may have had its effect |
 * | any other 4xx | `refused`: it had no effect, and the same request may succeed later |
 *
 * In the second row HighLevel failed, or a machine in between responded. Without a response the outcome is `unknown` once the
 * request was sent.
 */
export type Outcome = 'settled' | 'refused' | 'unknown';

/** Reads the outcome of a request from its response. */
export function outcomeOf(response: Refusal): Outcome {
  const { status, body } = response;
  if (status >= 200 && status <= 299 && isJson(body)) return 'settled';
  return readRefusal(response).code === 'unreachable' ? 'unknown' : 'refused';
}

function isJson(body: string): boolean {
  try {
    if (body !== '') JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
