import type { Api, Call } from './client.ts';
import type { Contact } from './contact.ts';
import { searchContacts } from './contact-search.ts';
import { path } from './path.ts';
import { shape, texts } from './read.ts';
import type { FollowersResponse } from './wire.ts';

/**
 * Reads the ids of the users who follow a contact. Only HighLevel's search returns them, and its index lags a few seconds
 * behind; `null` when the search does not find the contact.
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

/** Adds followers to a contact and returns the ids of all its followers. */
export async function addFollowers(
  api: Api,
  contactId: string,
  userIds: readonly string[],
  call?: Call,
): Promise<string[]> {
  const request = { ...call, body: { followers: userIds }, effect: 'same' } as const;
  return texts(shape<FollowersResponse>(await api.post(path`contacts/${contactId}/followers`, request)).followers);
}

/** Removes followers from a contact and returns the ids of the remaining followers. */
export async function removeFollowers(
  api: Api,
  contactId: string,
  userIds: readonly string[],
  call?: Call,
): Promise<string[]> {
  const request = { ...call, body: { followers: userIds } };
  return texts(shape<FollowersResponse>(await api.delete(path`contacts/${contactId}/followers`, request)).followers);
}
