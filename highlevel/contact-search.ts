import type { Api, Call } from './client.ts';
import type { Contact } from './contact.ts';
import { readContact } from './contact-wire.ts';
import { type Pages, pagesByCursor } from './pages.ts';
import { path } from './path.ts';
import { list, shape } from './read.ts';
import type {
  ContactDuplicateResponse,
  ContactSearchResponse,
  WireContactSearch,
  WireFoundContact,
  WireSearchFilter,
} from './wire.ts';

export interface ContactSearch {
  locationId: string;
  /** Text to find in name, e-mail, phone and company; HighLevel accepts 75 characters. */
  query?: string;
  filters?: readonly WireSearchFilter[];
  sort?: readonly { field: string; direction: 'asc' | 'desc' }[];
  /** Contacts per request, at most 500. */
  pageSize?: number;
}

/**
 * Yields the contacts that match, each once. Pages are fetched on demand. HighLevel's search index lags a few seconds
 * behind its contacts.
 */
export function searchContacts(api: Api, search: ContactSearch, call?: Call): Pages<Contact> {
  const { pageSize = 100, ...wanted } = search;
  return pagesByCursor(pageSize, async (searchAfter) => {
    const body = writeSearch(wanted, pageSize, searchAfter);
    const response = shape<ContactSearchResponse>(
      await api.post(path`contacts/search`, { ...call, body, effect: 'none' }),
    );
    const found = list(response.contacts);
    const { searchAfter: cursor } = shape<WireFoundContact>(found.at(-1));
    return { items: found.map(readContact), total: Number(response.total), next: list(cursor) };
  });
}

/** Finds the contact with this e-mail or phone, or `null`. */
export async function findDuplicate(
  api: Api,
  { locationId, email, phone }: { locationId: string; email?: string; phone?: string },
  call?: Call,
): Promise<Contact | null> {
  const query = { locationId, email: email || undefined, number: phone || undefined };
  const response = shape<ContactDuplicateResponse>(await api.get(path`contacts/search/duplicate`, { ...call, query }));
  const contact = readContact(response.contact);
  return contact.id ? contact : null;
}

function writeSearch(
  { locationId, query, filters, sort }: Omit<ContactSearch, 'pageSize'>,
  pageLimit: number,
  searchAfter: readonly unknown[] | null,
): WireContactSearch {
  return {
    locationId,
    pageLimit,
    ...(query && { query: query.slice(0, 75) }),
    ...(filters && { filters: [...filters] }),
    ...(sort && { sort: [...sort] }),
    // The first request has no cursor yet; its response contains cursors although it requests a page number.
    ...(searchAfter ? { searchAfter: [...searchAfter] } : { page: 1 }),
  };
}
