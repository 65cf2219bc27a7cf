import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { HighLevelError } from '../../highlevel/errors.ts';
import { documentName } from '../document.ts';
import type { ProxyEnv } from '../env.ts';
import { firstAbort } from '../first-abort.ts';
import type { Bus, DocumentEvent } from './bus.ts';

/** Below the minute after which proxies in between close a silent connection. */
const heartbeat = 25_000;
const mostPerPerson = 10;
/** Events that wait for a slow reader. Its stream ends then: the panel connects again and reads all. */
const mostPending = 1000;

/** Counts the open streams of each person. */
function createSeats() {
  const open = new Map<string, number>();
  return {
    take(who: string): void {
      const count = open.get(who) ?? 0;
      if (count >= mostPerPerson) {
        throw new HighLevelError('rate-limited', 'This person listens in too many places.', {
          retryAfter: 60,
          reason: 'throttled',
        });
      }
      open.set(who, count + 1);
    },
    leave(who: string): void {
      const left = (open.get(who) ?? 1) - 1;
      if (left > 0) open.set(who, left);
      else open.delete(who);
    },
  };
}

/**
 * Answers `GET /api/events`: the events of the session's document as they happen (server-sent events, `event: connection`).
 * A stream ends with its session, so that a person who lost access receives no more events.
 */
export function createEvents(bus: Bus) {
  const seats = createSeats();

  return function events(c: Context<ProxyEnv>): Response {
    const { person, expiresAt } = c.get('session');
    const document = documentName(person);
    const who = `${document} ${person.userId}`;
    // A reverse proxy that collects answers would hold the events back.
    c.header('x-accel-buffering', 'no');
    // A HEAD request has no body that could end.
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' });
    seats.take(who);
    return streamSSE(c, async (stream) => {
      const pending: DocumentEvent[] = [];
      let wake = () => {};
      const overflow = new AbortController();
      const stop = bus.subscribe(document, (event) => {
        if (pending.push(event) >= mostPending) overflow.abort();
        wake();
      });
      const ends = firstAbort(Math.max(0, expiresAt - Date.now()), [bus.ending, c.req.raw.signal, overflow.signal]);
      overflow.signal.addEventListener('abort', stop);
      ends.signal.addEventListener('abort', () => wake());
      stream.onAbort(() => wake());
      const isOpen = () => !ends.signal.aborted && !stream.aborted;
      try {
        await stream.write(': listening\n\n');
        while (isOpen()) {
          const event = pending.shift();
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
          if (pending.length === 0 && isOpen()) await stream.write(': still here\n\n');
        }
      } finally {
        stop();
        ends.release();
        seats.leave(who);
      }
    });
  };
}
