import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { HighLevelError } from '../../highlevel/errors.ts';
import { documentName } from '../connections.ts';
import type { ProxyEnv } from '../env.ts';
import type { Bus, DocumentEvent } from './bus.ts';

/** Below the minute after which proxies in between close a silent connection. */
const heartbeat = 25_000;
const mostPerPerson = 10;

/**
 * Answers `GET /api/events`: the events of the session's document as they happen (server-sent events, `event: connection`).
 * A stream ends with its session, so that who lost access hears no more.
 */
export function createEvents(bus: Bus) {
  const open = new Map<string, number>();

  return function events(c: Context<ProxyEnv>): Response {
    const { person, expiresAt } = c.get('session');
    const document = documentName(person);
    const who = `${document} ${person.userId}`;
    const count = open.get(who) ?? 0;
    if (count >= mostPerPerson) {
      throw new HighLevelError('rate-limited', 'This person listens in too many places.', {
        retryAfter: 60,
        reason: 'throttled',
      });
    }
    open.set(who, count + 1);
    // A reverse proxy that collects answers would hold the events back.
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      const told: DocumentEvent[] = [];
      let wake = () => {};
      const stop = bus.hear(document, (event) => {
        told.push(event);
        wake();
      });
      const ends = AbortSignal.any([
        bus.ending,
        c.req.raw.signal,
        AbortSignal.timeout(Math.max(0, expiresAt - Date.now())),
      ]);
      ends.addEventListener('abort', () => wake());
      stream.onAbort(() => wake());
      await stream.write(': listening\n\n');
      while (!ends.aborted && !stream.aborted) {
        const event = told.shift();
        if (event) {
          await stream.writeSSE({ event: event.kind, data: event.data ?? '{}' });
          continue;
        }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, heartbeat);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        if (told.length === 0 && !ends.aborted && !stream.aborted) await stream.write(': still here\n\n');
      }
      stop();
      const left = (open.get(who) ?? 1) - 1;
      if (left > 0) open.set(who, left);
      else open.delete(who);
    });
  };
}
