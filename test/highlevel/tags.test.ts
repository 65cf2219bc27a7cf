import { expect, test } from 'vitest';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { addTags, changeTags, createTag, listTags, removeTags } from '../../highlevel/tags.ts';
import { overSandbox } from './over-sandbox.ts';

test('adds tags to those that are there', async () => {
  const { api, contactId } = overSandbox();
  const { tags } = await getContact(api, contactId);

  expect(await addTags(api, contactId, ['vip', 'oslo'])).toEqual([...tags, 'vip', 'oslo']);
  expect(await addTags(api, contactId, ['vip'])).toEqual([...tags, 'vip', 'oslo']);
});

test('removes tags and leaves the others', async () => {
  const { api, contactId } = overSandbox();
  const { tags } = await getContact(api, contactId);
  await addTags(api, contactId, ['vip', 'oslo']);

  expect(await removeTags(api, contactId, ['vip', 'never there'])).toEqual([...tags, 'oslo']);
});

test('adds tags once although the first response was lost', async () => {
  const { api, sandbox, contactId } = overSandbox();
  sandbox.faults.add('cut-after', { times: 1 });

  const tags = await addTags(api, contactId, ['vip']);
  expect(tags.filter((tag) => tag === 'vip')).toHaveLength(1);
});

test('keeps the tags of a contact whose fields change', async () => {
  const { api, contactId } = overSandbox();
  await addTags(api, contactId, ['vip']);

  expect((await updateContact(api, contactId, { city: 'Oslo' })).tags).toContain('vip');
});

test('changes the tags of many contacts', async () => {
  const { api, locationId, contactIds } = overSandbox();
  const some = contactIds.slice(0, 3);

  expect(await changeTags(api, 'add', { locationId, contactIds: some, tags: ['fair'] })).toEqual([]);
  for (const contactId of some) expect((await getContact(api, contactId)).tags).toContain('fair');
  await changeTags(api, 'remove', { locationId, contactIds: some.slice(1), tags: ['fair'] });
  expect((await getContact(api, some[0] ?? '')).tags).toContain('fair');
  expect((await getContact(api, some[1] ?? '')).tags).not.toContain('fair');
});

test('names the contacts of many that HighLevel left as they were', async () => {
  const { api, locationId, contactId } = overSandbox();

  const contactIds = [contactId, 'nobodyNobodyNobody00'];
  const unchanged = await changeTags(api, 'add', { locationId, contactIds, tags: ['fair'] });
  expect(unchanged).toEqual([{ contactId: 'nobodyNobodyNobody00', complaint: 'contact is deleted' }]);
});

test('lists the tags of the location, also one that was just added', async () => {
  const { api, locationId } = overSandbox();

  const tag = await createTag(api, locationId, 'newcomer');
  expect(tag).toMatchObject({ id: expect.stringMatching(/./), name: 'newcomer' });
  expect(await listTags(api, locationId)).toContainEqual(tag);
});
