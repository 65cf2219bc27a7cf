import type { WireContactSearch } from '../../highlevel/wire.ts';
import { dto, filled, list, longest, number, optional, required, text } from '../dto.ts';
import { fullName } from '../duplicates.ts';
import { badRequest, unprocessable } from '../errors.ts';
import { presentFound } from '../present/contact.ts';
import type { Call, Route } from '../route.ts';
import { matcherOf, sortValue } from '../search-filter.ts';
import type { ContactRecord } from '../state.ts';

const search = dto<WireContactSearch>({
  locationId: required(text, filled),
  pageLimit: required(number),
  page: optional(number),
  searchAfter: optional(list),
  query: optional(text, longest(75)),
  filters: optional(list),
  sort: optional(list),
});

export const contactSearchRoutes: Route[] = [
  { method: 'POST', path: '/contacts/search', scope: 'contacts.readonly', handle: searchContacts },
];

/** Page numbers reach this many records; further records need `searchAfter`. */
const maxRecords = 10_000;

function searchContacts(call: Call) {
  const input = call.accept(search);
  if (input.pageLimit < 1 || input.pageLimit > 500) throw unprocessable(['pageLimit must not be greater than 500']);
  const page = input.page ?? 1;
  if (page < 1) throw unprocessable(['page must not be less than 1']);
  if (input.page !== undefined && input.searchAfter) throw badRequest('page and searchAfter cannot be used together');
  if (!input.searchAfter && page * input.pageLimit > maxRecords) {
    throw badRequest(`Only the first ${maxRecords} records can be reached by page; use searchAfter`);
  }
  const found = call
    .indexed()
    .filter(matchesQuery(input.query))
    .filter(matcherOf(input.filters ?? [], call.location));
  const sort = input.sort?.[0] ?? { field: 'dateAdded', direction: 'desc' };
  const direction = sort.direction === 'asc' ? 1 : -1;
  const keyed = found.map((contact) => ({ contact, key: sortValue(contact, sort.field) }));
  keyed.sort((one, other) => direction * compare([one.key, one.contact.id], [other.key, other.contact.id]));
  const { searchAfter } = input;
  const start = searchAfter
    ? firstAfter(
        keyed.map(({ key, contact }) => [key, contact.id]),
        searchAfter,
        direction,
      )
    : (page - 1) * input.pageLimit;
  const { searchPagesInTurn, searchPageAtMost } = call.quirks;
  const size = Math.min(input.pageLimit, searchPageAtMost ?? input.pageLimit);
  const given = searchPagesInTurn === null ? start : start % (searchPagesInTurn * size);
  return {
    contacts: keyed
      .slice(given, given + size)
      .map(({ contact, key }) => presentFound(contact, call, [key as number, contact.id])),
    total: found.length,
  };
}

function firstAfter(keys: [string | number, string][], cursor: unknown[], direction: number): number {
  const [key, id] = cursor;
  if ((typeof key !== 'number' && typeof key !== 'string') || typeof id !== 'string') {
    throw badRequest('Invalid searchAfter');
  }
  const index = keys.findIndex((entry) => direction * compare(entry, [key, id]) > 0);
  return index < 0 ? keys.length : index;
}

function compare([one, oneId]: [string | number, string], [other, otherId]: [string | number, string]): number {
  if (one !== other) return one < other ? -1 : 1;
  return oneId < otherId ? -1 : oneId > otherId ? 1 : 0;
}

/** Free text is matched with names, e-mails, phones (by digits), company and tags. */
export function matchesQuery(query: string | null | undefined): (contact: ContactRecord) => boolean {
  const wanted = query?.trim().toLowerCase();
  if (!wanted) return () => true;
  const digits = /^[+\d\s().-]{4,}$/.test(wanted) ? wanted.replace(/\D/g, '') : '';
  return (contact) =>
    [fullName(contact), contact.email, ...contact.additionalEmails, contact.companyName, ...contact.tags].some(
      (value) => value?.toLowerCase().includes(wanted),
    ) ||
    (digits !== '' && [contact.phone, ...contact.additionalPhones].some((phone) => phone?.includes(digits)));
}
