import type { Answer } from './ask.ts';
import { type Finding, finding, refusalOf } from './finding.ts';
import type { Ground } from './ground.ts';

const names = {
  daily: 'X-RateLimit-Limit-Daily',
  dailyLeft: 'X-RateLimit-Daily-Remaining',
  interval: 'X-RateLimit-Interval-Milliseconds',
  max: 'X-RateLimit-Max',
  left: 'X-RateLimit-Remaining',
} as const;

/** The budget as the headers tell it; with `burst` one is used up, which refuses everyone with this token for seconds. */
export async function lookAtLimits(ground: Ground, { burst }: { burst: boolean }): Promise<Finding[]> {
  const answer = await ground.ask('GET', `/locations/${ground.locationId}`);
  const figure = (name: keyof typeof names) => answer.headers.get(names[name]);
  const present = Object.values(names).filter((name) => answer.headers.has(name));
  const rate = figure('max') && `${figure('max')} in ${figure('interval')} ms`;
  const refused = burst ? await useUp(ground) : ground.heard.find(({ status }) => status === 429);
  const wait = refused?.headers.get('retry-after');
  return [
    finding('headers of the budget', Object.values(names).join(', '), present.join(', ') || 'none'),
    finding('the burst that is allowed', '100 in 10000 ms', rate),
    finding('the day’s budget', '200000', figure('daily')),
    finding('a refusal for the rate', '429 Too Many Requests', refused ? refusalOf(refused) : null),
    finding('Retry-After beside it', 'absent', refused ? (wait ? `${wait}` : 'absent') : null),
  ];
}

/** Asks for one cheap thing until it is refused, a few times more than is allowed at most. */
async function useUp({ ask, locationId }: Ground): Promise<Answer | undefined> {
  let most = 600;
  for (let asked = 0; asked < most; asked++) {
    const answer = await ask('GET', `/locations/${locationId}`, { hasty: true });
    if (answer.status === 429) return answer;
    most = Math.min(most, Number(answer.headers.get(names.max) ?? most) * 2);
  }
  return undefined;
}
