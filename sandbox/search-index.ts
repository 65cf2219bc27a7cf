import type { ContactRecord, Place } from './state.ts';

/** What contact search shows: the contacts as they were until the index has caught up with each change. */
export interface SearchIndex {
  /** Until `now + lag`, search shows what the contact was before its first change in that time. */
  remember(contactId: string, before: ContactRecord | undefined, now: number, lag: number): void;
  contacts(place: Place, now: number): ContactRecord[];
}

export function createSearchIndex(): SearchIndex {
  const stale = new Map<string, { before: ContactRecord | undefined; until: number }>();
  return {
    remember(contactId, before, now, lag) {
      const known = stale.get(contactId);
      stale.set(contactId, { before: known && known.until > now ? known.before : before, until: now + lag });
    },
    contacts(place, now) {
      for (const [contactId, { until }] of stale) if (until <= now) stale.delete(contactId);
      if (stale.size === 0) return [...place.contacts.values()];
      const shown = [...place.contacts.values()].flatMap((contact) => {
        const entry = stale.get(contact.id);
        return entry ? (entry.before ?? []) : contact;
      });
      for (const [contactId, { before }] of stale) {
        if (before?.locationId === place.location.id && !place.contacts.has(contactId)) shown.push(before);
      }
      return shown;
    },
  };
}
