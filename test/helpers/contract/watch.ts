import type { Sandbox } from '../../../sandbox/app.ts';
import type { Quirks } from '../../../sandbox/quirks.ts';
import { type Exchange, recordExchange } from './exchange.ts';

interface Recorded {
  exchange: Promise<Exchange | null>;
  quirks: Quirks;
}

const recorded: Recorded[] = [];

/** Validates each response of a sandbox, and each request that it accepts, by HighLevel's specification. */
export function watch(sandbox: Sandbox): Sandbox {
  const answer = sandbox.fetch;
  return Object.assign(sandbox, {
    fetch: async (request: Request): Promise<Response> => {
      const quirks = { ...sandbox.quirks };
      const { response, exchange } = await recordExchange(request, answer);
      recorded.push({ exchange, quirks });
      return response;
    },
  });
}

/** The violations since the last call, one line each. They are found now, not while a test waits for a response. */
export async function findings(): Promise<string[]> {
  const latest = recorded.splice(0);
  if (latest.length === 0) return [];
  // Loaded with the first exchange: most test files never call HighLevel.
  const { judge } = await import('./judge.ts');
  const found = latest.map(async ({ exchange, quirks }) => {
    const whole = await exchange;
    return whole === null ? [] : judge(whole, quirks);
  });
  return [...new Set((await Promise.all(found)).flat())];
}
