import { contactOf, saveContact } from '../contact-access.ts';
import { dto, required, texts } from '../dto.ts';
import { badRequest } from '../errors.ts';
import type { Call, Route } from '../route.ts';

const path = '/contacts/:contactId/followers';

export const followerRoutes: Route[] = [
  { method: 'POST', path, scope: 'contacts.write', status: 201, handle: addFollowers },
  { method: 'DELETE', path, scope: 'contacts.write', handle: removeFollowers },
];

const input = dto<{ followers: string[] }>({ followers: required(texts) });

function addFollowers(call: Call) {
  const contact = contactOf(call);
  const given = [...new Set(call.accept(input).followers)];
  const unknown = given.find((id) => !call.state.users.get(id)?.roles?.locationIds?.includes(call.location.details.id));
  if (unknown !== undefined) throw badRequest(`User with id ${unknown} not found`);
  const followersAdded = given.filter((id) => !contact.followers.includes(id));
  const followers = [...contact.followers, ...followersAdded];
  saveContact(call, { ...contact, followers, dateUpdated: call.now });
  return { followers, followersAdded };
}

function removeFollowers(call: Call) {
  const contact = contactOf(call);
  const given = call.accept(input).followers;
  const followers = contact.followers.filter((id) => !given.includes(id));
  saveContact(call, { ...contact, followers, dateUpdated: call.now });
  return { followers, followersRemoved: contact.followers.filter((id) => given.includes(id)) };
}
