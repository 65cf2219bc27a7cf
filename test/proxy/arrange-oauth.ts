import { createGristServer } from '../../demo/grist-server.ts';
import { assembleProxy } from '../../proxy/assemble.ts';
import { readConfig } from '../../proxy/config.ts';
import { createLogger } from '../../proxy/log.ts';
import { openStorage } from '../../proxy/storage.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { docId, origin, people } from './arrange.ts';

const publicUrl = 'https://panel.example.org';
const otherDocId = 'anotherDocumentOfTheTe';

type Body = Record<string, unknown>;

interface Options {
  agencies?: 'yes' | 'no';
  databaseUrl?: string;
  sandbox?: ReturnType<typeof createSandbox>;
  /** Settings besides. */
  settings?: Record<string, string>;
  /** What answers in place of Grist. */
  gristFetch?: typeof fetch;
  /** What answers in place of Grist at some paths. */
  interceptGrist?: (path: string) => Response | undefined;
}

/** A proxy by OAuth before a sandbox and a Grist with two documents, and what a browser does with them. */
export async function arrangeOauth({
  agencies = 'no',
  databaseUrl = 'file::memory:',
  sandbox = createSandbox({ contacts: 5 }),
  settings = {},
  interceptGrist = () => undefined,
  gristFetch,
}: Options = {}) {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const access = { [people.owner]: 'owners', [people.editor]: 'editors', [people.viewer]: 'viewers' } as const;
  const grist = createGristServer({ find: (id) => ({ docId: id, access }), now });
  const log: string[] = [];
  const config = readConfig({
    GRIST_URL: origin,
    PUBLIC_URL: publicUrl,
    HIGHLEVEL_CLIENT_ID: sandbox.info.clientId,
    HIGHLEVEL_CLIENT_SECRET: sandbox.info.clientSecret,
    HIGHLEVEL_AGENCIES: agencies,
    HIGHLEVEL_API_URL: 'http://highlevel.test',
    HIGHLEVEL_AUTHORIZE_URL: 'http://highlevel.test/v2/oauth/chooselocation',
    SECRET_KEY: 'a-secret-for-tests-of-at-least-32-characters',
    DATABASE_URL: databaseUrl,
    ...settings,
  });
  if (!config.highlevel) throw new Error('The configuration has no HighLevel');
  const storage = await openStorage(config.databaseUrl, config.secretKey);
  const proxy = assembleProxy(config, config.highlevel, {
    storage,
    logger: createLogger('info', { write: (line) => void log.push(line) }),
    fetch: sandboxFetch(sandbox),
    gristFetch:
      gristFetch ??
      (async (input, init) => {
        const request = new Request(input, init);
        return interceptGrist(new URL(request.url).pathname) ?? grist.fetch(request);
      }),
    now,
  });

  const request = async (method: string, path: string, session?: string, body?: unknown) => {
    const answer = await proxy.request(`${publicUrl}${path}`, {
      method,
      headers: session === undefined ? {} : { authorization: `Bearer ${session}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Body };
  };

  const gristToken = (document = docId, person: keyof typeof people = 'owner') => grist.token(document, people[person]);

  const enter = async (person: keyof typeof people = 'owner', document = docId) => {
    const token = await gristToken(document, person);
    return (await request('POST', '/api/session', undefined, { origin, docId: document, token })).body as Body & {
      session: string;
    };
  };

  /** What the window does: HighLevel's chooser, the choice, and the way back. Answers the page on which it ends. */
  const signIn = async (url: string, choice: string) => {
    const form = new URLSearchParams([...new URL(url).searchParams, ['choice', choice]]);
    const address = new URL(url);
    const chosen = await sandbox.fetch(
      new Request(`${address.origin}${address.pathname}`, { method: 'POST', body: form, redirect: 'manual' }),
    );
    const back = new URL(chosen.headers.get('location') ?? '');
    const page = await proxy.request(`${publicUrl}${back.pathname}${back.search}`);
    const text = await page.text();
    return { back, status: page.status, text, claim: /data-claim="([^"]+)"/.exec(text)?.[1] };
  };

  /** Connects as the owner, all the way. */
  const connect = async (locationId = sandbox.info.locationId, document = docId) => {
    const { session } = await enter('owner', document);
    const { url } = (await request('POST', '/api/connection/begin', session)).body as { url: string };
    const { claim } = await signIn(url, locationId);
    return request('POST', '/api/connection', session, { claim });
  };

  const later = (seconds: number) => {
    ahead += seconds * 1000;
  };
  const contactPath = `/api/highlevel/contacts/${sandbox.info.contactIds[0]}`;
  return { sandbox, storage, proxy, log, request, gristToken, enter, signIn, connect, later, contactPath, otherDocId };
}
