import { HighLevelError } from '../highlevel/errors.ts';
import { readRefusal } from '../highlevel/refusal.ts';
import type { Authorized } from './authorize.ts';
import { connectionFailure } from './connection-failure.ts';
import { firstAbort } from './first-abort.ts';
import type { Pacer } from './rate-limit/limiter.ts';
import type { Call } from './request.ts';
import type { Fields, Transport } from './transport.ts';

/** HighLevel's answer, read to its end. */
export interface Answer {
  status: number;
  headers: Fields;
  body: string;
}

interface Options {
  /** HighLevel's root, without a slash at the end. */
  highlevelUrl: string;
  transport: Transport;
  /** Milliseconds until HighLevel's answer is given up; the wait for a turn does not count. */
  timeout: number;
  pacer: Pacer;
}

/**
 * A 401 has five meanings (HighLevel API docs; seen by others): an access token that ended, a missing scope, a missing
 * version, a wrong path, and a gateway that gave up. Only the first is mended by a new token, and a refresh token works once.
 */
const isExpiry = ({ status, headers, body }: Answer): boolean =>
  status === 401 && readRefusal({ status, headers, body }).code === 'unauthenticated';

/** Makes the one way to HighLevel: in turn, with the token of the moment, and once more when that token had ended. */
export function createExchange({ highlevelUrl, transport, timeout, pacer }: Options) {
  async function send(
    { endpoint, connection }: Authorized,
    { target, init, priority }: Call,
    token: string,
    gone: AbortSignal,
  ): Promise<Answer> {
    let body = '';
    const response = await pacer.run(connection.locationId, priority, gone, async () => {
      // A read is given up with its widget. A write is carried to its end: the person did request it.
      const { signal, release } = firstAbort(timeout, endpoint.writes ? [] : [gone]);
      try {
        const headers = { ...init.headers, authorization: `Bearer ${token}` };
        const reply = await transport(highlevelUrl + target, { ...init, headers, signal });
        body = await reply.text();
        return reply;
      } catch (error) {
        throw gone.aborted && !endpoint.writes ? error : connectionFailure(endpoint, error);
      } finally {
        release();
      }
    });
    return { status: response.status, headers: response.headers, body };
  }

  /** Throws `HighLevelError`: nothing came, or it was not this request's turn. A refusal of HighLevel is an answer. */
  return async function exchange(authorized: Authorized, call: Call, gone: AbortSignal): Promise<Answer> {
    try {
      const token = await authorized.connection.token();
      const answer = await send(authorized, call, token, gone);
      if (!isExpiry(answer)) return answer;
      const next = await authorized.connection.token(token);
      return next === token ? answer : await send(authorized, call, next, gone);
    } catch (error) {
      if (!gone.aborted || error instanceof HighLevelError) throw error;
      throw new HighLevelError('unreachable', 'The widget went away before HighLevel answered.', { status: 499 });
    }
  };
}

export type Exchange = ReturnType<typeof createExchange>;
