import { expect, test } from 'vitest';
import { openSandbox } from './ask.ts';

test('a business is made, changed and deleted under the wrapper buiseness', async () => {
  const { ask, locationId } = openSandbox();
  const made = await ask('POST', '/businesses/', { name: 'Analytical Engines', locationId, city: 'London' });
  expect(made).toMatchObject({ status: 201, body: { success: true, buiseness: { name: 'Analytical Engines' } } });
  const { id } = made.body.buiseness;
  expect(id).toMatch(/^[0-9a-f]{24}$/);
  const changed = await ask('PUT', `/businesses/${id}`, { city: 'Bath' });
  expect(changed).toMatchObject({ status: 200, body: { success: true, buiseness: { id, city: 'Bath' } } });
  const read = await ask('GET', `/businesses/${id}`);
  expect(read.body.business).toMatchObject({ id, name: 'Analytical Engines', city: 'Bath', locationId });
  expect((await ask('DELETE', `/businesses/${id}`)).body.success).toBe(true);
  expect((await ask('GET', `/businesses/${id}`)).status).toBe(400);
});

test('businesses are listed by limit and skip', async () => {
  const { ask, locationId } = openSandbox();
  const list = async (query: string) =>
    (await ask('GET', `/businesses/?locationId=${locationId}${query}`)).body.businesses as { id: string }[];
  const all = await list('');
  expect(all.length).toBe(60);
  expect(await list('&limit=10&skip=5')).toEqual(all.slice(5, 15));
});

test('contacts of a deleted business lose it', async () => {
  const { ask, contact, locationId, sandbox } = openSandbox();
  const [business] = (await ask('GET', `/businesses/?locationId=${locationId}`)).body.businesses;
  const ids = [sandbox.info.contactIds[0]];
  await ask('POST', '/contacts/bulk/business', { locationId, ids, businessId: business.id });
  await ask('DELETE', `/businesses/${business.id}`);
  expect((await ask('GET', contact)).body.contact.businessId).toBeUndefined();
});

test('an update refuses what belongs to HighLevel', async () => {
  const { ask, locationId } = openSandbox();
  const [business] = (await ask('GET', `/businesses/?locationId=${locationId}`)).body.businesses;
  expect((await ask('PUT', `/businesses/${business.id}`, { locationId })).status).toBe(422);
});
