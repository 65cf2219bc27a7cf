import type { Api, Call } from './client.ts';
import type { Contact } from './contact.ts';
import { readContact } from './contact-wire.ts';
import { pagesBySkip } from './pages.ts';
import { path } from './path.ts';
import { instant, list, shape, text, texts, wrapped } from './read.ts';
import type { BulkBusinessAnswer, ContactListAnswer } from './wire.ts';
import type { BusinessAnswer, BusinessesAnswer, BusinessWrittenAnswer, WireBusiness } from './wire-location.ts';

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

/** What a person may say about a business. An absent key leaves it as it is. */
export type BusinessChanges = Partial<Pick<Business, (typeof writable)[number]>>;

/** Gives all businesses of a location, each once. */
export function listBusinesses(api: Api, locationId: string, call?: Call): AsyncGenerator<Business> {
  return pagesBySkip(100, async (skip, limit) => {
    const answer = shape<BusinessesAnswer>(
      await api.get(path`businesses/`, { ...call, query: { locationId, skip, limit } }),
    );
    return { items: list(answer.businesses).map(readBusiness) };
  });
}

/** Reads a business. Fails with `not-found` when it is gone. */
export async function getBusiness(api: Api, businessId: string, call?: Call): Promise<Business> {
  return readBusiness(wrapped<BusinessAnswer>(await api.get(path`businesses/${businessId}`, call), 'business'));
}

/** Makes a business. It is sent once. */
export async function createBusiness(
  api: Api,
  locationId: string,
  business: BusinessChanges & { name: string },
  call?: Call,
): Promise<Business> {
  const body = { ...writeBusiness(business), locationId };
  return readWritten(await api.post(path`businesses/`, { ...call, body }));
}

/** Changes what is given of a business. */
export async function updateBusiness(
  api: Api,
  businessId: string,
  changes: BusinessChanges,
  call?: Call,
): Promise<Business> {
  return readWritten(await api.put(path`businesses/${businessId}`, { ...call, body: writeBusiness(changes) }));
}

/** Deletes a business. Its contacts stay. */
export async function deleteBusiness(api: Api, businessId: string, call?: Call): Promise<void> {
  await api.remove(path`businesses/${businessId}`, call);
}

/** Gives all contacts of a business, each once. Some of their fields may be missing: read the one that matters by its id. */
export function listBusinessContacts(
  api: Api,
  { locationId, businessId, query }: { locationId: string; businessId: string; query?: string },
  call?: Call,
): AsyncGenerator<Contact> {
  return pagesBySkip(100, async (skip, limit) => {
    const request = { ...call, query: { locationId, query: query || undefined, skip, limit } };
    const answer = shape<ContactListAnswer>(await api.get(path`contacts/business/${businessId}`, request));
    return { items: list(answer.contacts).map(readContact), total: Number(answer.count) || 0 };
  });
}

/** HighLevel takes this many contacts at once. */
const atOnce = 50;

/**
 * Makes contacts belong to a business, or with `null` to none: no other call can. Answers the ids of those that HighLevel changed;
 * it passes over the ones that it does not know. Large lists are sent in parts.
 */
export async function setBusiness(
  api: Api,
  locationId: string,
  contactIds: readonly string[],
  businessId: string | null,
  call?: Call,
): Promise<string[]> {
  const changed: string[] = [];
  for (let from = 0; from < contactIds.length; from += atOnce) {
    const body = { locationId, ids: contactIds.slice(from, from + atOnce), businessId };
    const answer = await api.post(path`contacts/bulk/business`, { ...call, body, effect: 'same' });
    changed.push(...texts(shape<BulkBusinessAnswer>(answer).ids));
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

/** HighLevel misspells the key of its answers to writes; the right spelling is read too, in case it is mended. */
function readWritten(answer: unknown): Business {
  const { buiseness } = shape<BusinessWrittenAnswer>(answer);
  return readBusiness(buiseness ?? wrapped<BusinessAnswer>(answer, 'business'));
}

function writeBusiness(changes: BusinessChanges): Partial<WireBusiness> {
  return Object.fromEntries(writable.map((field) => [field, changes[field]]));
}
