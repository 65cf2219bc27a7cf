import { SignJWT, UnsecuredJWT } from 'jose';
import { type Attack, createSender, flood, holds, openSocket, type Send, sendRaw, type Target } from './target.ts';

const claims = { origin: 'https://evil.example', docId: 'xzorDHpEQ7G97fDE5b2WYU', userId: 1, role: 'owner' };
const deep = (levels: number) => `{"origin":${'['.repeat(levels)}${']'.repeat(levels)}}`;

const forgeries = async (): Promise<string[]> => [
  new UnsecuredJWT(claims).setExpirationTime('1h').encode(),
  ...(await Promise.all(
    [new Uint8Array(32), new TextEncoder().encode('a-secret-for-tests-of-at-least-32-characters')].map((key) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: '' }).setExpirationTime('1h').sign(key),
    ),
  )),
  'x.y.z',
  '__proto__',
];

/** What Grist's token would read like. */
const likeGrist = ({ introduction }: Target) =>
  new SignJWT({ userId: 99, docId: introduction?.docId ?? claims.docId })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10m')
    .sign(new Uint8Array(32));

async function knocks(target: Target, send: Send): Promise<void> {
  const worthless = ['', '{}', '[]', 'null', deep(20_000), '{"origin":1,"docId":"a","token":""}'];
  let turn = 0;
  const statuses = await flood(620, 20, () =>
    send('/api/session', { method: 'POST', body: worthless[turn++ % worthless.length] ?? '' }),
  );
  holds(
    [...statuses.keys()].every((status) => status === 400),
    `worthless bodies were answered ${[...statuses]}`,
  );
  if (!target.introduction) return;
  const opened = await send('/api/session', { method: 'POST', body: JSON.stringify(target.introduction) });
  holds(opened.status === 200, `620 worthless bodies kept the next person out: ${opened.status}`);
}

async function forgedTokens(target: Target, send: Send): Promise<void> {
  if (!target.introduction) return;
  const body = JSON.stringify({ ...target.introduction, token: await likeGrist(target) });
  // Under another address each time, which only a reverse proxy may name.
  let turn = 0;
  const from = () => ({ 'x-forwarded-for': `203.0.${turn >> 8}.${turn++ & 255}` });
  const statuses = await flood(650, 20, () => send('/api/session', { method: 'POST', body, headers: from() }));
  holds(statuses.has(429), `650 forged tokens were answered without a limit: ${[...statuses]}`);
  const opened = await send('/api/session', { method: 'POST', body: JSON.stringify(target.introduction) });
  holds(opened.status === 200, `650 forged tokens kept a person out who was there before: ${opened.status}`);
}

async function slowHeaders({ url }: Target, send: Send): Promise<void> {
  const sockets = Array.from({ length: 200 }, () => {
    const socket = openSocket(url);
    socket.on('error', () => {});
    socket.write('GET /healthz HTTP/1.1\r\nHost: HOST\r\nX-Slow: ');
    return socket;
  });
  const start = performance.now();
  const { status } = await send('/healthz');
  for (const socket of sockets) socket.destroy();
  holds(status === 200 && performance.now() - start < 5000, 'two hundred slow clients held the others up');
}

const paths = [
  '/api/highlevel/contacts/x/../../oauth/token',
  '/api/highlevel/contacts/%2e%2e/users/x',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/.env',
  '/data/proxy.db',
  '/secret.key',
  '//evil.example/',
];

/** A refusal leaves the rest of a body behind; a reverse proxy sends the next person's request over the same connection. */
async function refusedBody({ url }: Target): Promise<void> {
  const refused = `POST /api/state/agree HTTP/1.1\r\nHost: HOST\r\nContent-Length: 300000\r\n\r\n${'x'.repeat(300_000)}`;
  const answers = await sendRaw(
    url,
    `${refused}GET /healthz HTTP/1.1\r\nHost: HOST\r\n\r\n`,
    (text) => (text.match(/HTTP\/1\.1 \d/g) ?? []).length === 2,
  );
  holds(/ 401 .* 200 /s.test(answers), 'the next request on the connection of a refused body was lost');
}

/** What somebody may try who holds nothing. */
export function strangerAttacks(target: Target): readonly Attack[] {
  const send = createSender(target);
  const statusOf = async (...request: Parameters<Send>) => (await send(...request)).status;
  return [
    { name: 'worthless bodies keep nobody out', run: () => knocks(target, send) },
    { name: 'forged tokens keep no known person out', run: () => forgedTokens(target, send) },
    {
      name: 'no forged session opens anything',
      async run() {
        for (const forged of await forgeries()) {
          for (const path of ['/api/person', '/api/highlevel/contacts/', '/api/events', '/api/connection']) {
            const status = await statusOf(path, { headers: { authorization: `Bearer ${forged}` } });
            holds(status === 401, `${path} answered a forged session with ${status}`);
          }
        }
      },
    },
    {
      name: 'nothing is answered without a session',
      async run() {
        for (const path of ['/api/person', '/api/activity', '/api/highlevel/contacts/', '/api/events'])
          for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'])
            holds((await statusOf(path, { method })) === 401, `${method} ${path} was answered`);
      },
    },
    {
      name: 'no path leads out',
      async run() {
        for (const path of paths) {
          const line = await sendRaw(target.url, `GET ${path} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n`);
          holds(/ 40[0134] /.test(line), `${path} was answered ${line}`);
        }
      },
    },
    {
      name: 'no request hides in another',
      async run() {
        const hidden = 'GET /metrics HTTP/1.1\r\nHost: HOST\r\n\r\n';
        const both = `POST /api/session HTTP/1.1\r\nHost: HOST\r\nContent-Length: ${hidden.length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`;
        holds(/ 400 /.test(await sendRaw(target.url, both)), 'two lengths of a body were taken');
        const large = `GET /healthz HTTP/1.1\r\nHost: HOST\r\nX-Large: ${'a'.repeat(17 * 1024)}\r\n\r\n`;
        holds(!/ 200 /.test(await sendRaw(target.url, large)), 'headers of 17 kB were taken');
      },
    },
    {
      name: 'large bodies are refused',
      async run() {
        const status = await statusOf('/api/session', { method: 'POST', body: 'x'.repeat(2 * 1024 * 1024) });
        holds(status === 413, `two megabytes were answered ${status}`);
      },
    },
    {
      name: 'other pages get nothing',
      async run() {
        for (const origin of ['https://evil.example', 'null'])
          holds((await statusOf('/api/session', { method: 'POST', headers: { origin }, body: '{}' })) === 403, origin);
      },
    },
    {
      name: 'only Grist frames the panel, and the page names it',
      async run() {
        const { headers, text } = await send('/');
        const policy = headers.get('content-security-policy') ?? '';
        holds(/frame-ancestors (?!\*)[^;]+/.test(policy), 'anybody may frame the panel');
        holds(/script-src 'self'(;|$)/.test(policy), 'other scripts may run');
        holds(headers.get('cross-origin-opener-policy') === 'same-origin', 'an opener keeps a hold on the panel');
        holds(text.includes('<meta name="grist-origins"'), 'the page does not say whose messages count');
      },
    },
    {
      name: 'the metrics cannot be guessed',
      async run() {
        const statuses = await flood(40, 5, () => send('/metrics', { headers: { authorization: 'Bearer guess' } }));
        holds(
          [...statuses.keys()].every((status) => status === 404 || status === 429),
          `${[...statuses]}`,
        );
        if (statuses.has(429)) return;
        holds((await statusOf('/metrics')) === 404, 'the metrics are open');
      },
    },
    {
      name: 'made-up ends of sign-ins are limited',
      async run() {
        const statuses = await flood(100, 10, () => send('/oauth/callback?code=a&state=b'));
        holds(
          [...statuses.keys()].every((status) => [404, 409, 429].includes(status)),
          `${[...statuses]}`,
        );
        holds(statuses.has(404) || statuses.has(429), 'a hundred were answered');
      },
    },
    {
      name: 'a request cannot name itself, and nothing is cached',
      async run() {
        const { headers } = await send('/healthz', { headers: { 'x-request-id': 'mine' } });
        holds(headers.get('x-request-id') !== 'mine', 'the caller named the request');
        for (const path of ['/api/person', '/readyz', '/api/session'])
          holds((await send(path)).headers.get('cache-control') === 'no-store', `${path} may be cached`);
      },
    },
    { name: 'a refused body holds up no request after it', run: () => refusedBody(target) },
    { name: 'slow clients hold nobody up', run: () => slowHeaders(target, send) },
    {
      name: 'questions after its health do not wear it down',
      async run() {
        const start = performance.now();
        const statuses = await flood(500, 50, () => send('/readyz'));
        holds(statuses.size === 1 && performance.now() - start < 15_000, `${[...statuses]}`);
      },
    },
  ];
}
