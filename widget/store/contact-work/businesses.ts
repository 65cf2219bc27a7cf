import { signal } from '@preact/signals';
import { type Business, getBusiness, listBusinessContacts, listBusinesses } from '../../../highlevel/businesses.ts';
import type { Api } from '../../../highlevel/client.ts';
import type { Section } from '../../section/port.ts';
import { createTtlCache } from '../ttl-cache.ts';
import type { ContactWork } from '../views/contact.ts';

export interface BusinessesOptions {
  api: Api;
  section: Pick<Section, 'linkedRows'>;
  locationId: () => Promise<string>;
  contactId: () => string;
}

/** A location may have any number: beyond these a business is linked in HighLevel itself. */
const cap = 2000;
const maxShown = 100;

async function take<T>(items: AsyncIterable<T>, most: number): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of items) {
    taken.push(item);
    if (taken.length >= most) break;
  }
  return taken;
}

/** Reads businesses and who belongs to them. HighLevel has no search for them, so all are read when somebody looks for one. */
export function createBusinesses({
  api,
  section,
  locationId,
  contactId,
}: BusinessesOptions): Pick<ContactWork, 'businesses' | 'businessNames' | 'nameBusiness' | 'sameBusiness'> {
  const names = signal<ReadonlyMap<string, string>>(new Map());
  const asked = new Set<string>();

  const learn = (found: readonly Business[]) => {
    names.value = new Map([...names.peek(), ...found.map(({ id, name }) => [id, name] as const)]);
  };
  const all = createTtlCache(async () => {
    const found = await take(listBusinesses(api, await locationId()), cap);
    learn(found);
    return found.sort((one, other) => one.name.localeCompare(other.name));
  });

  return {
    businesses: all,
    businessNames: names,
    nameBusiness(businessId) {
      if (businessId === '' || names.peek().has(businessId) || asked.has(businessId)) return;
      asked.add(businessId);
      getBusiness(api, businessId).then(
        (business) => learn([business]),
        () => asked.delete(businessId),
      );
    },
    async sameBusiness(businessId) {
      const of = { locationId: await locationId(), businessId };
      const found = await take(listBusinessContacts(api, of), maxShown + 1);
      const others = found.filter(({ id }) => id !== contactId()).slice(0, maxShown);
      // A document whose table cannot be read still has its contacts.
      const rows = await section
        .linkedRows(others.map(({ id }) => id))
        .catch(() => new Map<string, readonly number[]>());
      return others.map(({ id, name, email }) => ({ contactId: id, name, email, rowIds: rows.get(id) ?? [] }));
    },
  };
}
