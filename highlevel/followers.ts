import type { Api, Call } from './client.ts';
import { path } from './path.ts';
import { shape, texts } from './read.ts';
import type { FollowersAnswer } from './wire.ts';

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
