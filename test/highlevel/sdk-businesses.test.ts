import { expect, test } from 'vitest';
import { failure } from './local-server.ts';
import { overSdk } from './sdk.ts';

/** The SDK types the answer to a write by the name of the update; HighLevel misspells its key. */
async function withBusiness() {
  const over = await overSdk();
  const { success, buiseness } = await over.sdk.businesses.createBusiness({
    locationId: over.locationId,
    name: 'Acme',
  });
  expect(success).toBe(true);
  return { ...over, businessId: buiseness.id };
}

test('the SDK makes a business and changes it', async () => {
  const { sdk, locationId, businessId } = await withBusiness();

  const changed = await sdk.businesses.updateBusiness({ businessId }, { city: 'Oslo' });
  expect(changed).toMatchObject({ success: true, buiseness: { id: businessId, name: 'Acme', city: 'Oslo' } });
  const { business } = await sdk.businesses.getBusiness({ businessId });
  expect(business).toMatchObject({ id: businessId, locationId, name: 'Acme', city: 'Oslo' });
});

test('the SDK lists businesses and deletes one', async () => {
  const { sdk, locationId, businessId } = await withBusiness();
  const ids = async () => (await sdk.businesses.getBusinessesByLocation({ locationId })).businesses.map(({ id }) => id);

  expect(await ids()).toContain(businessId);
  expect(await sdk.businesses.deleteBusiness({ businessId })).toMatchObject({ success: true });
  expect(await ids()).not.toContain(businessId);
  expect(await failure(sdk.businesses.getBusiness({ businessId }))).toMatchObject({ statusCode: expect.any(Number) });
});

test('the SDK puts contacts into a business and takes one out', async () => {
  const { sdk, locationId, businessId, contactIds } = await withBusiness();
  const ids = contactIds.slice(0, 2);

  const put = await sdk.contacts.addRemoveContactFromBusiness({ locationId, ids, businessId });
  expect(put).toMatchObject({ success: true, ids });
  const { contacts = [], count } = await sdk.contacts.getContactsByBusinessId({ businessId, locationId });
  expect(contacts.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(count).toBe(2);
  const none = null as unknown as string;
  await sdk.contacts.addRemoveContactFromBusiness({ locationId, ids: ids.slice(0, 1), businessId: none });
  const left = await sdk.contacts.getContactsByBusinessId({ businessId, locationId });
  expect(left.contacts?.map(({ id }) => id)).toEqual(ids.slice(1));
});
