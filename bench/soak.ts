import { Pool } from 'undici';
import { startChild } from './proxies/child.ts';
import type { Origin } from './proxies/origin.ts';
import { enter, startOurs } from './proxies/ours.ts';

export interface SoakResults {
  requests: number;
  streams: number;
  /** Resident megabytes after each tenth of the requests, and after each fifth of the streams. */
  afterRequests: number[];
  afterStreams: number[];
}

/** The target: at most this growth in megabytes from the first fifth of the requests to the end. */
export const soakAims = { growth: 20 };

const requests = 50_000;
const streams = 5_000;
const openAtOnce = 20;

interface Sent {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** What it is answered, apart from 200. */
  status?: number;
}

/** Reads, creates, base entries, the log, and what is refused: of twenty requests, eleven read a contact. */
function mixed(turn: number, contactIds: readonly string[]): Sent {
  const contactId = contactIds[turn % contactIds.length] ?? '';
  const contact = `/api/highlevel/contacts/${contactId}`;
  const post = (path: string, body: unknown): Sent => ({ method: 'POST', path, body: JSON.stringify(body) });
  switch (turn % 20) {
    case 0:
      return {
        ...post(`${contact}/notes`, { body: `Called, turn ${turn}` }),
        headers: { 'idempotency-key': `soak ${turn}` },
        status: 201,
      };
    case 1:
      return { method: 'GET', path: `${contact}/tasks` };
    case 2:
      return post('/api/state/agree', {
        agreements: [{ contactId, fields: { 'city@People.1': { value: `${turn}`, version: 0 } } }],
      });
    case 3:
    case 4:
      return post('/api/state/base', { contactIds: [contactId] });
    case 5:
      return { method: 'GET', path: '/api/activity' };
    case 6:
      return { method: 'GET', path: '/api/highlevel/opportunities/search', status: 404 };
    case 7:
      return { method: 'GET', path: '/api/person', headers: { authorization: 'Bearer forged' }, status: 401 };
    case 8:
      return {
        ...post('/api/state/base', 'x'.repeat(100_000)),
        headers: { authorization: 'Bearer forged' },
        status: 401,
      };
    default:
      return { method: 'GET', path: contact };
  }
}

const inTurns = async (count: number, one: (turn: number) => Promise<void>) => {
  let turn = 0;
  await Promise.all(
    Array.from({ length: openAtOnce }, async () => {
      while (turn < count) await one(turn++);
    }),
  );
};

/** Measures the memory of a started proxy over many mixed requests and event streams. Needs a build. */
export async function measureSoak(report: (line: string) => void): Promise<SoakResults> {
  const started = await startChild('node_modules/.bin/tsx', ['bench/proxies/origin.ts'], { readyPrefix: '{' });
  const origin = JSON.parse(started.readyLine) as Origin;
  const proxy = await startOurs('pinned', origin);
  const pool = new Pool(proxy.url, { connections: openAtOnce });
  try {
    const sessions = await enter(proxy.url, 'pinned', origin);
    const authorization = (turn: number) => `Bearer ${sessions[turn % sessions.length]}`;
    let sent = 0;
    const send = async () => {
      const turn = sent++;
      const { status = 200, headers, ...rest } = mixed(turn, origin.contactIds);
      const answer = await pool.request({ ...rest, headers: { authorization: authorization(turn), ...headers } });
      await answer.body.dump();
      // More than a person sends in ten seconds is refused, which costs the proxy nothing that lasts either.
      if (answer.statusCode !== status && answer.statusCode !== 429) {
        throw new Error(`${rest.method} ${rest.path} was answered ${answer.statusCode}`);
      }
    };
    const listen = async (turn: number) => {
      const { statusCode, body } = await pool.request({
        method: 'GET',
        path: '/api/events',
        headers: { authorization: authorization(turn) },
      });
      if (statusCode !== 200) return void (await body.dump());
      await body[Symbol.asyncIterator]().next();
      body.destroy();
    };
    const memory = () => Math.round(proxy.usage().memory);
    const results: SoakResults = { requests, streams, afterRequests: [], afterStreams: [] };
    for (let part = 1; part <= 10; part += 1) {
      await inTurns(requests / 10, send);
      results.afterRequests.push(memory());
      report(`${(requests / 10) * part} mixed requests`);
    }
    for (let part = 1; part <= 5; part += 1) {
      await inTurns(streams / 5, listen);
      results.afterStreams.push(memory());
      report(`${(streams / 5) * part} event streams`);
    }
    return results;
  } finally {
    await pool.destroy();
    await proxy.stop();
    await started.stop();
  }
}
