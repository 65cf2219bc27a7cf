import { createSandbox } from '../../sandbox/app.ts';
import { newDatabase } from '../helpers/databases.ts';
import { type Death, type KillableProxy, startKillable } from './killable-proxy.ts';

/** A read, or the note of a key, asked of one of two proxies. */
export interface Wish {
  proxy: number;
  key: number | null;
}

/** Milliseconds after which the living take over from the dead. */
const lease = 7000;
const realNow = Date.now;

/** Two proxies on one database before one HighLevel, and what reaches it. `pass` turns the proxies' clock. */
export async function arrangeSchedule(pass: (milliseconds: number) => void) {
  const databaseUrl = await newDatabase('the embedded database');
  // HighLevel's clock is not turned: it repeats an answer of its token endpoint for half a minute only.
  const sandbox = createSandbox({ contacts: 2, now: () => realNow() });
  sandbox.limits.max = 10_000;
  const posted: string[] = [];
  /** Refresh tokens whose successors were heard by a process that lived to store them. */
  const redeemed: string[] = [];
  const heard: [string[], string[]] = [[], []];
  /** Access tokens that a proxy has heard of: one that nobody has cannot end. */
  const known: string[] = [];
  const start = (index: 0 | 1) =>
    startKillable(databaseUrl, sandbox, {
      async leaves(request) {
        const body = request.method === 'POST' ? await request.text() : '';
        if (request.url.endsWith('/notes')) posted.push(body);
        return async (answer) => {
          if (!request.url.endsWith('/oauth/token') || answer.status !== 200) return;
          heard[index].push(new URLSearchParams(body).get('refresh_token') ?? 'a code');
          known.push(((await answer.json()) as { access_token: string }).access_token);
        };
      },
      dies: () => pass(lease),
    });
  const proxies: [KillableProxy, KillableProxy] = [await start(0), await start(1)];
  await proxies[0].connect();
  const { session } = await proxies[0].enter();
  const contact = proxies[0].contactPath;
  const textOf = (key: number) => `Note ${key} of a schedule`;

  const ask = ({ proxy, key }: Wish) => {
    const asked = proxies[proxy as 0 | 1];
    return key === null
      ? asked.ask('GET', contact, session)
      : asked.ask('POST', `${contact}/notes`, session, { body: textOf(key) }, `key ${key}`);
  };
  const made = (key: number) =>
    [...sandbox.state.locations.values()].flatMap(({ notes }) =>
      [...notes.all()].filter(({ body }) => body.includes(textOf(key))),
    ).length;
  const isPosted = (key: number) => posted.some((body) => body.includes(textOf(key)));
  /** Puts a living process in place of a dead one. */
  const mend = async () => {
    for (const index of [0, 1] as const) {
      proxies[index].dieAt(undefined);
      const stored = heard[index].splice(0);
      if (!proxies[index].isDead()) redeemed.push(...stored);
      else {
        await proxies[index].stop();
        proxies[index] = await start(index);
      }
    }
    pass(lease);
  };
  const expire = () => {
    for (const token of known) sandbox.grants.expire(token);
  };
  const dieAt = ({ proxy, ...death }: Death & { proxy: number }) => proxies[proxy as 0 | 1].dieAt(death);
  const stop = () => Promise.all(proxies.map((proxy) => proxy.stop()));
  return { sandbox, dieAt, ask, made, isPosted, redeemed, expire, mend, stop };
}
