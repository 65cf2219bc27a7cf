import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';

/** Something that can be asked for a contact. */
export interface Target {
  name: string;
  url: string;
  /** What stands before HighLevel's path. */
  root: string;
  /** Headers of the n-th request. */
  headers: (turn: number) => Record<string, string>;
}

/** Asks `target` for the n-th contact; answers how many milliseconds that took. */
export type Ask = (turn: number) => Promise<number>;

export function createAsk(target: Target, contactIds: readonly string[], connections: number) {
  const pool = new Pool(target.url, { connections });
  const ask: Ask = async (turn) => {
    // Each contact is another question: none is shared with a question on its way.
    const path = `${target.root}/contacts/${contactIds[turn % contactIds.length]}`;
    const start = performance.now();
    const { statusCode, body } = await pool.request({ method: 'GET', path, headers: target.headers(turn) });
    await body.text();
    if (statusCode !== 200) throw new Error(`${target.name} answered ${statusCode}`);
    return performance.now() - start;
  };
  return { ask, close: () => pool.close() };
}

/** Asks each in turn, so many times a second, so that what else the machine does strikes all alike. */
export async function askSpaced(asks: readonly Ask[], { rate, count }: { rate: number; count: number }) {
  const samples: number[][] = asks.map(() => []);
  for (let turn = 0, next = performance.now(); turn < count; turn += 1, next += 1000 / rate) {
    await wait(Math.max(0, next - performance.now()));
    for (let place = 0; place < asks.length; place += 1) {
      const which = (place + turn) % asks.length;
      samples[which]?.push((await asks[which]?.(turn)) ?? 0);
    }
  }
  return samples;
}

/** Asks as fast as answers come, with so many questions open at once. */
export async function saturate(ask: Ask, { open, count }: { open: number; count: number }) {
  const samples: number[] = [];
  let turn = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: open }, async () => {
      while (turn < count) {
        turn += 1;
        samples.push(await ask(turn));
      }
    }),
  );
  return { samples, perSecond: count / ((performance.now() - start) / 1000) };
}
