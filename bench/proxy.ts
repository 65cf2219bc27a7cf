import { type Child, startChild, type Usage } from './proxies/child.ts';
import { type Ask, askSpaced, createAsk, saturate, type Target } from './proxies/load.ts';
import { startNginx } from './proxies/nginx.ts';
import type { Origin } from './proxies/origin.ts';
import { enter, startOurs, type Way } from './proxies/ours.ts';
import { quantile } from './statistics.ts';

interface Contestant {
  target: Target;
  /** Absent: it is HighLevel itself. */
  usage?: () => Usage;
  stop: () => Promise<void>;
}

export interface ProxyLine {
  name: string;
  /** Milliseconds at 20 requests a second. */
  p50: number;
  p99: number;
  /** Over what HighLevel itself takes. */
  addedP50: number;
  addedP99: number;
  /** As fast as it goes. */
  perSecond: number;
  saturatedP50: number;
  /** MB after all of it. */
  memory?: number;
  /** Milliseconds of processor time for a request, as fast as it goes: what else the machine does hardly changes it. */
  processor?: number;
}

export interface ProxyResults {
  lines: ProxyLine[];
  /** Milliseconds, the median of some starts. */
  start: number;
  /** What was left out, and why. */
  skipped: string[];
}

/** What we allow ourselves. */
export const aims = { addedP50: 1, addedP99: 5, memory: 120, start: 500, timesFastify: 2 } as const;

/** Enough for the compilers of Node to be done. */
const warming = { open: 20, count: 6000 };
const spaced = { rate: 20, count: 400 };
const saturated = { open: 20, count: 2000 };
const rounds = 3;
const starts = 5;

const round = (value: number) => Math.round(value * 100) / 100;
const direct = 'direct';
export const names = { fastify: '@fastify/http-proxy', oauth: 'ours, OAuth', pinned: 'ours, private token' } as const;

async function contestOurs(way: Way, origin: Origin): Promise<Contestant> {
  const { url, usage, stop } = await startOurs(way, origin);
  const sessions = await enter(url, way, origin);
  const headers = (turn: number) => ({ authorization: `Bearer ${sessions[turn % sessions.length]}` });
  return { target: { name: names[way], url, root: '/api/highlevel', headers }, usage, stop };
}

async function contestFastify({ url, token }: Origin): Promise<Contestant> {
  const child = await startChild(process.execPath, ['bench/proxies/fastify.js', url, token], { sign: 'Ready ' });
  const target = { name: names.fastify, url: child.said.slice('Ready '.length), root: '', headers: () => ({}) };
  return { target, usage: child.usage, stop: child.stop };
}

async function contestants(origin: Origin, skipped: string[]): Promise<Contestant[]> {
  const headers = { authorization: `Bearer ${origin.token}`, version: '2021-07-28' };
  const list: Contestant[] = [
    { target: { name: direct, url: origin.url, root: '', headers: () => headers }, stop: async () => {} },
  ];
  const nginx = await startNginx(origin.url, origin.token);
  if (nginx) list.push({ ...nginx, target: { name: 'nginx', url: nginx.url, root: '', headers: () => ({}) } });
  else skipped.push('nginx: it is not installed here; NGINX_PATH can name one');
  return [
    ...list,
    await contestFastify(origin),
    await contestOurs('pinned', origin),
    await contestOurs('oauth', origin),
  ];
}

async function measureAll(list: readonly Contestant[], { contactIds }: Origin, report: (line: string) => void) {
  const asking = list.map(({ target }) => createAsk(target, contactIds, saturated.open));
  const asks: Ask[] = asking.map(({ ask }) => ask);
  report('warming up');
  for (const ask of asks) await saturate(ask, warming);
  report(`${spaced.count} requests to each at ${spaced.rate} a second`);
  const calm = await askSpaced(asks, spaced);
  const busy = asks.map(() => ({ samples: [] as number[], perSecond: [] as number[] }));
  const before = list.map(({ usage }) => usage?.().processor ?? 0);
  for (let turn = 0; turn < rounds; turn += 1) {
    report(`as fast as it goes, round ${turn + 1} of ${rounds}`);
    for (const [index, ask] of asks.entries()) {
      const { samples, perSecond } = await saturate(ask, saturated);
      busy[index]?.samples.push(...samples);
      busy[index]?.perSecond.push(perSecond);
    }
  }
  await Promise.all(asking.map(({ close }) => close()));
  const base = calm[0] ?? [];
  return list.map(({ target, usage }, index): ProxyLine => {
    const used = usage?.();
    const [samples = [], { samples: fast = [], perSecond = [] } = {}] = [calm[index], busy[index]];
    return {
      name: target.name,
      p50: round(quantile(samples, 0.5)),
      p99: round(quantile(samples, 0.99)),
      addedP50: round(quantile(samples, 0.5) - quantile(base, 0.5)),
      addedP99: round(quantile(samples, 0.99) - quantile(base, 0.99)),
      perSecond: Math.round(quantile(perSecond, 0.5)),
      saturatedP50: round(quantile(fast, 0.5)),
      ...(used && {
        memory: Math.round(used.memory),
        processor: round((used.processor - (before[index] ?? 0)) / (rounds * saturated.count)),
      }),
    };
  });
}

async function measureStart(origin: Origin): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < starts; turn += 1) {
    const { startedIn, stop } = await startOurs('pinned', origin);
    times.push(startedIn);
    await stop();
  }
  return Math.round(quantile(times, 0.5));
}

/** Measures what our proxy adds to a call, beside other proxies and no proxy at all, all in one run. Needs a build. */
export async function measureProxy(report: (line: string) => void): Promise<ProxyResults> {
  const skipped: string[] = [];
  const started: Child = await startChild('node_modules/.bin/tsx', ['bench/proxies/origin.ts'], { sign: '{' });
  const origin = JSON.parse(started.said) as Origin;
  const list = await contestants(origin, skipped);
  try {
    const lines = await measureAll(list, origin, report);
    await Promise.all(list.map(({ stop }) => stop()));
    report(`starting ${starts} times`);
    return { lines, start: await measureStart(origin), skipped };
  } finally {
    await started.stop();
  }
}
