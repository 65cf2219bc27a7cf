import type { ContactRecord, LocationData } from './state.ts';

/** The contacts as search shows them: each change appears only after the index's lag. */
export interface SearchIndex {
  /** Until `now + lag`, search shows what the contact was before its first change in that time. */
  remember(contactId: string, before: ContactRecord | undefined, now: number, lag: number): void;
  contacts(location: LocationData, now: number): ContactRecord[];
}

export function createSearchIndex(): SearchIndex {
  const stale = new Map<string, { before: ContactRecord | undefined; until: number }>();
  return {
    remember(contactId, before, now, lag) {
      const known = stale.get(contactId);
      stale.set(contactId, { before: known && known.until > now ? known.before : before, until: now + lag });
    },
    contacts(location, now) {
      for (const [contactId, { until }] of stale) if (until <= now) stale.delete(contactId);
      if (stale.size === 0) return [...location.contacts.values()];
      const shown = [...location.contacts.values()].flatMap((contact) => {
        const entry = stale.get(contact.id);
        return entry ? (entry.before ?? []) : contact;
      });
      for (const [contactId, { before }] of stale) {
        if (before?.locationId === location.details.id && !location.contacts.has(contactId)) shown.push(before);
      }
      return shown;
    },
  };
}
