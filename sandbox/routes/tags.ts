import { contactOf, saveContact } from '../contact-access.ts';
import { dto, required, texts } from '../dto.ts';
import { badRequest } from '../errors.ts';
import { presentContactEvent } from '../present/webhook.ts';
import type { Call, Route } from '../route.ts';
import { defineTags, tidyTags } from '../tags.ts';

const tagsInput = dto<{ tags: string[] }>({ tags: required(texts) });

export const tagRoutes: Route[] = [
  { method: 'POST', path: '/contacts/:contactId/tags', scope: 'contacts.write', status: 201, handle: addTags },
  { method: 'DELETE', path: '/contacts/:contactId/tags', scope: 'contacts.write', handle: removeTags },
];

function addTags(call: Call) {
  const contact = contactOf(call);
  const given = tidyTags(call.accept(tagsInput).tags, call.quirks);
  const unknown = given.find((tag) => !call.location.tags.has(tag));
  if (unknown !== undefined && !call.quirks.tagsDefineThemselves) throw badRequest(`Tag ${unknown} does not exist`);
  defineTags(call.location, given, call.state.random);
  const tagsAdded = given.filter((tag) => !contact.tags.includes(tag));
  return { tags: retag(call, [...contact.tags, ...tagsAdded]), tagsAdded };
}

function removeTags(call: Call) {
  const contact = contactOf(call);
  const given = tidyTags(call.accept(tagsInput).tags, call.quirks);
  const tagsRemoved = contact.tags.filter((tag) => given.includes(tag));
  return {
    tags: retag(
      call,
      contact.tags.filter((tag) => !given.includes(tag)),
    ),
    tagsRemoved,
  };
}

function retag(call: Call, tags: string[]): string[] {
  const after = saveContact(call, { ...contactOf(call), tags, dateUpdated: call.now });
  call.emit('ContactTagUpdate', presentContactEvent(after));
  return tags;
}
