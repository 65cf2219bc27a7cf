import { expect, test } from 'vitest';
import type { Agreement } from '../../engine/state.ts';
import type { StateCaps } from '../../proxy/state/limits.ts';
import { usualCaps } from '../../proxy/state/limits.ts';
import { forgetSpace } from '../../proxy/state/space.ts';
import { databaseKinds, newDatabase } from '../helpers/databases.ts';
import { arrangeState, contactId, intent } from './arrange-state.ts';

type Kind = (typeof databaseKinds)[number];

const arrange = async (kind: Kind, caps: Partial<StateCaps> = {}) =>
  arrangeState(await newDatabase(kind), { caps: { ...usualCaps, ...caps } });

const of = (id: string, fields: Record<string, string>, version = 0): Agreement => ({
  contactId: id,
  fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value, version }])),
});

const isFull = { code: 'rejected', details: { reason: 'full' } };
const day = 24 * 3600_000;

/** What is counted of base and log, and what is there. */
async function sizesOf({ store }: Awaited<ReturnType<typeof arrange>>) {
  const counted = await store.selectFrom('state_size').selectAll().execute();
  const bytes = (rows: { sealed: string }[]) => rows.reduce((sum, { sealed }) => sum + sealed.length, 0);
  const base = await store.selectFrom('agreement').select('sealed').execute();
  const entries = await store.selectFrom('activity').select('sealed').execute();
  const outcomes = await store.selectFrom('activity_outcome').select('sealed').execute();
  const sizeOf = (part: string) => {
    const { entries = 0, bytes = 0 } = counted.find((row) => row.part === part) ?? {};
    return { entries, bytes };
  };
  return {
    counted: { base: sizeOf('base'), log: sizeOf('log') },
    real: {
      base: { entries: base.length, bytes: bytes(base) },
      log: { entries: entries.length, bytes: bytes(entries) + bytes(outcomes) },
    },
  };
}

test.each(databaseKinds)(
  'no new value is stored beyond the cap, and stored ones stay up to date, on %s',
  async (kind) => {
    const { state } = await arrange(kind, { values: 3 });
    await state.agree([of(contactId, { city: 'Bath', phone: '1' })]);
    await expect(state.agree([of('other', { city: 'Leeds', phone: '2' })])).rejects.toMatchObject(isFull);
    expect(await state.readBase(['other'])).toEqual({});
    await state.agree([of('other', { city: 'Leeds' })]);
    expect(await state.agree([of(contactId, { city: 'York' }, 1)])).toMatchObject({
      [contactId]: { city: { version: 2 } },
    });
  },
);

test('no contact has more than its part', async () => {
  const { state } = await arrange('the embedded database', { valuesOfContact: 2 });
  await expect(state.agree([of(contactId, { a: '', b: '', c: '' })])).rejects.toMatchObject(isFull);
  await state.agree([of(contactId, { a: '', b: '' }), of('other', { a: '' })]);
  await expect(state.agree([of(contactId, { c: '' })])).rejects.toMatchObject(isFull);
});

test('a base whose bytes are used up takes shorter values, and none that are longer', async () => {
  const { state } = await arrange('the embedded database', { baseBytes: 5_000 });
  await state.agree([of(contactId, { about: 'x'.repeat(3_000) })]);
  await expect(state.agree([of(contactId, { about: 'x'.repeat(4_000) }, 1)])).rejects.toMatchObject(isFull);
  await expect(state.agree([of('other', { about: 'x'.repeat(3_000) })])).rejects.toMatchObject(isFull);
  await state.agree([of(contactId, { about: 'short' }, 1)]);
  await state.agree([of('other', { about: 'x'.repeat(3_000) })]);
});

test.each(databaseKinds)('an outcome is stored although the base is full, on %s', async (kind) => {
  const { state, activity } = await arrange(kind, { values: 0 });
  const line = intent();
  await state.begin([line]);
  expect(await state.finish([{ id: line.id, result: 'saved' }], [of(contactId, { city: 'Bath' })])).toEqual({});
  expect((await activity.list()).entries).toMatchObject([{ result: 'saved' }]);
});

test.each(databaseKinds)('what is counted is what is there, whatever happens, on %s', async (kind) => {
  const arranged = await arrange(kind);
  const { state, later, tables } = arranged;
  await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      state.agree(['a', 'b', 'c'].map((id) => of(id, { city: 'x'.repeat(10 * index), [`own${index}`]: 'y' }))),
    ),
  );
  await state.agree([of('a', { city: 'longer than before'.repeat(9), own1: '' }, 1)]);
  const lines = [intent(), intent(), intent()];
  await state.begin(lines);
  await state.begin(lines);
  for (const reason of ['one', 'two', 'three'])
    await state.finish([{ id: lines[0]!.id, result: 'refused', reason }], [of('a', { city: reason }, 2)]);
  const { counted, real } = await sizesOf(arranged);
  expect(counted).toEqual(real);
  expect(real.base.entries).toBe(21);

  later(500 * day);
  await state.readBase(['b']);
  await tables.tidyBase();
  await tables.activity.tidy({ days: 400, entries: 1000 });
  const after = await sizesOf(arranged);
  expect(after.counted).toEqual(after.real);
  expect(after.real).toEqual({ base: { entries: 7, bytes: expect.any(Number) }, log: { entries: 0, bytes: 0 } });
});

test.each(databaseKinds)(
  'the base of a contact goes that nobody has read or written for 400 days, on %s',
  async (kind) => {
    const { state, later, tables } = await arrange(kind);
    await state.agree(['unused', 'read', 'written'].map((id) => of(id, { city: 'Bath', phone: '' })));
    later(399 * day);
    await tables.tidyBase();
    expect(Object.keys(await state.readBase(['read']))).toEqual(['read']);
    await state.agree([of('written', { city: 'York' }, 1)]);
    later(2 * day);
    await tables.tidyBase();
    expect(Object.keys(await state.readBase(['unused', 'read', 'written'])).toSorted()).toEqual(['read', 'written']);
  },
);

test('a log beyond its cap loses its oldest entries at once', async () => {
  const { state, activity, later } = await arrange('the embedded database', { logBytes: 200_000 });
  for (let index = 0; index < 12; index++) {
    later(1);
    await state.begin(Array.from({ length: 100 }, () => intent({ from: 'x'.repeat(100), to: String(index) })));
  }
  await expect.poll(async () => (await activity.list({ limit: 1 })).entries[0]?.to).toBe('11');
  const { entries } = await activity.list({ limit: 200, search: '0' });
  expect(entries.filter(({ to }) => to === '0')).toEqual([]);
});

test.each(databaseKinds)('a document has so many leases at most, and ended ones do not count, on %s', async (kind) => {
  const { state, store } = await arrange(kind, { leases: 3 });
  await state.claim('page', ['a', 'b'], 60_000);
  await expect(state.claim('page', ['c', 'd'], 60_000)).rejects.toMatchObject(isFull);
  await store.updateTable('lease').set({ until: 1 }).where('key', '=', 'a').execute();
  expect(await state.claim('page', ['c', 'd'], 60_000)).toEqual(new Set(['c', 'd']));
});

test('a document that is disconnected leaves nothing counted', async () => {
  const { state, store, document } = await arrange('the embedded database');
  await state.agree([of(contactId, { city: 'Bath' })]);
  await state.begin([intent()]);
  await forgetSpace(store, document, 'loc1');
  expect(await store.selectFrom('state_size').selectAll().execute()).toEqual([]);
});
