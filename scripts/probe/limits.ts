import type { ProbeResponse } from './client.ts';
import type { ProbeContext } from './context.ts';
import { type Finding, finding, refusalOf } from './finding.ts';

const names = {
  daily: 'X-RateLimit-Limit-Daily',
  dailyLeft: 'X-RateLimit-Daily-Remaining',
  interval: 'X-RateLimit-Interval-Milliseconds',
  max: 'X-RateLimit-Max',
  left: 'X-RateLimit-Remaining',
} as const;

/** Checks the budget in the headers; `burst` uses up one burst, so that all users of the token are refused for seconds. */
export async function checkLimits(context: ProbeContext, { burst }: { burst: boolean }): Promise<Finding[]> {
  const response = await context.request('GET', `/locations/${context.locationId}`);
  const figure = (name: keyof typeof names) => response.headers.get(names[name]);
  const present = Object.values(names).filter((name) => response.headers.has(name));
  const rate = figure('max') && `${figure('max')} in ${figure('interval')} ms`;
  const refused = burst ? await exhaustBurst(context) : context.responses.find(({ status }) => status === 429);
  const wait = refused?.headers.get('retry-after');
  return [
    finding('headers of the budget', Object.values(names).join(', '), present.join(', ') || 'none'),
    finding('the burst that is allowed', '100 in 10000 ms', rate),
    finding('the day’s budget', '200000', figure('daily')),
    finding('a refusal for the rate', '429 Too Many Requests', refused ? refusalOf(refused) : null),
    finding('Retry-After beside it', 'absent', refused ? (wait ? `${wait}` : 'absent') : null),
  ];
}

/** Repeats a cheap request until it is refused, at most twice the allowed burst. */
async function exhaustBurst({ request, locationId }: ProbeContext): Promise<ProbeResponse | undefined> {
  let most = 600;
  for (let asked = 0; asked < most; asked++) {
    const response = await request('GET', `/locations/${locationId}`, { unthrottled: true });
    if (response.status === 429) return response;
    most = Math.min(most, Number(response.headers.get(names.max) ?? most) * 2);
  }
  return undefined;
}
