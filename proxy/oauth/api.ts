import { Hono } from 'hono';
import * as v from 'valibot';
import { type HighLevelCode, HighLevelError } from '../../highlevel/errors.ts';
import type { ClientAddress } from '../client-address.ts';
import type { ProxyEnv } from '../env.ts';
import type { Person } from '../grist/authenticate.ts';
import { describeConnection } from '../session-api.ts';
import type { Session } from '../sessions.ts';
import { createLimit } from '../throttle.ts';
import type { Connecting } from './connect.ts';
import { claimScript, page } from './pages.ts';

const Claim = v.object({
  claim: v.pipe(v.string(), v.maxLength(100)),
  locationId: v.optional(v.pipe(v.string(), v.regex(/^\w{1,60}$/))),
});

function owner({ role, person }: Session): Person {
  if (role !== 'owner')
    throw new HighLevelError('forbidden', 'Only an owner of the document can connect it.', { reason: 'not-owner' });
  return person;
}

/** What the widget asks for its document: to begin a sign-in, to claim its outcome, and to disconnect. Owners only. */
export function createConnectionApi(connecting: Connecting): Hono<ProxyEnv> {
  const app = new Hono<ProxyEnv>();
  app.post('/begin', async (c) => c.json({ url: await connecting.begin(owner(c.get('session'))) }));
  app.post('/', async (c) => {
    const body = v.safeParse(Claim, await c.req.json().catch(() => undefined));
    if (!body.success) throw new HighLevelError('rejected', 'A claim needs {"claim"}, text.', { status: 400 });
    const outcome = await connecting.claim(owner(c.get('session')), body.output.claim, body.output.locationId);
    if (outcome && 'choose' in outcome) return c.json(outcome);
    return c.json({ connection: describeConnection(outcome) });
  });
  app.delete('/', async (c) => {
    await connecting.release(owner(c.get('session')));
    return c.json({ connection: null });
  });
  return app;
}

const statusOf: Partial<Record<HighLevelCode, 409 | 429>> = { conflict: 409, 'rate-limited': 429 };

/** The page on which HighLevel's window ends. */
export function createOauthPages(connecting: Connecting, addressOf: ClientAddress): Hono<ProxyEnv> {
  const foreign = createLimit('callbacks');
  const app = new Hono<ProxyEnv>();
  app.get('/claim.js', (c) => c.body(claimScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get('/callback', async (c) => {
    const { code, state, error } = c.req.query();
    if (error || !code)
      return c.html(page('HighLevel did not connect. You can close this window and press Connect once more.'), 400);
    if (!state) {
      return c.html(page('Begin in Grist: open the panel in your document and press Connect there.'), 400);
    }
    try {
      if (!connecting.isOurs(state)) await foreign.take(addressOf(c));
      return c.html(page('Connected. You can close this window.', await connecting.comeBack(code, state)));
    } catch (failure) {
      if (!(failure instanceof HighLevelError)) throw failure;
      if (failure.details.retryAfter !== undefined) c.header('retry-after', String(failure.details.retryAfter));
      return c.html(page(failure.message), statusOf[failure.code] ?? 502);
    }
  });
  return app;
}
