import type { Sandbox } from '../../../sandbox/app.ts';
import type { Quirks } from '../../../sandbox/quirks.ts';
import { type Exchange, overhear } from './exchange.ts';

interface Heard {
  exchange: Promise<Exchange | null>;
  quirks: Quirks;
}

const heard: Heard[] = [];

/** Holds each answer of a sandbox, and each request that it accepts, against HighLevel's specification. */
export function watch(sandbox: Sandbox): Sandbox {
  const answer = sandbox.fetch;
  return Object.assign(sandbox, {
    fetch: async (request: Request): Promise<Response> => {
      const quirks = { ...sandbox.quirks };
      const { response, exchange } = await overhear(request, answer);
      heard.push({ exchange, quirks });
      return response;
    },
  });
}

/** What was wrong since the last time it was asked for, one line each. It is judged now, not while a test waits. */
export async function findings(): Promise<string[]> {
  const latest = heard.splice(0);
  if (latest.length === 0) return [];
  // Read with the first exchange: most test files never ask HighLevel.
  const { judge } = await import('./judge.ts');
  const found = latest.map(async ({ exchange, quirks }) => {
    const whole = await exchange;
    return whole === null ? [] : judge(whole, quirks);
  });
  return [...new Set((await Promise.all(found)).flat())];
}
