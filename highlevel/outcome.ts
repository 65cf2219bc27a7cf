import { type Refusal, readRefusal } from './refusal.ts';

/**
 * What became of a request, by its answer.
 *
 * | answer | outcome |
 * |---|---|
 * | 2xx with JSON or without a body | `settled`: HighLevel did it |
 * | 2xx with anything else, 1xx, 3xx, 401 "timed out", 404 without HighLevel's words, 408, 5xx | `unknown`: HighLevel failed, or a machine in between answered; it may have been done |
 * | any other 4xx | `refused`: nothing was done, and the same request may succeed later |
 *
 * Without an answer the outcome is `unknown` once the request was sent.
 */
export type Outcome = 'settled' | 'refused' | 'unknown';

/** Reads the outcome of a request off its answer. */
export function outcomeOf(answer: Refusal): Outcome {
  const { status, body } = answer;
  if (status >= 200 && status <= 299 && isJson(body)) return 'settled';
  return readRefusal(answer).code === 'unreachable' ? 'unknown' : 'refused';
}

function isJson(body: string): boolean {
  try {
    if (body !== '') JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
