import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

test('a business is made, changed and deleted under the wrapper buiseness', async () => {
  const { send, locationId } = openSandbox();
  const made = await send('POST', '/businesses/', { name: 'Analytical Engines', locationId, city: 'London' });
  expect(made).toMatchObject({ status: 201, body: { success: true, buiseness: { name: 'Analytical Engines' } } });
  const { id } = made.body.buiseness;
  expect(id).toMatch(/^[0-9a-f]{24}$/);
  const changed = await send('PUT', `/businesses/${id}`, { city: 'Bath' });
  expect(changed).toMatchObject({ status: 200, body: { success: true, buiseness: { id, city: 'Bath' } } });
  const read = await send('GET', `/businesses/${id}`);
  expect(read.body.business).toMatchObject({ id, name: 'Analytical Engines', city: 'Bath', locationId });
  expect((await send('DELETE', `/businesses/${id}`)).body.success).toBe(true);
  expect((await send('GET', `/businesses/${id}`)).status).toBe(400);
});

test('businesses are listed by limit and skip', async () => {
  const { send, locationId } = openSandbox();
  const list = async (query: string) =>
    (await send('GET', `/businesses/?locationId=${locationId}${query}`)).body.businesses as { id: string }[];
  const all = await list('');
  expect(all.length).toBe(60);
  expect(await list('&limit=10&skip=5')).toEqual(all.slice(5, 15));
});

test('contacts of a deleted business lose it', async () => {
  const { send, contact, locationId, sandbox } = openSandbox();
  const [business] = (await send('GET', `/businesses/?locationId=${locationId}`)).body.businesses;
  const ids = [sandbox.info.contactIds[0]];
  await send('POST', '/contacts/bulk/business', { locationId, ids, businessId: business.id });
  await send('DELETE', `/businesses/${business.id}`);
  expect((await send('GET', contact)).body.contact.businessId).toBeUndefined();
});

test('an update refuses HighLevel’s own fields', async () => {
  const { send, locationId } = openSandbox();
  const [business] = (await send('GET', `/businesses/?locationId=${locationId}`)).body.businesses;
  expect((await send('PUT', `/businesses/${business.id}`, { locationId })).status).toBe(422);
});
