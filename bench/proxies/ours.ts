import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import type { Origin } from './origin.ts';

/** The two ways to connect: `oauth` reads connection and tokens from the database in each call, `pinned` has them in memory. */
export type Way = 'oauth' | 'pinned';

const publicUrl = 'http://panel.bench';

const settingsOf: Record<Way, (origin: Origin) => Record<string, string>> = {
  pinned: ({ token, locationId, people }) => ({
    HIGHLEVEL_TOKEN: token,
    HIGHLEVEL_LOCATION_ID: locationId,
    GRIST_DOCS: [...new Set(people.map(({ docId }) => docId))].join(','),
  }),
  oauth: ({ clientId, clientSecret, url }) => ({
    HIGHLEVEL_CLIENT_ID: clientId,
    HIGHLEVEL_CLIENT_SECRET: clientSecret,
    HIGHLEVEL_AUTHORIZE_URL: `${url}/v2/oauth/chooselocation`,
  }),
};

/** The command of `npm start`, with its bound on memory. */
const [, ...command] = (
  JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
).scripts.start.split(' ');

const urlOf = ({ readyLine }: Child) => readyLine.slice('Ready '.length);

async function post<T>(url: string, session: string | undefined, body: unknown): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: session === undefined ? {} : { authorization: `Bearer ${session}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as T;
}

/** Connects a document, as its owner does in the panel. */
async function connect(url: string, session: string, locationId: string): Promise<void> {
  const begun = await post<{ url: string }>(`${url}/api/connection/begin`, session, {});
  const form = new URLSearchParams([...new URL(begun.url).searchParams, ['choice', locationId]]);
  const chosen = await fetch(begun.url.split('?')[0] ?? '', { method: 'POST', body: form, redirect: 'manual' });
  const { pathname, search } = new URL(chosen.headers.get('location') ?? '');
  const page = await (await fetch(url + pathname + search)).text();
  await post(`${url}/api/connection`, session, { claim: /data-claim="([^"]+)"/.exec(page)?.[1] });
}

/** Starts our proxy in its production configuration, including the log. */
export async function startOurs(way: Way, origin: Origin) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const child = await startChild(process.execPath, command, {
    readyPrefix: 'Ready ',
    env: {
      PORT: '0',
      PUBLIC_URL: publicUrl,
      GRIST_URL: origin.gristUrl,
      HIGHLEVEL_API_URL: origin.url,
      DATABASE_URL: `file:${join(folder, 'proxy.db')}`,
      ...settingsOf[way](origin),
    },
  });
  return {
    ...child,
    url: urlOf(child),
    folder,
    async stop() {
      await child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a session for each user; with OAuth it also connects the documents. */
export async function enter(url: string, way: Way, { gristUrl, people, locationId }: Origin): Promise<string[]> {
  const sessions: string[] = [];
  const connected = new Set(way === 'pinned' ? people.map(({ docId }) => docId) : []);
  for (const { docId, token } of people) {
    const { session } = await post<{ session: string }>(`${url}/api/session`, undefined, {
      origin: gristUrl,
      docId,
      token,
    });
    if (!connected.has(docId)) await connect(url, session, locationId);
    connected.add(docId);
    sessions.push(session);
  }
  return sessions;
}
