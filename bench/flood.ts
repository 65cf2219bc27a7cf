import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';
import { startChild } from './proxies/child.ts';
import type { Origin } from './proxies/origin.ts';
import { enter, startOurs } from './proxies/ours.ts';
import { quantile } from './statistics.ts';

export interface FloodResults {
  /** Milliseconds of other users' reads, before the flood and during it. */
  quiet: { p50: number; p99: number };
  flooded: { p50: number; p99: number };
  /** Values that the flood tried to write, and those that were stored. */
  sent: number;
  stored: number;
  /** Seconds. */
  lasted: number;
  /** Processor time of the proxy during the flood, in milliseconds a second. */
  busy: number;
  /** Megabytes by which the database has grown. */
  growth: number;
}

/** The target: the 99th percentile of other users' reads during the flood, in milliseconds. */
export const floodAims = { p99: 50 };

const connections = 10;
const valuesOfCall = 1_000;
const reading = { rate: 20, count: 300 };

const round = (value: number) => Math.round(value * 100) / 100;
const megabytes = (folder: string) =>
  readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 2 ** 20;

/** A call that writes the base of contacts that do not exist; `TURN` makes them others. Written once, to cost little here. */
const template = JSON.stringify({
  agreements: Array.from({ length: valuesOfCall / 20 }, (_, contact) => ({
    contactId: `madeUp-TURN-${contact}`,
    fields: Object.fromEntries(
      Array.from({ length: 20 }, (_, field) => [`field${field}@People.1`, { value: 'x'.repeat(200), version: 0 }]),
    ),
  })),
});

/** Writes over many connections of one document's users, as fast as answers come, until the signal. */
async function flood(url: string, sessions: readonly string[], over: AbortSignal) {
  const pool = new Pool(url, { connections });
  const counts = { sent: 0, stored: 0 };
  const post = async (headers: Record<string, string>, body: string) => {
    const answer = await pool.request({ method: 'POST', path: '/api/state/agree', headers, body });
    await answer.body.text();
    return answer.statusCode;
  };
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const headers = { authorization: `Bearer ${sessions[connection % sessions.length]}` };
      for (let turn = 0; !over.aborted; turn += 1) {
        const body = template.replaceAll('TURN', `${connection}-${turn}`);
        counts.sent += valuesOfCall;
        // A connection may be closed on a call that is refused.
        const status = await post(headers, body).catch(() => 0);
        if (status === 200) counts.stored += valuesOfCall;
      }
    }),
  );
  await pool.close();
  return counts;
}

/** Reads contacts, and what is agreed on them, as users of another document do. */
async function read(url: string, sessions: readonly string[], contactIds: readonly string[]): Promise<number[]> {
  const pool = new Pool(url, { connections: 4 });
  const samples: number[] = [];
  for (let turn = 0, next = performance.now(); turn < reading.count; turn += 1, next += 1000 / reading.rate) {
    await wait(Math.max(0, next - performance.now()));
    const headers = { authorization: `Bearer ${sessions[turn % sessions.length]}` };
    const contactId = contactIds[turn % contactIds.length] ?? '';
    const start = performance.now();
    const answer = await (turn % 2
      ? pool.request({ method: 'GET', path: `/api/highlevel/contacts/${contactId}`, headers })
      : pool.request({
          method: 'POST',
          path: '/api/state/base',
          headers,
          body: JSON.stringify({ contactIds: [contactId] }),
        }));
    await answer.body.text();
    samples.push(performance.now() - start);
    if (answer.statusCode !== 200) throw new Error(`The proxy answered ${answer.statusCode}`);
  }
  await pool.close();
  return samples;
}

const summary = (samples: readonly number[]) => ({
  p50: round(quantile(samples, 0.5)),
  p99: round(quantile(samples, 0.99)),
});

/** Measures the reads of some users while others write as much as they can. Needs a build. */
export async function measureFlood(report: (line: string) => void): Promise<FloodResults> {
  const started = await startChild('node_modules/.bin/tsx', ['bench/proxies/origin.ts'], { readyPrefix: '{' });
  const origin = JSON.parse(started.readyLine) as Origin;
  const proxy = await startOurs('pinned', origin);
  try {
    const sessions = await enter(proxy.url, 'pinned', origin);
    const [flooding, ...others] = new Set(origin.people.map(({ docId }) => docId));
    const sessionsOf = (document = '') => sessions.filter((_, index) => origin.people[index]?.docId === document);
    const readers = sessionsOf(others[0]);
    report('reads of a user, with nothing else going on');
    await read(proxy.url, readers, origin.contactIds);
    const quiet = summary(await read(proxy.url, readers, origin.contactIds));
    const before = megabytes(proxy.folder);
    report(`the same, while ten connections of another document write made-up values`);
    const over = new AbortController();
    const begun = performance.now();
    const { processor } = proxy.usage();
    const writing = flood(proxy.url, sessionsOf(flooding), over.signal);
    const flooded = summary(await read(proxy.url, readers, origin.contactIds));
    over.abort();
    const counts = await writing;
    const lasted = Math.round((performance.now() - begun) / 1000);
    const busy = Math.round((proxy.usage().processor - processor) / lasted);
    const growth = round(megabytes(proxy.folder) - before);
    return { quiet, flooded, ...counts, lasted, busy, growth };
  } finally {
    await proxy.stop();
    await started.stop();
  }
}
