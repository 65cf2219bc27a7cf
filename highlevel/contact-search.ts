import type { Api, Call } from './client.ts';
import type { Contact } from './contact.ts';
import { readContact } from './contact-wire.ts';
import { pagesByCursor } from './pages.ts';
import { path } from './path.ts';
import { list, shape } from './read.ts';
import type {
  ContactDuplicateAnswer,
  ContactSearchAnswer,
  WireContactSearch,
  WireFoundContact,
  WireSearchFilter,
} from './wire.ts';

export interface ContactSearch {
  locationId: string;
  /** Words to look for in name, e-mail, phone and company; HighLevel takes 75 characters. */
  query?: string;
  filters?: readonly WireSearchFilter[];
  sort?: readonly { field: string; direction: 'asc' | 'desc' }[];
  /** Contacts fetched at a time, at most 500. */
  pageSize?: number;
}

/**
 * Gives the contacts that match, each once, and fetches as it goes: stop early to fetch less. HighLevel's index is a few seconds
 * behind its contacts.
 */
export function searchContacts(api: Api, search: ContactSearch, call?: Call): AsyncGenerator<Contact> {
  const { pageSize = 100, ...wanted } = search;
  return pagesByCursor(async (searchAfter) => {
    const body = writeSearch(wanted, pageSize, searchAfter);
    const answer = shape<ContactSearchAnswer>(await api.post(path`contacts/search`, { ...call, body, effect: 'none' }));
    const found = list(answer.contacts);
    const { searchAfter: cursor } = shape<WireFoundContact>(found.at(-1));
    return { items: found.map(readContact), next: found.length < pageSize ? null : list(cursor) };
  });
}

/** Finds the contact that has this e-mail or phone, or `null`. */
export async function findDuplicate(
  api: Api,
  { locationId, email, phone }: { locationId: string; email?: string; phone?: string },
  call?: Call,
): Promise<Contact | null> {
  const query = { locationId, email: email || undefined, number: phone || undefined };
  const answer = shape<ContactDuplicateAnswer>(await api.get(path`contacts/search/duplicate`, { ...call, query }));
  const contact = readContact(answer.contact);
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
    // Without a first cursor HighLevel counts pages, and gives cursors all the same.
    ...(searchAfter ? { searchAfter: [...searchAfter] } : { page: 1 }),
  };
}
