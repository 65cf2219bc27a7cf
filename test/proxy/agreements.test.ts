import { expect, test } from 'vitest';
import { databaseKinds, newDatabase } from '../helpers/databases.ts';
import { arrangeState, contactId } from './arrange-state.ts';

test.each(databaseKinds)('what both sides agreed on is read by everybody in the document, on %s', async (kind) => {
  const url = await newDatabase(kind);
  const [one, other] = [await arrangeState(url), await arrangeState(url)];
  await one.base.agree(contactId, { city: { value: 'Bath', version: 0 }, 'custom:f1': { value: 'a\nb', version: 0 } });
  expect(await other.base.read(contactId)).toEqual({
    city: { value: 'Bath', version: 1, at: expect.any(Number) },
    'custom:f1': { value: 'a\nb', version: 1, at: expect.any(Number) },
  });
  expect(await other.base.readMany([contactId, 'unknownContact00000'])).toHaveProperty(
    [contactId, 'city', 'value'],
    'Bath',
  );
});

test.each(databaseKinds)('of twenty who saw the same version one is taken, on %s', async (kind) => {
  const url = await newDatabase(kind);
  const [one, other] = [await arrangeState(url), await arrangeState(url)];
  await one.base.agree(contactId, { city: { value: 'Bath', version: 0 } });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      (index % 2 ? one : other).base.agree(contactId, { city: { value: `city ${index}`, version: 1 } }),
    ),
  );
  const { city } = await one.base.read(contactId);
  expect(city?.version).toBe(2);
  // Whoever came late is told what is there.
  expect(answers.filter((answer) => answer.city?.value === city?.value)).not.toHaveLength(0);
});

test.each(databaseKinds)('a late writer does not replace what is newer, on %s', async (kind) => {
  const { base } = await arrangeState(await newDatabase(kind));
  await base.agree(contactId, { city: { value: 'Bath', version: 0 } });
  await base.agree(contactId, { city: { value: 'Kisumu', version: 1 } });
  const late = await base.agree(contactId, { city: { value: 'Leeds', version: 1 } });
  expect(late.city).toMatchObject({ value: 'Kisumu', version: 2 });
});

test.each(databaseKinds)('no value is readable in the database, on %s', async (kind) => {
  const { base, store } = await arrangeState(await newDatabase(kind));
  await base.agree(contactId, { email: { value: 'grace@example.org', version: 0 } });
  const rows = await store.selectFrom('agreement').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('grace');
});

test('another location of the same document begins anew', async () => {
  const url = await newDatabase('the embedded database');
  await (await arrangeState(url)).base.agree(contactId, { city: { value: 'Bath', version: 0 } });
  expect(await (await arrangeState(url, { locationId: 'loc2' })).base.read(contactId)).toEqual({});
});

test('a viewer reads and does not write', async () => {
  const { base } = await arrangeState(await newDatabase('the embedded database'), { role: 'viewer' });
  expect(await base.read(contactId)).toEqual({});
  await expect(base.agree(contactId, { city: { value: 'x', version: 0 } })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a question that makes no sense is refused', async () => {
  const { base } = await arrangeState(await newDatabase('the embedded database'));
  const many = Array.from({ length: 501 }, (_, index) => `contact${index}`);
  await expect(base.readMany(many)).rejects.toMatchObject({ code: 'rejected' });
  await expect(base.agree('no id!', {})).rejects.toMatchObject({ code: 'rejected' });
});
