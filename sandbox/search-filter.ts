import type { WireSearchFilter } from '../highlevel/wire.ts';
import { isPlainObject } from './dto.ts';
import { fullName } from './duplicates.ts';
import { badRequest } from './errors.ts';
import type { ContactRecord, LocationData } from './state.ts';

type Value = string | number | boolean | readonly unknown[] | null | undefined;

/** The fields of filters and sorting, by HighLevel's names. */
const readers: Record<string, (contact: ContactRecord) => Value> = {
  id: (contact) => contact.id,
  contactName: (contact) => fullName(contact).toLowerCase(),
  firstNameLowerCase: (contact) => contact.firstName?.toLowerCase(),
  lastNameLowerCase: (contact) => contact.lastName?.toLowerCase(),
  fullNameLowerCase: (contact) => fullName(contact).toLowerCase(),
  email: (contact) => contact.email,
  phone: (contact) => contact.phone,
  tags: (contact) => contact.tags,
  followers: (contact) => contact.followers,
  dnd: (contact) => contact.dnd,
  assignedTo: (contact) => contact.assignedTo,
  type: (contact) => contact.type,
  source: (contact) => contact.source,
  address: (contact) => contact.address1,
  city: (contact) => contact.city,
  state: (contact) => contact.state,
  country: (contact) => contact.country,
  postalCode: (contact) => contact.postalCode,
  website: (contact) => contact.website,
  timezone: (contact) => contact.timezone,
  companyName: (contact) => contact.companyName,
  businessId: (contact) => contact.businessId,
  dateOfBirth: (contact) => contact.dateOfBirth,
  dateAdded: (contact) => contact.dateAdded,
  dateUpdated: (contact) => contact.dateUpdated,
};

/** The sort key of a contact; an absent value sorts as empty text. */
export function sortValue(contact: ContactRecord, field: string): string | number {
  const read = readers[field];
  if (!read) throw badRequest(`Invalid field ${field}`);
  const value = read(contact);
  return typeof value === 'number' ? value : value == null ? '' : String(value);
}

/** A predicate for all filters; refuses fields and operators that HighLevel does not know. */
export function matcherOf(
  filters: readonly WireSearchFilter[],
  location: LocationData,
): (contact: ContactRecord) => boolean {
  const tests = filters.map((filter) => testOf(filter, location));
  return (contact) => tests.every((test) => test(contact));
}

function testOf(filter: WireSearchFilter, location: LocationData): (contact: ContactRecord) => boolean {
  if ('group' in filter) {
    const tests = (filter.filters ?? []).map((inner) => testOf(inner, location));
    return filter.group === 'OR'
      ? (contact) => tests.some((test) => test(contact))
      : (contact) => tests.every((test) => test(contact));
  }
  const read = readerOf(filter.field, location);
  const passes = operators[filter.operator];
  if (!passes) throw badRequest(`Invalid operator ${filter.operator}`);
  return (contact) => passes(read(contact), filter.value);
}

function readerOf(field: string, location: LocationData): (contact: ContactRecord) => Value {
  if (field.startsWith('customFields.')) {
    const id = field.slice('customFields.'.length);
    return (contact) => contact.customFields.find((item) => item.id === id)?.value as Value;
  }
  if (field === 'businessName') return (contact) => location.businesses.get(contact.businessId ?? '')?.name;
  const read = readers[field];
  if (!read) throw badRequest(`Invalid field ${field}`);
  return read;
}

const isThere = (value: Value) => value != null && value !== '' && !(Array.isArray(value) && value.length === 0);
const fold = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);
const anyOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]).map(fold);

const equals = (value: Value, wanted: unknown) => anyOf(wanted).some((item) => anyOf(value).includes(item));
const contains = (value: Value, wanted: unknown) =>
  anyOf(wanted).some((part) => anyOf(value).some((item) => item != null && `${item}`.includes(`${part}`)));

const operators: Record<string, (value: Value, wanted: unknown) => boolean> = {
  eq: equals,
  not_eq: (value, wanted) => !equals(value, wanted),
  contains,
  not_contains: (value, wanted) => !contains(value, wanted),
  exists: isThere,
  not_exists: (value) => !isThere(value),
  wildcard: (value, wanted) => contains(value, `${wanted}`.replaceAll('*', '')),
  range: (value, wanted) => {
    if (!isPlainObject(wanted) || !isThere(value)) return false;
    const at = toNumber(value);
    return Object.entries(wanted).every(([bound, limit]) => {
      const edge = toNumber(limit);
      if (bound === 'gte') return at >= edge;
      if (bound === 'gt') return at > edge;
      if (bound === 'lte') return at <= edge;
      return bound === 'lt' ? at < edge : true;
    });
  },
};

const toNumber = (value: unknown): number =>
  typeof value === 'string' && Number.isNaN(Number(value)) ? Date.parse(value) : Number(value);
