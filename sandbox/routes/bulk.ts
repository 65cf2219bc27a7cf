import { saveContact } from '../contact-access.ts';
import { dto, filled, flag, nullable, optional, required, text, texts } from '../dto.ts';
import { unknownId, unknownRoute, unprocessable } from '../errors.ts';
import { presentContactEvent } from '../present/webhook.ts';
import type { Call, Route } from '../route.ts';
import type { ContactRecord } from '../state.ts';
import { defineTags, tidyTags } from '../tags.ts';

export const bulkRoutes: Route[] = [
  { method: 'POST', path: '/contacts/bulk/business', scope: 'contacts.write', handle: setBusiness },
  {
    method: 'POST',
    path: '/contacts/bulk/tags/update/:type',
    scope: 'contacts.write',
    status: 201,
    handle: updateTags,
  },
];

const businessInput = dto<{ locationId: string; ids: string[]; businessId: string | null }>({
  locationId: required(text, filled),
  ids: required(texts),
  businessId: { ...nullable(text), required: true },
});

/** The only endpoint that sets or clears the business of a contact. */
function setBusiness(call: Call) {
  const { ids, businessId } = call.accept(businessInput);
  if (call.version === 'v3' && ids.length > 50) throw unprocessable(['ids must contain no more than 50 elements']);
  if (businessId !== null && !call.location.businesses.has(businessId)) throw unknownId('Business', businessId);
  const changed = ids.flatMap((id) => call.location.contacts.get(id) ?? []);
  for (const contact of changed) {
    saveContact(call, { ...contact, businessId, dateUpdated: call.now });
  }
  return { success: true, ids: changed.map(({ id }) => id) };
}

const tagsInput = dto<{ contacts: string[]; tags: string[]; locationId: string; removeAllTags?: boolean }>({
  contacts: required(texts),
  tags: required(texts),
  locationId: required(text, filled),
  removeAllTags: optional(flag),
});

function updateTags(call: Call) {
  const type = call.param('type');
  if (type !== 'add' && type !== 'remove') throw unknownRoute('POST', `/contacts/bulk/tags/update/${type}`);
  const input = call.accept(tagsInput);
  const tags = tidyTags(input.tags, call.quirks);
  if (type === 'add') defineTags(call.location, tags, call.state.random);
  const responses = input.contacts.map((contactId) => {
    const contact = call.location.contacts.get(contactId);
    if (!contact) return { contactId, message: messageFor(call, contactId), type: 'error' };
    const kept = input.removeAllTags ? [] : contact.tags.filter((tag) => type === 'add' || !tags.includes(tag));
    return { contactId, ...retag(call, contact, type === 'add' ? [...new Set([...kept, ...tags])] : kept) };
  });
  const errorCount = responses.filter((response) => 'type' in response && response.type === 'error').length;
  return { succeded: true, errorCount, responses };
}

function retag(call: Call, contact: ContactRecord, tags: string[]) {
  const after = saveContact(call, { ...contact, tags, dateUpdated: call.now });
  call.emit('ContactTagUpdate', presentContactEvent(after));
  return {
    message: 'Tags updated',
    type: 'success',
    oldTags: contact.tags,
    tagsAdded: tags.filter((tag) => !contact.tags.includes(tag)),
    tagsRemoved: contact.tags.filter((tag) => !tags.includes(tag)),
  };
}

function messageFor({ state }: Call, contactId: string): string {
  if (!/^[A-Za-z0-9]{20}$/.test(contactId)) return 'contact id is not a valid firebase id';
  const isElsewhere = [...state.locations.values()].some(({ contacts }) => contacts.has(contactId));
  return isElsewhere ? 'contact does not belong to location' : 'contact is deleted';
}
