import { expect, test } from 'vitest';
import {
  createBusiness,
  deleteBusiness,
  getBusiness,
  listBusinessContacts,
  listBusinesses,
  setBusiness,
  updateBusiness,
} from '../../highlevel/businesses.ts';
import { getContact } from '../../highlevel/contacts.ts';
import { collect } from '../../highlevel/pages.ts';
import { failure } from './local-server.ts';
import { overSandbox } from './over-sandbox.ts';

async function withBusiness(contacts = 60) {
  const over = overSandbox({ contacts });
  const business = await createBusiness(over.api, over.locationId, { name: 'Acme', city: 'Oslo' });
  return { ...over, business };
}

test('makes a business and reads it back', async () => {
  const { api, locationId, business } = await withBusiness();

  expect(business).toMatchObject({ locationId, name: 'Acme', city: 'Oslo', website: '' });
  expect(await getBusiness(api, business.id)).toEqual(business);
  expect(await collect(listBusinesses(api, locationId))).toContainEqual(business);
});

test('changes what is given of a business', async () => {
  const { api, sent, business } = await withBusiness();

  expect(await updateBusiness(api, business.id, { city: 'Bergen' })).toMatchObject({ name: 'Acme', city: 'Bergen' });
  expect(sent.at(-1)?.body).toEqual({ city: 'Bergen' });
});

test('deletes a business', async () => {
  const { api, business } = await withBusiness();

  await deleteBusiness(api, business.id);
  expect(await failure(getBusiness(api, business.id))).toMatchObject({ code: 'not-found' });
});

test('makes contacts belong to a business and to none', async () => {
  const { api, locationId, contactIds, business } = await withBusiness();
  const [one = '', other = ''] = contactIds;

  const ids = [one, other, 'nobodyNobodyNobody00'];
  expect(await setBusiness(api, locationId, ids, business.id)).toEqual([one, other]);
  expect(await getContact(api, one)).toMatchObject({ businessId: business.id });
  await setBusiness(api, locationId, [one], null);
  expect(await getContact(api, one)).toMatchObject({ businessId: '' });
  expect(await getContact(api, other)).toMatchObject({ businessId: business.id });
});

test('lists each contact of a business once, and sends large lists in parts', async () => {
  const { api, sent, locationId, contactIds, business } = await withBusiness(240);

  await setBusiness(api, locationId, contactIds, business.id);
  expect(
    sent
      .filter(({ path }) => path.endsWith('/bulk/business'))
      .map(({ body }) => (body as { ids: string[] }).ids.length),
  ).toEqual([50, 50, 50, 50, 40]);
  const found = await collect(listBusinessContacts(api, { locationId, businessId: business.id }));
  expect(found.map(({ id }) => id).sort()).toEqual([...contactIds].sort());
});

test('lists each contact of a business once while others leave it', async () => {
  const { api, locationId, contactIds, business } = await withBusiness(240);
  await setBusiness(api, locationId, contactIds, business.id);
  const left = contactIds.slice(0, 5);
  const given: string[] = [];

  for await (const { id } of listBusinessContacts(api, { locationId, businessId: business.id })) {
    if (given.push(id) === 60) await setBusiness(api, locationId, left, null);
  }
  expect(new Set(given).size).toBe(given.length);
  expect(contactIds.slice(5).every((id) => given.includes(id))).toBe(true);
});
