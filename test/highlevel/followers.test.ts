import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { addFollowers, readFollowers, removeFollowers } from '../../highlevel/followers.ts';
import { listUsers } from '../../highlevel/users.ts';
import { overSandbox } from './over-sandbox.ts';

test('lets users follow a contact and stop', async () => {
  const { api, contactId, companyId, locationId } = overSandbox();
  const [one, other] = (await listUsers(api, { companyId, locationId })).map(({ id }) => id) as [string, string];

  expect(await addFollowers(api, contactId, [one])).toContain(one);
  expect(await addFollowers(api, contactId, [one, other])).toEqual(expect.arrayContaining([one, other]));
  const left = await removeFollowers(api, contactId, [one]);
  expect(left).toContain(other);
  expect(left).not.toContain(one);
});

test('reads the followers of a contact from the search, which alone returns them', async () => {
  const { api, contactId, companyId, locationId } = overSandbox();
  const [user] = await listUsers(api, { companyId, locationId });
  await addFollowers(api, contactId, [user?.id ?? '']);
  const contact = await getContact(api, contactId);
  expect(await readFollowers(api, contact)).toContain(user?.id);
  expect(await readFollowers(api, { ...contact, id: 'nobody' })).toBeNull();
});
