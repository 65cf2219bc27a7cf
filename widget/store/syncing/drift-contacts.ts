import type { Contact } from '../../../highlevel/contact.ts';
import { listedAtOnce } from './verbs.ts';

/**
 * Reads contacts from the location's list, which tells a hundred in one request, and ends when all that are wanted were seen, or when
 * asking for the missing ones by themselves costs less than to go on: pages that told of none of them are counted against that.
 */
export async function readListed(
  wanted: ReadonlySet<string>,
  contacts: AsyncIterable<Contact>,
  onFound: (contact: Contact) => void,
): Promise<void> {
  let missing = wanted.size;
  let listed = 0;
  let foundInPage = 0;
  let barren = 0;
  for await (const contact of contacts) {
    listed++;
    if (wanted.has(contact.id)) {
      missing--;
      foundInPage++;
      onFound(contact);
    }
    if (missing === 0) return;
    if (listed % listedAtOnce > 0) continue;
    if (foundInPage === 0) barren++;
    foundInPage = 0;
    if (barren >= missing) return;
  }
}
