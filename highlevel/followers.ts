import type { Api, Call } from './client.ts';
import type { Contact } from './contact.ts';
import { searchContacts } from './contact-search.ts';
import { path } from './path.ts';
import { shape, texts } from './read.ts';
import type { FollowersAnswer } from './wire.ts';

/**
 * Reads the ids of the users who follow a contact. HighLevel tells them in its search alone, whose index is a few seconds
 * behind; `null` where the search does not find the contact.
 */
export async function readFollowers(
  api: Api,
  { id, locationId, email, phone, name }: Pick<Contact, 'id' | 'locationId' | 'email' | 'phone' | 'name'>,
  call?: Call,
): Promise<readonly string[] | null> {
  const query = email || phone || name;
  const found = searchContacts(api, { locationId, pageSize: 50, ...(query && { query }) }, call);
  let seen = 0;
  for await (const contact of found) {
    if (contact.id === id) return contact.followers;
    if (++seen >= 50) return null;
  }
  return null;
}

/** Lets users follow a contact and answers the ids of all who then do. */
export async function addFollowers(
  api: Api,
  contactId: string,
  userIds: readonly string[],
  call?: Call,
): Promise<string[]> {
  const request = { ...call, body: { followers: userIds }, effect: 'same' } as const;
  return texts(shape<FollowersAnswer>(await api.post(path`contacts/${contactId}/followers`, request)).followers);
}

/** Ends that users follow a contact and answers the ids of all who still do. */
export async function removeFollowers(
  api: Api,
  contactId: string,
  userIds: readonly string[],
  call?: Call,
): Promise<string[]> {
  const request = { ...call, body: { followers: userIds } };
  return texts(shape<FollowersAnswer>(await api.delete(path`contacts/${contactId}/followers`, request)).followers);
}
