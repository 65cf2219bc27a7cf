import { Hono } from 'hono';
import type { ProxyEnv } from '../env.ts';
import type { Bus } from '../events/bus.ts';
import type { NamesOf } from '../grist/names.ts';
import { costOfLog, createFairUse } from './fair-use.ts';
import { createStateOf } from './scope.ts';
import { Agree, Begin, Claim, Finish, LogQuery, Person, ReadBase, Release, read, readBody } from './shapes.ts';
import { readableSpace, writableSpace } from './space.ts';
import type { StateTables } from './state.ts';

/** The routes of the state that a document's users share: base, log, leases, and who is who. */
export function createStateApi(
  tables: StateTables,
  { bus, namesOf }: { bus?: Bus | undefined; namesOf?: NamesOf | undefined } = {},
): Hono<ProxyEnv> {
  const app = new Hono<ProxyEnv>();
  const fairUse = createFairUse();
  const { readable, writable } = createStateOf(tables, bus, fairUse);
  for (const path of ['/state/*', '/activity']) app.use(path, fairUse.guard);

  app.post('/state/base', async (c) => {
    const state = readable(c);
    const { contactIds } = await readBody(c, ReadBase, 'It takes {"contactIds"}, at most 500.');
    return c.json({ contacts: await state.readBase(contactIds) });
  });
  app.post('/state/agree', async (c) => {
    const state = writable(c);
    const { agreements } = await readBody(c, Agree, 'It takes {"agreements"}, at most 1,000 values.');
    return c.json({ contacts: await state.agree(agreements) });
  });
  app.post('/state/begin', async (c) => {
    const state = writable(c);
    const { intents } = await readBody(c, Begin, 'It takes {"intents"}, at most 200.');
    await state.begin(intents);
    return c.json({}, 201);
  });
  app.post('/state/finish', async (c) => {
    const state = writable(c);
    const expected = 'It takes {"outcomes"}, at most 200, and {"agreements"}, at most 1,000 values.';
    const { outcomes, agreements, release } = await readBody(c, Finish, expected);
    return c.json({ contacts: await state.finish(outcomes, agreements, release) });
  });
  app.post('/state/claim', async (c) => {
    const state = writable(c);
    const expected = 'It takes {"holder", "keys", "ttl"}: at most 200 keys for at most 600,000 ms.';
    const { holder, keys, ttl } = await readBody(c, Claim, expected);
    return c.json({ granted: [...(await state.claim(holder, keys, ttl))] });
  });
  app.post('/state/release', async (c) => {
    const state = writable(c);
    const { holder, keys } = await readBody(c, Release, 'It takes {"holder", "keys"}, at most 200.');
    await state.release(holder, keys);
    return c.json({});
  });

  app.get('/activity', async (c) => {
    const space = readableSpace(c.get('session'));
    const { contact, problems, search, ...rest } = read(LogQuery, c.req.query(), 'The query is not understood.');
    const query = { ...rest, contactId: contact, problems: problems === 'true', search: search.trim().toLowerCase() };
    await fairUse.charge(c.get('session').person, query.problems || query.search ? costOfLog.search : costOfLog.page);
    const names = await namesOf?.(c.get('session').person);
    return c.json(await tables.listActivity(space, { before: undefined, ...query }, names));
  });
  app.get('/person', async (c) => {
    const session = c.get('session');
    return c.json((await tables.people.find(readableSpace(session), session.person.userId)) ?? {});
  });
  app.put('/person', async (c) => {
    const session = c.get('session');
    const space = writableSpace(session);
    const person = await readBody(c, Person, 'It takes {"highlevelUserId", "name"}, text.');
    await tables.people.introduce(space, session.person.userId, person.highlevelUserId ? person : null);
    return c.json({});
  });
  return app;
}
