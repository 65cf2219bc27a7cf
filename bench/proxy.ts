import { type Child, startChild, type Usage } from './proxies/child.ts';
import { createClient, type SendRequest, saturate, sendAtRate, type Target } from './proxies/load.ts';
import { startNginx } from './proxies/nginx.ts';
import type { Origin } from './proxies/origin.ts';
import { enter, startOurs, type Way } from './proxies/ours.ts';
import { quantile } from './statistics.ts';

interface Subject {
  target: Target;
  /** Absent for HighLevel itself. */
  usage?: () => Usage;
  stop: () => Promise<void>;
}

export interface ProxyLine {
  name: string;
  /** Milliseconds at 20 requests a second. */
  p50: number;
  p99: number;
  /** Milliseconds over HighLevel itself. */
  addedP50: number;
  addedP99: number;
  /** Requests per second at full speed. */
  perSecond: number;
  saturatedP50: number;
  /** MB after all measurements. */
  memory?: number;
  /** Milliseconds of processor time per request at full speed; other load on the machine hardly changes it. */
  processor?: number;
}

export interface ProxyResults {
  lines: ProxyLine[];
  /** Start time in milliseconds, the median of several starts. */
  start: number;
  /** Reasons of omitted measurements. */
  skipped: string[];
}

/** The targets. */
export const aims = { addedP50: 1, addedP99: 5, memory: 120, start: 500, timesFastify: 1.6 } as const;

/** Enough requests for Node's compilers to finish. */
const warming = { open: 20, count: 6000 };
const spaced = { rate: 20, count: 400 };
const saturated = { open: 20, count: 2000 };
const rounds = 3;
const starts = 5;

const round = (value: number) => Math.round(value * 100) / 100;
const direct = 'direct';
export const names = { fastify: '@fastify/http-proxy', oauth: 'ours, OAuth', pinned: 'ours, private token' } as const;

async function startOurSubject(way: Way, origin: Origin): Promise<Subject> {
  const { url, usage, stop } = await startOurs(way, origin);
  const sessions = await enter(url, way, origin);
  const headers = (turn: number) => ({ authorization: `Bearer ${sessions[turn % sessions.length]}` });
  return { target: { name: names[way], url, root: '/api/highlevel', headers }, usage, stop };
}

async function startFastify({ url, token }: Origin): Promise<Subject> {
  const child = await startChild(process.execPath, ['bench/proxies/fastify.js', url, token], { readyPrefix: 'Ready ' });
  const target = { name: names.fastify, url: child.readyLine.slice('Ready '.length), root: '', headers: () => ({}) };
  return { target, usage: child.usage, stop: child.stop };
}

async function startSubjects(origin: Origin, skipped: string[]): Promise<Subject[]> {
  const headers = { authorization: `Bearer ${origin.token}`, version: '2021-07-28' };
  const list: Subject[] = [
    { target: { name: direct, url: origin.url, root: '', headers: () => headers }, stop: async () => {} },
  ];
  const nginx = await startNginx(origin.url, origin.token);
  if (nginx) list.push({ ...nginx, target: { name: 'nginx', url: nginx.url, root: '', headers: () => ({}) } });
  else skipped.push('nginx: it is not installed here; NGINX_PATH can name one');
  return [
    ...list,
    await startFastify(origin),
    await startOurSubject('pinned', origin),
    await startOurSubject('oauth', origin),
  ];
}

async function measureAll(list: readonly Subject[], { contactIds }: Origin, report: (line: string) => void) {
  const clients = list.map(({ target }) => createClient(target, contactIds, saturated.open));
  const senders: SendRequest[] = clients.map(({ send }) => send);
  report('warming up');
  for (const send of senders) await saturate(send, warming);
  report(`${spaced.count} requests to each at ${spaced.rate} a second`);
  const calm = await sendAtRate(senders, spaced);
  const busy = senders.map(() => ({ samples: [] as number[], perSecond: [] as number[] }));
  const before = list.map(({ usage }) => usage?.().processor ?? 0);
  for (let turn = 0; turn < rounds; turn += 1) {
    report(`as fast as it goes, round ${turn + 1} of ${rounds}`);
    for (const [index, send] of senders.entries()) {
      const { samples, perSecond } = await saturate(send, saturated);
      busy[index]?.samples.push(...samples);
      busy[index]?.perSecond.push(perSecond);
    }
  }
  await Promise.all(clients.map(({ close }) => close()));
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

/** Measures the overhead of our proxy, of other proxies and of no proxy in one run. Needs a build. */
export async function measureProxy(report: (line: string) => void): Promise<ProxyResults> {
  const skipped: string[] = [];
  const started: Child = await startChild('node_modules/.bin/tsx', ['bench/proxies/origin.ts'], { readyPrefix: '{' });
  const origin = JSON.parse(started.readyLine) as Origin;
  const list = await startSubjects(origin, skipped);
  try {
    const lines = await measureAll(list, origin, report);
    await Promise.all(list.map(({ stop }) => stop()));
    report(`starting ${starts} times`);
    return { lines, start: await measureStart(origin), skipped };
  } finally {
    await started.stop();
  }
}
