import { expect, test } from 'vitest';
import { databaseKinds, newDatabase } from '../helpers/databases.ts';
import { arrangeState, contactId, intent } from './arrange-state.ts';

test.each(databaseKinds)('an intent is told before, its outcome after, newest first, on %s', async (kind) => {
  const { state, activity, later } = await arrangeState(await newDatabase(kind));
  const [first, second] = [intent(), intent({ what: 'phone', from: '', to: '+44 1' })];
  await state.begin([first]);
  later(10);
  await state.begin([second]);
  await state.finish([{ id: first.id, result: 'half', reason: 'access-rule' }]);
  await state.finish([{ id: first.id, result: 'saved', traceId: 't1' }]);
  const { entries, more } = await activity.list();
  expect(more).toBe(false);
  expect(entries).toMatchObject([
    { id: second.id, what: 'phone', to: '+44 1', result: null },
    { id: first.id, what: 'city', from: 'Bath', to: 'Kisumu', result: 'saved', traceId: 't1', person: { userId: 6 } },
  ]);
});

test.each(databaseKinds)('an intent told twice is one entry, on %s', async (kind) => {
  const { state, activity } = await arrangeState(await newDatabase(kind));
  const told = intent();
  await state.begin([told]);
  await state.begin([{ ...told, to: 'another' }]);
  expect((await activity.list()).entries).toMatchObject([{ id: told.id, to: 'Kisumu' }]);
});

test('nothing in it is ever changed: each outcome is a row of its own', async () => {
  const { state, store } = await arrangeState(await newDatabase('the embedded database'));
  const told = intent();
  await state.begin([told]);
  await state.finish([{ id: told.id, result: 'unknown' }]);
  await state.finish([{ id: told.id, result: 'saved' }]);
  const rows = await store.selectFrom('activity_outcome').select(['position', 'result']).orderBy('position').execute();
  expect(rows).toEqual([
    { position: 1, result: 'unknown' },
    { position: 2, result: 'saved' },
  ]);
});

test('an outcome without an intent is ignored', async () => {
  const { state, activity } = await arrangeState(await newDatabase('the embedded database'));
  await state.finish([{ id: crypto.randomUUID(), result: 'saved' }]);
  expect((await activity.list()).entries).toEqual([]);
});

test('it is searched, narrowed to a contact and to problems, a page at a time', async () => {
  const { state, activity, later } = await arrangeState(await newDatabase('the embedded database'));
  for (let index = 0; index < 12; index++) {
    const told = intent({ to: `Town ${index}`, contactId: index % 2 ? contactId : 'anotherContact00001' });
    later(1);
    await state.begin([told]);
    if (index !== 5) await state.finish([{ id: told.id, result: index === 3 ? 'refused' : 'saved' }]);
  }
  const towns = async (query: object) => (await activity.list(query)).entries.map(({ to }) => to);
  expect(await towns({ search: 'TOWN 1' })).toEqual(['Town 11', 'Town 10', 'Town 1']);
  expect(await towns({ contactId, limit: 2 })).toEqual(['Town 11', 'Town 9']);
  expect(await towns({ problems: true })).toEqual(['Town 5', 'Town 3']);
  const first = await activity.list({ limit: 7 });
  expect(first.more).toBe(true);
  expect(await towns({ limit: 7, before: first.entries.at(-1)!.id })).toEqual([
    'Town 4',
    'Town 3',
    'Town 2',
    'Town 1',
    'Town 0',
  ]);
});

test.each(databaseKinds)('it forgets what is old and what is too much, on %s', async (kind) => {
  const { state, activity, tables, later, store } = await arrangeState(await newDatabase(kind));
  const old = intent({ to: 'old' });
  await state.begin([old]);
  await state.finish([{ id: old.id, result: 'saved' }]);
  later(40 * 24 * 3600_000);
  for (const to of ['a', 'b', 'c']) {
    later(1);
    await state.begin([intent({ to })]);
  }
  await tables.activity.tidy({ days: 30, entries: 2 });
  expect((await activity.list()).entries.map(({ to }) => to)).toEqual(['c', 'b']);
  expect(await store.selectFrom('activity_outcome').selectAll().execute()).toEqual([]);
});

test('people are named only where they said who they are', async () => {
  const { state, activity } = await arrangeState(await newDatabase('the embedded database'));
  await state.begin([intent()]);
  expect((await activity.list()).entries[0]?.person.name).toBeNull();
  await activity.introduce({ highlevelUserId: 'user1', name: 'Ben Osei' });
  expect(await activity.person()).toEqual({ highlevelUserId: 'user1', name: 'Ben Osei' });
  expect((await activity.list()).entries[0]?.person).toEqual({ userId: 6, highlevelUserId: 'user1', name: 'Ben Osei' });
  await activity.introduce(null);
  expect(await activity.person()).toBeNull();
});

test('no text is readable in the database', async () => {
  const { state, store } = await arrangeState(await newDatabase('the embedded database'));
  const told = intent({ from: 'secret one', to: 'secret two' });
  await state.begin([told]);
  await state.finish([{ id: told.id, result: 'refused', reason: 'secret three' }]);
  const rows = [
    await store.selectFrom('activity').selectAll().execute(),
    await store.selectFrom('activity_outcome').selectAll().execute(),
  ];
  expect(JSON.stringify(rows)).not.toContain('secret');
});

test('a viewer reads it and does not write', async () => {
  const { state, activity } = await arrangeState(await newDatabase('the embedded database'), { role: 'viewer' });
  expect(await activity.list()).toEqual({ entries: [], more: false });
  await expect(state.begin([intent()])).rejects.toMatchObject({ code: 'forbidden' });
});
