import type { Contact } from '../highlevel/contact.ts';
import type { Ending, Pages } from '../highlevel/pages.ts';

/** Contacts that are listed in one request. */
export const listedAtOnce = 100;

/**
 * Reads contacts from the location's list, a hundred in one request, and ends when all that are wanted were found, or when reading
 * the missing ones by themselves costs less than to go on: pages that had none of them are counted against that. Returns `null` in
 * these cases, and otherwise how the list ended.
 */
export async function readListed(
  wanted: ReadonlySet<string>,
  contacts: Pages<Contact>,
  onFound: (contact: Contact) => void,
): Promise<Ending | null> {
  let missing = wanted.size;
  let listed = 0;
  let foundInPage = 0;
  let emptyPages = 0;
  for (;;) {
    const { value: contact, done } = await contacts.next();
    if (done) return contact;
    listed++;
    if (wanted.has(contact.id)) {
      missing--;
      foundInPage++;
      onFound(contact);
    }
    if (missing === 0) return null;
    if (listed % listedAtOnce > 0) continue;
    if (foundInPage === 0) emptyPages++;
    foundInPage = 0;
    if (emptyPages >= missing) return null;
  }
}
