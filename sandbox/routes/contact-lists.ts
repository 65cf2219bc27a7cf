import type { ContactListResponse } from '../../highlevel/wire.ts';
import { wholeNumber } from '../contact-access.ts';
import { fullName } from '../duplicates.ts';
import { forbidden, unknownId } from '../errors.ts';
import { presentListed } from '../present/contact.ts';
import type { Call, Route } from '../route.ts';
import type { ContactRecord } from '../state.ts';
import { matchesQuery } from './contact-search.ts';

export const contactListRoutes: Route[] = [
  { method: 'GET', path: '/contacts', scope: 'contacts.readonly', handle: listContacts },
  { method: 'GET', path: '/contacts/business/:businessId', scope: 'contacts.readonly', handle: listOfBusiness },
];

/** Deprecated, but still available: newest first; `startAfter` and `startAfterId` together identify the last contact received. */
function listContacts(call: Call): ContactListResponse {
  const { query, location } = call;
  if (!query.get('locationId')) throw forbidden();
  const limit = wholeNumber(call, 'limit', 20, 100);
  const found = call
    .indexed()
    .filter(matchesQuery(query.get('query')))
    .sort((one, other) => other.dateAdded - one.dateAdded || (one.id < other.id ? -1 : 1));
  const start = startOf(found, wholeNumber(call, 'startAfter', 0), query.get('startAfterId'));
  const page = found.slice(start, start + limit);
  const last = start + limit < found.length ? page.at(-1) : undefined;
  const next = new URLSearchParams({
    locationId: location.details.id,
    limit: `${limit}`,
    ...(last && { startAfter: `${last.dateAdded}`, startAfterId: last.id }),
  });
  const currentPage = Math.floor(start / limit) + 1;
  return {
    contacts: page.map((contact) => presentListed(contact, call)),
    count: found.length,
    meta: {
      total: found.length,
      nextPageUrl: last ? `http://services.leadconnectorhq.com/contacts/?${next}` : null,
      startAfterId: last?.id ?? null,
      startAfter: last?.dateAdded ?? null,
      currentPage,
      nextPage: last ? currentPage + 1 : null,
      prevPage: currentPage > 1 ? currentPage - 1 : null,
    },
  };
}

function startOf(found: ContactRecord[], startAfter: number, startAfterId: string | null): number {
  if (!startAfter) return 0;
  const index = found.findIndex(
    ({ dateAdded, id }) =>
      dateAdded < startAfter || (startAfterId !== null && dateAdded === startAfter && id > startAfterId),
  );
  return index < 0 ? found.length : index;
}

function listOfBusiness(call: Call): ContactListResponse {
  const { query, location } = call;
  const businessId = call.param('businessId');
  if (!query.get('locationId')) throw forbidden();
  if (!location.businesses.has(businessId)) throw unknownId('Business', businessId);
  const found = [...location.contacts.values()]
    .filter((contact) => contact.businessId === businessId)
    .filter(matchesQuery(query.get('query')))
    .map((contact) => ({ contact, key: `${fullName(contact)},${contact.id}` }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const limit = wholeNumber(call, 'limit', 25, 100);
  // The cursor (`name,id` of the last contact received) exists only in v3.
  const cursor = call.version === 'v3' ? query.getAll('startAfter').join(',') : '';
  const after = cursor ? found.filter(({ key }) => key > cursor) : found;
  const page = after.slice(wholeNumber(call, 'skip', 0)).slice(0, limit);
  return { contacts: page.map(({ contact }) => presentListed(contact, call)), count: found.length };
}
