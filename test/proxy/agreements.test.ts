import { expect, test } from 'vitest';
import { databaseKinds, newDatabase } from '../helpers/databases.ts';
import { arrangeState, contactId } from './arrange-state.ts';

const agreement = (field: string, value: string, version = 0) => [
  { contactId, fields: { [field]: { value, version } } },
];

test.each(databaseKinds)('of twenty values for the same version one is stored, on %s', async (kind) => {
  const url = await newDatabase(kind);
  const [one, other] = [await arrangeState(url), await arrangeState(url)];
  await one.state.agree(agreement('city', 'Bath'));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      (index % 2 ? one : other).state.agree(agreement('city', `city ${index}`, 1)),
    ),
  );
  const city = (await one.state.readBase([contactId]))[contactId]?.city;
  expect(city?.version).toBe(2);
  // A late caller receives the stored value.
  expect(answers.filter((answer) => answer[contactId]?.city?.value === city?.value)).not.toHaveLength(0);
});

test.each(databaseKinds)('no value is readable in the database, on %s', async (kind) => {
  const { state, store } = await arrangeState(await newDatabase(kind));
  await state.agree(agreement('email', 'grace@example.org'));
  const rows = await store.selectFrom('agreement').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('grace');
});

test('another location of the same document has a base of its own', async () => {
  const url = await newDatabase('the embedded database');
  await (await arrangeState(url)).state.agree(agreement('city', 'Bath'));
  expect(await (await arrangeState(url, { locationId: 'loc2' })).state.readBase([contactId])).toEqual({});
});

test('a malformed contact id is rejected', async () => {
  const { state } = await arrangeState(await newDatabase('the embedded database'));
  const rejected = { code: 'rejected' };
  await expect(state.agree([{ contactId: 'no id!', fields: {} }])).rejects.toMatchObject(rejected);
  await expect(state.readBase(['no id!'])).rejects.toMatchObject(rejected);
});
