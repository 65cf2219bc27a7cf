import { expect, test } from 'vitest';
import { addFollowers, removeFollowers } from '../../highlevel/followers.ts';
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
