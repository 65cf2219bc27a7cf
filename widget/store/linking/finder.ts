import type { Api } from '../../../highlevel/client.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import { findDuplicate, searchContacts } from '../../../highlevel/contact-search.ts';
import type { WireSearchFilter } from '../../../highlevel/wire.ts';
import type { Traces } from '../views/linking.ts';
import type { Pace } from './throttle.ts';

/** More is no choice but a list to be searched by better words. */
const most = 8;

/** Asks HighLevel for contacts, never more often than the pace allows. All reject when the signal aborts, or with `HighLevelError`. */
export interface Finder {
  /** By e-mail and phone, and only where nobody has these, by name. */
  byTraces(traces: Traces, signal: AbortSignal): Promise<readonly Contact[]>;
  /** By words as people type them: in names, e-mails and phones, else among tags. */
  byText(text: string, phone: string, signal: AbortSignal): Promise<readonly Contact[]>;
  /** Those that HighLevel would take for the same: it looks at further e-mails and phones too, and its answer is not behind. */
  duplicatesOf(addresses: Pick<Traces, 'email' | 'phone'>, signal: AbortSignal): Promise<readonly Contact[]>;
}

interface FinderOptions {
  api: Api;
  locationId: () => Promise<string>;
  pace: Pace;
}

export function createFinder({ api, locationId, pace }: FinderOptions): Finder {
  async function search(what: { query: string } | { filters: WireSearchFilter[] }, signal: AbortSignal) {
    const wanted = { ...what, locationId: await locationId(), pageSize: most };
    await pace.turn(signal);
    const found: Contact[] = [];
    for await (const contact of searchContacts(api, wanted, { signal })) {
      found.push(contact);
      if (found.length === most) break;
    }
    return found;
  }

  async function duplicate(addresses: { email: string } | { phone: string }, signal: AbortSignal) {
    const of = { ...addresses, locationId: await locationId() };
    await pace.turn(signal);
    return findDuplicate(api, of, { signal });
  }

  async function duplicatesOf({ email, phone }: Pick<Traces, 'email' | 'phone'>, signal: AbortSignal) {
    // Asked for both at once HighLevel tells of one contact, though each may belong to another.
    const byEmail = email ? await duplicate({ email }, signal) : null;
    const byPhone = phone ? await duplicate({ phone }, signal) : null;
    return unique([byEmail, byPhone]);
  }

  return {
    duplicatesOf,
    async byTraces({ name, email, phone }, signal) {
      const equals = (field: string, value: string) => (value ? [{ field, operator: 'eq', value }] : []);
      const filters = [...equals('email', email), ...equals('phone', phone)];
      if (filters.length > 0) {
        const found = await search({ filters: [{ group: 'OR', filters }] }, signal);
        if (found.length > 0) return found;
        const same = await duplicatesOf({ email, phone }, signal);
        if (same.length > 0) return same;
      }
      return name ? search({ query: name }, signal) : [];
    },
    async byText(text, phone, signal) {
      const tag = /^#(?<tag>.+)/.exec(text)?.groups?.tag ?? '';
      const found = tag ? [] : await search({ query: phone || text }, signal);
      if (found.length > 0) return found;
      return search({ filters: [{ field: 'tags', operator: 'contains', value: (tag || text).toLowerCase() }] }, signal);
    },
  };
}

function unique(found: readonly (Contact | null)[]): Contact[] {
  return [...new Map(found.flatMap((contact) => (contact ? [[contact.id, contact]] : []))).values()];
}
