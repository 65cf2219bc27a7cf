import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';

/** A server of contacts. */
export interface Target {
  name: string;
  url: string;
  /** The prefix of HighLevel's paths. */
  root: string;
  /** Headers of the n-th request. */
  headers: (turn: number) => Record<string, string>;
}

/** Requests the n-th contact and returns the elapsed milliseconds. */
export type SendRequest = (turn: number) => Promise<number>;

export function createClient(target: Target, contactIds: readonly string[], connections: number) {
  const pool = new Pool(target.url, { connections });
  const send: SendRequest = async (turn) => {
    // Consecutive requests are for different contacts, so that the proxy cannot coalesce them.
    const path = `${target.root}/contacts/${contactIds[turn % contactIds.length]}`;
    const start = performance.now();
    const { statusCode, body } = await pool.request({ method: 'GET', path, headers: target.headers(turn) });
    await body.text();
    if (statusCode !== 200) throw new Error(`${target.name} answered ${statusCode}`);
    return performance.now() - start;
  };
  return { send, close: () => pool.close() };
}

/** Sends to each target in turn at a fixed rate, so that other load on the machine affects all alike. */
export async function sendAtRate(senders: readonly SendRequest[], { rate, count }: { rate: number; count: number }) {
  const samples: number[][] = senders.map(() => []);
  for (let turn = 0, next = performance.now(); turn < count; turn += 1, next += 1000 / rate) {
    await wait(Math.max(0, next - performance.now()));
    for (let index = 0; index < senders.length; index += 1) {
      const which = (index + turn) % senders.length;
      samples[which]?.push((await senders[which]?.(turn)) ?? 0);
    }
  }
  return samples;
}

/** Sends as fast as responses arrive, with `open` concurrent requests. */
export async function saturate(send: SendRequest, { open, count }: { open: number; count: number }) {
  const samples: number[] = [];
  let turn = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: open }, async () => {
      while (turn < count) {
        turn += 1;
        samples.push(await send(turn));
      }
    }),
  );
  return { samples, perSecond: count / ((performance.now() - start) / 1000) };
}
