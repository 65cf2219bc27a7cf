import type { Api, Call } from './client.ts';
import type { Contact } from './contact.ts';
import { readContact } from './contact-wire.ts';
import { type Pages, pagesBySkip } from './pages.ts';
import { path } from './path.ts';
import { instant, list, shape, text, texts, wrapped, written } from './read.ts';
import type { BulkBusinessResponse, ContactListResponse } from './wire.ts';
import type { BusinessesResponse, BusinessResponse, BusinessWrittenResponse, WireBusiness } from './wire-location.ts';

/** An organisation to which contacts belong. A contact's `companyName` is only text. */
export interface Business {
  id: string;
  locationId: string;
  name: string;
  phone: string;
  email: string;
  website: string;
  address: string;
  city: string;
  state: string;
  postalCode: string;
  country: string;
  description: string;
  /** Epoch milliseconds, or `null`. */
  dateAdded: number | null;
  dateUpdated: number | null;
}

const writable = [
  'name',
  'phone',
  'email',
  'website',
  'address',
  'city',
  'state',
  'postalCode',
  'country',
  'description',
] as const;

/** The writable fields of a business. An absent key leaves the field unchanged. */
export type BusinessChanges = Partial<Pick<Business, (typeof writable)[number]>>;

/** Yields all businesses of a location, each once. */
export function listBusinesses(api: Api, locationId: string, call?: Call): Pages<Business> {
  return pagesBySkip(100, async (skip, limit) => {
    const response = shape<BusinessesResponse>(
      await api.get(path`businesses/`, { ...call, query: { locationId, skip, limit } }),
    );
    return { items: list(response.businesses).map(readBusiness) };
  });
}

/** Reads a business. Fails with `not-found` when it no longer exists. */
export async function getBusiness(api: Api, businessId: string, call?: Call): Promise<Business> {
  return readBusiness(wrapped<BusinessResponse>(await api.get(path`businesses/${businessId}`, call), 'business'));
}

/** Creates a business. The request is not retried. */
export async function createBusiness(
  api: Api,
  locationId: string,
  business: BusinessChanges & { name: string },
  call?: Call,
): Promise<Business> {
  const body = { ...writeBusiness(business), locationId };
  return readWritten(await api.post(path`businesses/`, { ...call, body }));
}

/** Changes the given fields of a business. */
export async function updateBusiness(
  api: Api,
  businessId: string,
  changes: BusinessChanges,
  call?: Call,
): Promise<Business> {
  return readWritten(await api.put(path`businesses/${businessId}`, { ...call, body: writeBusiness(changes) }));
}

/** Deletes a business. Its contacts are not deleted. */
export async function deleteBusiness(api: Api, businessId: string, call?: Call): Promise<void> {
  await api.remove(path`businesses/${businessId}`, call);
}

/** Yields all contacts of a business, each once. Some fields may be missing; `getContact` reads a complete contact. */
export function listBusinessContacts(
  api: Api,
  { locationId, businessId, query }: { locationId: string; businessId: string; query?: string },
  call?: Call,
): Pages<Contact> {
  return pagesBySkip(100, async (skip, limit) => {
    const request = { ...call, query: { locationId, query: query || undefined, skip, limit } };
    const response = shape<ContactListResponse>(await api.get(path`contacts/business/${businessId}`, request));
    return { items: list(response.contacts).map(readContact), total: Number(response.count) || 0 };
  });
}

/** The most contacts that HighLevel accepts in one request. */
const batchSize = 50;

/**
 * Assigns contacts to a business, or with `null` to none; no other endpoint does this. Returns the ids of the contacts that changed;
 * HighLevel skips unknown ids. Large lists are sent in parts.
 */
export async function setBusiness(
  api: Api,
  locationId: string,
  contactIds: readonly string[],
  businessId: string | null,
  call?: Call,
): Promise<string[]> {
  const changed: string[] = [];
  for (let from = 0; from < contactIds.length; from += batchSize) {
    const body = { locationId, ids: contactIds.slice(from, from + batchSize), businessId };
    const response = await api.post(path`contacts/bulk/business`, { ...call, body, effect: 'same' });
    changed.push(...texts(shape<BulkBusinessResponse>(response).ids));
  }
  return changed;
}

function readBusiness(value: unknown): Business {
  const raw = shape<WireBusiness>(value);
  return {
    id: text(raw.id),
    locationId: text(raw.locationId),
    name: text(raw.name),
    phone: text(raw.phone),
    email: text(raw.email),
    website: text(raw.website),
    address: text(raw.address),
    city: text(raw.city),
    state: text(raw.state),
    postalCode: text(raw.postalCode),
    country: text(raw.country),
    description: text(raw.description),
    dateAdded: instant(raw.createdAt),
    dateUpdated: instant(raw.updatedAt),
  };
}

/** HighLevel misspells the key in its responses to writes; the correct spelling is read too, in case HighLevel fixes it. */
function readWritten(response: unknown): Business {
  const { buiseness } = shape<BusinessWrittenResponse>(response);
  return readBusiness(buiseness ?? written<BusinessResponse>(response, 'business'));
}

function writeBusiness(changes: BusinessChanges): Partial<WireBusiness> {
  return Object.fromEntries(writable.map((field) => [field, changes[field]]));
}
