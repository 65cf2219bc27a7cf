import type { Contact } from '../highlevel/contact.ts';

/** Contacts that are listed in one request. */
export const listedAtOnce = 100;

/**
 * Reads contacts from the location's list, a hundred in one request, and ends when all that are wanted were found, or when reading
 * the missing ones by themselves costs less than to go on: pages that had none of them are counted against that.
 */
export async function readListed(
  wanted: ReadonlySet<string>,
  contacts: AsyncIterable<Contact>,
  onFound: (contact: Contact) => void,
): Promise<void> {
  let missing = wanted.size;
  let listed = 0;
  let foundInPage = 0;
  let emptyPages = 0;
  for await (const contact of contacts) {
    listed++;
    if (wanted.has(contact.id)) {
      missing--;
      foundInPage++;
      onFound(contact);
    }
    if (missing === 0) return;
    if (listed % listedAtOnce > 0) continue;
    if (foundInPage === 0) emptyPages++;
    foundInPage = 0;
    if (emptyPages >= missing) return;
  }
}
