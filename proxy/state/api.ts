import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { HighLevelError } from '../../highlevel/errors.ts';
import { documentName } from '../connections.ts';
import type { ProxyEnv } from '../env.ts';
import type { Bus } from '../events/bus.ts';
import type { NamesOf } from '../grist/names.ts';
import { readableSpace, writableSpace } from './space.ts';
import type { SyncMemory } from './state.ts';

/** As long as HighLevel's longest field can be, and room to spare. */
const longest = 70_000;

const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const Field = v.pipe(v.string(), v.regex(/^[\w:.@-]{1,200}$/));
const Text = v.pipe(v.string(), v.maxLength(longest));

const Agreeing = v.object({
  fields: v.pipe(
    v.record(Field, v.object({ value: Text, version: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
    v.check((fields) => Object.keys(fields).length <= 200),
  ),
});
const Contacts = v.object({ contactIds: v.pipe(v.array(Id), v.maxLength(500)) });
const Intent = v.object({
  id: v.pipe(v.string(), v.uuid()),
  contactId: Id,
  rowId: v.nullish(v.number(), null),
  act: v.picklist(['field', 'task', 'note', 'appointment', 'contact', 'link']),
  what: Field,
  label: v.optional(v.pipe(v.string(), v.maxLength(500))),
  from: Text,
  to: Text,
  via: v.picklist(['panel', 'grid', 'highlevel', 'undo', 'conflict', 'mirror']),
});
const Outcome = v.object({
  result: v.picklist(['saved', 'refused', 'half', 'unknown', 'conflict', 'given-up']),
  reason: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
  traceId: v.optional(v.pipe(v.string(), v.maxLength(200))),
});
const Person = v.object({
  highlevelUserId: v.pipe(v.string(), v.maxLength(64)),
  name: v.pipe(v.string(), v.maxLength(200)),
});
const Question = v.object({
  contact: v.optional(Id),
  before: v.optional(v.pipe(v.string(), v.uuid())),
  limit: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(200)), '50'),
  problems: v.optional(v.picklist(['true', 'false']), 'false'),
  search: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
});

function read<Shape extends v.GenericSchema>(shape: Shape, value: unknown, needed: string): v.InferOutput<Shape> {
  const result = v.safeParse(shape, value);
  if (!result.success) throw new HighLevelError('rejected', needed, { status: 400 });
  return result.output;
}

const bodyOf = (c: Context<ProxyEnv>) => c.req.json().catch(() => undefined);
const contactOf = (c: Context<ProxyEnv>) => read(Id, c.req.param('contactId'), 'That is no id of a contact.');

/** What the widget keeps about a document: what both sides agreed on, what was done, and who is who. */
export function createSyncApi(
  { agreements, activity, people }: SyncMemory,
  { bus, namesOf }: { bus?: Bus | undefined; namesOf?: NamesOf | undefined } = {},
): Hono<ProxyEnv> {
  const app = new Hono<ProxyEnv>();
  const tell = (c: Context<ProxyEnv>, kind: 'base' | 'activity', data: string) =>
    bus?.tell({ document: documentName(c.get('session').person), kind, data });

  app.post('/bases', async (c) => {
    const space = readableSpace(c.get('session'));
    const { contactIds } = read(Contacts, await bodyOf(c), 'It needs {"contactIds"}, at most 500.');
    const found = await agreements.readMany(space, contactIds);
    return c.json({ contacts: Object.fromEntries(Object.entries(found).map(([id, fields]) => [id, { fields }])) });
  });
  app.get('/base/:contactId', async (c) =>
    c.json({ fields: await agreements.read(readableSpace(c.get('session')), contactOf(c)) }),
  );
  app.post('/base/:contactId', async (c) => {
    const [space, contactId] = [writableSpace(c.get('session')), contactOf(c)];
    const { fields } = read(Agreeing, await bodyOf(c), 'It needs {"fields"}: {"value", "version"} by field.');
    const agreed = await agreements.agree(space, contactId, fields);
    if (Object.values(agreed).some(({ accepted }) => accepted)) await tell(c, 'base', contactId);
    return c.json({ fields: agreed });
  });

  app.get('/activity', async (c) => {
    const space = readableSpace(c.get('session'));
    const { contact, problems, search, ...rest } = read(Question, c.req.query(), 'The question is not understood.');
    const asked = { ...rest, contactId: contact, problems: problems === 'true', search: search.trim().toLowerCase() };
    const names = await namesOf?.(c.get('session').person);
    return c.json(await activity.list(space, { before: undefined, ...asked }, names));
  });
  app.post('/activity', async (c) => {
    const { person } = c.get('session');
    const space = writableSpace(c.get('session'));
    await activity.begin(space, person.userId, read(Intent, await bodyOf(c), 'An intent lacks something.'));
    return c.json({}, 201);
  });
  app.post('/activity/:id/outcome', async (c) => {
    const space = writableSpace(c.get('session'));
    const outcome = read(Outcome, await bodyOf(c), 'An outcome needs {"result"}.');
    const contactId = await activity.finish(space, c.req.param('id'), outcome);
    if (contactId === null) throw new HighLevelError('not-found', 'Nobody told of that intent.');
    await tell(c, 'activity', contactId);
    return c.json({}, 201);
  });

  app.get('/person', async (c) => {
    const session = c.get('session');
    return c.json((await people.find(readableSpace(session), session.person.userId)) ?? {});
  });
  app.put('/person', async (c) => {
    const session = c.get('session');
    const person = read(Person, await bodyOf(c), 'It needs {"highlevelUserId", "name"}, text.');
    await people.introduce(writableSpace(session), session.person.userId, person.highlevelUserId ? person : null);
    return c.json({});
  });
  return app;
}
