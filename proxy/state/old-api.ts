import { Hono } from 'hono';
import type { ProxyEnv } from '../env.ts';
import type { Bus } from '../events/bus.ts';
import type { FairUse } from './fair-use.ts';
import { createStateOf } from './scope.ts';
import { Agree, Begin, Finish, ReadBase, read, readBody } from './shapes.ts';
import type { StateTables } from './state.ts';

export const oldPaths = ['/bases', '/base/*'];

/**
 * The routes of one contact or one entry a call, for pages that were opened before `/api/state` was there. The panel that
 * uses them last takes this file with it, and its client: `createBaseVerbs`, and `begin` and `finish` of `createActivityVerbs`.
 */
export function createOldApi(tables: StateTables, bus: Bus | undefined, fairUse: FairUse): Hono<ProxyEnv> {
  const app = new Hono<ProxyEnv>();
  const { readable, writable } = createStateOf(tables, bus, fairUse);

  app.post('/bases', async (c) => {
    const { contactIds } = await readBody(c, ReadBase, 'It takes {"contactIds"}, at most 500.');
    const found = Object.entries(await readable(c).readBase(contactIds));
    return c.json({ contacts: Object.fromEntries(found.map(([id, fields]) => [id, { fields }])) });
  });
  app.get('/base/:contactId', async (c) => {
    const contactId = c.req.param('contactId');
    return c.json({ fields: (await readable(c).readBase([contactId]))[contactId] ?? {} });
  });
  app.post('/base/:contactId', async (c) => {
    const state = writable(c);
    const agreement = { ...(await c.req.json().catch(() => ({}))), contactId: c.req.param('contactId') };
    const expected = 'It takes {"fields"}: {"value", "version"} by name.';
    const { agreements } = read(Agree, { agreements: [agreement] }, expected);
    return c.json({ fields: (await state.agree(agreements))[agreement.contactId] ?? {} });
  });
  app.post('/activity', async (c) => {
    const state = writable(c);
    const intent = await c.req.json().catch(() => undefined);
    await state.begin(read(Begin, { intents: [intent] }, 'An intent is incomplete.').intents);
    return c.json({}, 201);
  });
  app.post('/activity/:id/outcome', async (c) => {
    const state = writable(c);
    const outcome = { ...(await c.req.json().catch(() => ({}))), id: c.req.param('id') };
    const { outcomes } = read(Finish, { outcomes: [outcome] }, 'An outcome takes {"result"}.');
    await state.finish(outcomes);
    return c.json({}, 201);
  });
  return app;
}
