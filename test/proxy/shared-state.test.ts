import { expect, onTestFinished, test } from 'vitest';
import type { Agreement } from '../../engine/state.ts';
import { openBus } from '../../proxy/events/bus.ts';
import { databaseKinds, newDatabase } from '../helpers/databases.ts';
import { arrangeState, contactId, intent } from './arrange-state.ts';

const other = 'anotherContact00001';

const agreement = (id: string, values: Record<string, string>, version = 0): Agreement => ({
  contactId: id,
  fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, version }])),
});

test.each(databaseKinds)('values of many contacts are agreed on in one call, on %s', async (kind) => {
  const url = await newDatabase(kind);
  const [one, two] = [await arrangeState(url), await arrangeState(url)];
  const agreed = await one.state.agree([
    agreement(contactId, { 'city@People.1': 'Bath', 'phone@People.1': '' }),
    agreement(other, { 'city@People.2': 'Leeds' }),
  ]);
  expect(agreed).toEqual({
    [contactId]: {
      'city@People.1': { value: 'Bath', version: 1, at: expect.any(Number) },
      'phone@People.1': { value: '', version: 1, at: expect.any(Number) },
    },
    [other]: { 'city@People.2': { value: 'Leeds', version: 1, at: expect.any(Number) } },
  });
  expect(await two.state.readBase([contactId, other, 'unknownContact00000'])).toEqual(agreed);
});

test.each(databaseKinds)('of a late call the newer values are returned and the others stored, on %s', async (kind) => {
  const { state } = await arrangeState(await newDatabase(kind));
  await state.agree([agreement(contactId, { city: 'Bath', phone: '1' })]);
  await state.agree([agreement(contactId, { city: 'Kisumu' }, 1)]);
  const late = await state.agree([
    agreement(contactId, { city: 'Leeds', phone: '2' }, 1),
    agreement(other, { city: 'York' }),
  ]);
  expect(late).toMatchObject({
    [contactId]: { city: { value: 'Kisumu', version: 2 }, phone: { value: '2', version: 2 } },
    [other]: { city: { value: 'York', version: 1 } },
  });
});

test.each(databaseKinds)('calls on the same contacts at once do not block each other, on %s', async (kind) => {
  const url = await newDatabase(kind);
  const [one, two] = [await arrangeState(url), await arrangeState(url)];
  const contacts = Array.from({ length: 40 }, (_, index) => `contact${index}`);
  const calls = Array.from({ length: 10 }, (_, index) => {
    const agreements = contacts.map((id) => agreement(id, { city: `city ${index}`, phone: `phone ${index}` }));
    return (index % 2 ? one : two).state.agree(index % 3 ? agreements : agreements.toReversed());
  });
  const answers = await Promise.all(calls);
  const stored = await one.state.readBase(contacts);
  for (const answer of answers) expect(Object.keys(answer)).toHaveLength(40);
  expect(Object.values(stored).map(({ city }) => city?.version)).toEqual(Array(40).fill(1));
});

test.each(databaseKinds)('intents and outcomes are stored in batches, unknown ones ignored, on %s', async (kind) => {
  const { state, activity } = await arrangeState(await newDatabase(kind));
  const intents = [intent({ via: 'job' }), intent({ contactId: other, via: 'automation' })] as const;
  await state.begin(intents);
  await state.begin(intents);
  await state.finish([
    { id: crypto.randomUUID(), result: 'saved' },
    { id: intents[0].id, result: 'saved', traceId: 't1' },
    { id: intents[1].id, result: 'refused', reason: 'no' },
  ]);
  await state.finish([{ id: intents[1].id, result: 'saved' }]);
  const { entries } = await activity.list();
  const found = Object.fromEntries(entries.map(({ id, via, result, traceId }) => [id, { via, result, traceId }]));
  expect(found).toEqual({
    [intents[0].id]: { via: 'job', result: 'saved', traceId: 't1' },
    [intents[1].id]: { via: 'automation', result: 'saved', traceId: '' },
  });
});

test.each(databaseKinds)(
  'outcomes and agreements of one call are stored together or not at all, on %s',
  async (kind) => {
    const { state, activity, store } = await arrangeState(await newDatabase(kind));
    const line = intent();
    await state.begin([line]);
    const both = () => state.finish([{ id: line.id, result: 'saved' }], [agreement(contactId, { city: 'Kisumu' })]);
    await store.schema.alterTable('agreement').renameTo('agreement_away').execute();
    await expect(both()).rejects.toMatchObject({ code: 'unreachable' });
    expect((await activity.list()).entries).toMatchObject([{ result: null }]);
    await store.schema.alterTable('agreement_away').renameTo('agreement').execute();
    expect(await both()).toMatchObject({ [contactId]: { city: { value: 'Kisumu', version: 1 } } });
    expect((await activity.list()).entries).toMatchObject([{ result: 'saved' }]);
  },
);

test('each contact of a call has one event', async () => {
  const bus = await openBus('file::memory:', false);
  const { state, document } = await arrangeState(await newDatabase('the embedded database'), { bus });
  const seen: string[] = [];
  onTestFinished(bus.subscribe(document, ({ kind, data }) => void seen.push(`${kind} ${data}`)));
  const line = intent();
  await state.begin([line]);
  await state.finish(
    [{ id: line.id, result: 'saved' }],
    [agreement(contactId, { city: 'Bath', phone: '1' }), agreement(other, { city: 'York' })],
  );
  // Nothing of it is new.
  await state.agree([agreement(contactId, { city: 'Leeds' })]);
  expect(seen.toSorted()).toEqual([`activity ${contactId}`, `base ${other}`, `base ${contactId}`].toSorted());
});

test('a viewer reads the base and writes nothing', async () => {
  const { state } = await arrangeState(await newDatabase('the embedded database'), { role: 'viewer' });
  expect(await state.readBase([contactId])).toEqual({});
  const forbidden = { code: 'forbidden' };
  await expect(state.agree([agreement(contactId, { city: 'x' })])).rejects.toMatchObject(forbidden);
  await expect(state.begin([intent()])).rejects.toMatchObject(forbidden);
  await expect(state.finish([])).rejects.toMatchObject(forbidden);
  await expect(state.claim('page', ['key'], 1000)).rejects.toMatchObject(forbidden);
  await expect(state.release('page', ['key'])).rejects.toMatchObject(forbidden);
});

test('a call beyond a cap is rejected as a whole', async () => {
  const { state } = await arrangeState(await newDatabase('the embedded database'));
  const many = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);
  const rejected = { code: 'rejected' };
  await expect(state.readBase(many(501))).rejects.toMatchObject(rejected);
  await expect(state.agree(many(1001).map((id) => agreement(id, { city: 'x' })))).rejects.toMatchObject(rejected);
  await expect(state.begin(many(201).map(() => intent()))).rejects.toMatchObject(rejected);
  await expect(state.claim('page', many(201), 1000)).rejects.toMatchObject(rejected);
  await expect(state.claim('page', ['key'], 600_001)).rejects.toMatchObject(rejected);
  await state.agree(many(1000).map((id) => agreement(id, { city: 'x' })));
  expect(Object.keys(await state.readBase(many(500)))).toHaveLength(500);
});
