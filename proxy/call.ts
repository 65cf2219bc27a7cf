import { HighLevelError } from '../highlevel/errors.ts';
import type { Admitted } from './admission.ts';
import { bodyOf, queryOf } from './location.ts';
import { versionOf } from './routes.ts';

/** A call to HighLevel: what is fetched, below its root, and how. */
export interface Call {
  target: string;
  init: RequestInit;
}

const readBody = async (request: Request): Promise<Record<string, unknown> | undefined> => {
  const text = await request.text();
  if (text === '') return undefined;
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  } catch {
    // Told below in the same words as JSON that is no object.
  }
  throw new HighLevelError('rejected', 'The body is not a JSON object.', { status: 400 });
};

/**
 * Builds the call anew from what HighLevel needs, so that nothing else of the browser's request goes along: no cookie, no
 * session, no origin, no header that would change the method. Takes the body of any method but GET; HighLevel reads the
 * tags to remove from the body of a DELETE.
 */
export async function createCall({ endpoint, connection }: Admitted, path: string, request: Request): Promise<Call> {
  const asked = endpoint.method === 'GET' ? undefined : await readBody(request);
  const body = asked || endpoint.location === 'body' ? bodyOf(endpoint, asked ?? {}, connection.locationId) : undefined;
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${await connection.token()}`,
    'user-agent': 'grist-highlevel-panel',
    version: versionOf(endpoint),
  };
  if (body !== undefined) headers['content-type'] = 'application/json';
  return {
    target: path + queryOf(endpoint, new URL(request.url).searchParams, connection.locationId),
    // A redirect that is followed would carry the token to wherever it points.
    init: { method: endpoint.method, headers, redirect: 'manual', ...(body !== undefined && { body }) },
  };
}
