import { expect, test } from 'vitest';
import { overSdk } from './sdk.ts';

test('the SDK upserts a contact', async () => {
  const { sdk, locationId } = await overSdk();

  const made = await sdk.contacts.upsertContact({ locationId, email: 'ada@example.org', firstName: 'Ada' });
  expect(made).toMatchObject({ new: true, contact: { firstName: 'Ada' } });
  const changed = await sdk.contacts.upsertContact({ locationId, email: 'ada@example.org', city: 'London' });
  expect(changed).toMatchObject({ new: false, contact: { id: made.contact?.id, city: 'London' } });
  const { contact } = await sdk.contacts.getContact({ contactId: made.contact?.id ?? '' });
  expect(contact).toMatchObject({ firstName: 'Ada', city: 'London' });
});

test('the SDK lists contacts by the deprecated list', async () => {
  const { sdk, locationId, contactIds } = await overSdk();

  const first: { contacts?: { id?: string }[]; meta?: { startAfter: number; startAfterId: string } } =
    await sdk.contacts.getContacts({ locationId, limit: 40 });
  const second = await sdk.contacts.getContacts({ locationId, limit: 40, ...first.meta });
  const ids = [...(first.contacts ?? []), ...(second.contacts ?? [])].map(({ id }) => id);
  expect(ids.sort()).toEqual([...contactIds].sort());
});

test('the SDK tags many contacts', async () => {
  const { sdk, locationId, contactIds } = await overSdk();
  const contacts = contactIds.slice(0, 2);
  const tagsOf = async (contactId: string) => (await sdk.contacts.getContact({ contactId })).contact?.tags;

  const added = await sdk.contacts.createAssociation({ type: 'add' }, { contacts, tags: ['fair'], locationId });
  expect(added).toMatchObject({ succeded: true, errorCount: 0 });
  for (const contactId of contacts) expect(await tagsOf(contactId)).toContain('fair');
  await sdk.contacts.createAssociation({ type: 'remove' }, { contacts, tags: ['fair'], locationId });
  for (const contactId of contacts) expect(await tagsOf(contactId)).not.toContain('fair');
});

test('the SDK adds and removes followers', async () => {
  const { sdk, locationId, contactId } = await overSdk();
  const { users = [] } = await sdk.users.getUserByLocation({ locationId });
  const followers = users.slice(0, 2).map(({ id }) => id ?? '');

  const added = await sdk.contacts.addFollowersContact({ contactId }, { followers });
  expect(added.followers).toEqual(expect.arrayContaining(followers));
  const removed = await sdk.contacts.removeFollowersContact({ contactId }, { followers: followers.slice(0, 1) });
  expect(removed).toMatchObject({ followersRemoved: followers.slice(0, 1) });
  expect(removed.followers).not.toContain(followers[0]);
});

test('the SDK searches tasks across contacts', async () => {
  const { sdk, locationId, contactId } = await overSdk();
  const { tasks: expected = [] } = await sdk.contacts.getAllTasks({ contactId });

  const { tasks } = await sdk.locations.taskSearch({ locationId }, { contactId: [contactId], limit: 100 });
  const found = tasks as unknown as { id: string; title: string }[];
  expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
});

test('the SDK makes a tag known to the location', async () => {
  const { sdk, locationId } = await overSdk();

  const { tag } = await sdk.locations.createTag({ locationId }, { name: 'newcomer' });
  expect(tag).toMatchObject({ name: 'newcomer', locationId });
  expect((await sdk.locations.getLocationTags({ locationId })).tags).toContainEqual(tag);
});
