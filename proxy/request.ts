import { HighLevelError } from '../highlevel/errors.ts';
import type { Endpoint } from './allow-list.ts';
import type { Authorized } from './authorize.ts';
import { isTooDeep } from './json-depth.ts';
import { bodyOf, queryOf } from './location.ts';
import { type Priority, priorityHeader, priorityOf } from './rate-limit/priority.ts';
import { versionOf } from './routes.ts';
import { type Expected, takeExpected } from './writes/expected.ts';

/** A call to HighLevel: what is fetched, below its root, and how; all but the token. */
export interface Call {
  target: string;
  priority: Priority;
  /** What a client has seen of what it changes. */
  expected?: Expected;
  init: { method: string; headers: Record<string, string>; body?: string; redirect: 'manual' };
}

const readBody = async (request: Request): Promise<Record<string, unknown> | undefined> => {
  const text = await request.text();
  if (text === '') return undefined;
  if (isTooDeep(text)) throw new HighLevelError('rejected', 'The body is nested too deep.', { status: 400 });
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  } catch {
    // Told below in the same words as JSON that is no object.
  }
  throw new HighLevelError('rejected', 'The body is not a JSON object.', { status: 400 });
};

/** The query of a URL, without the cost of parsing all of it. */
const searchOf = (url: string): URLSearchParams => {
  const start = url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : url.slice(start));
};

const headersOf = (endpoint: Endpoint, body?: string): Record<string, string> => ({
  accept: 'application/json',
  'user-agent': 'grist-highlevel-panel',
  version: versionOf(endpoint),
  ...(body !== undefined && { 'content-type': 'application/json' }),
});

/** The call by which the proxy itself reads something at HighLevel. */
export const readingCall = (endpoint: Endpoint, target: string, priority: Priority): Call => ({
  target,
  priority,
  init: { method: 'GET', headers: headersOf(endpoint), redirect: 'manual' },
});

/**
 * Builds a new call from what HighLevel needs, so that nothing else of the browser's request is forwarded: no cookie, no
 * session, no origin, no header that would change the method. Takes the body of any method but GET; HighLevel reads the
 * tags to remove from the body of a DELETE.
 */
export async function createCall(authorized: Authorized, path: string, request: Request): Promise<Call> {
  const { endpoint, connection } = authorized;
  const { body: given, expected } = takeExpected(endpoint.method === 'GET' ? undefined : await readBody(request));
  const body = given || endpoint.location === 'body' ? bodyOf(endpoint, given ?? {}, connection.locationId) : undefined;
  return {
    target: path + queryOf(endpoint, searchOf(request.url), connection.locationId),
    priority: priorityOf(request.headers.get(priorityHeader)),
    ...(expected && endpoint.method === 'PUT' && { expected }),
    // A redirect that is followed would carry the token to wherever it points.
    init: {
      method: endpoint.method,
      headers: headersOf(endpoint, body),
      redirect: 'manual',
      ...(body !== undefined && { body }),
    },
  };
}
