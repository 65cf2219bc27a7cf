import { setBusiness } from '../../../highlevel/businesses.ts';
import type { Api } from '../../../highlevel/client.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import { addTags, removeTags } from '../../../highlevel/tags.ts';
import { type ActivityVerbs, createActivityVerbs } from '../../../panel-api/activity.ts';
import { type BaseVerbs, createBaseVerbs } from '../../../panel-api/base.ts';
import type { Hear } from './live.ts';
import type { Paced } from './pace.ts';

/** Contacts that are listed in one request. */
export const listedAtOnce = 100;

/** How HighLevel changes what is no plain value of a contact. */
export interface SpecialVerbs {
  addTags(contactId: string, tags: readonly string[]): Promise<readonly string[]>;
  removeTags(contactId: string, tags: readonly string[]): Promise<readonly string[]>;
  setBusiness(contact: Contact, businessId: string | null): Promise<unknown>;
}

/** All that syncing calls beyond reading and updating a contact. */
export interface SyncVerbs {
  base: BaseVerbs;
  activity: ActivityVerbs;
  special: SpecialVerbs;
  /** All contacts of a location; each page waits for its turn. */
  listContacts(locationId: string, paced: Paced): AsyncIterable<Contact>;
  /** The proxy's events; absent where there is no proxy. */
  hear?: Hear;
}

export function createSyncVerbs(api: Api): SyncVerbs {
  return {
    base: createBaseVerbs(api),
    activity: createActivityVerbs(api),
    async *listContacts(locationId, paced) {
      const { searchContacts } = await import('../../../highlevel/contact-search.ts');
      const patient: Api = { ...api, post: (...request) => paced(() => api.post(...request)) };
      yield* searchContacts(patient, { locationId, pageSize: listedAtOnce });
    },
    special: {
      addTags: (contactId, tags) => addTags(api, contactId, tags),
      removeTags: (contactId, tags) => removeTags(api, contactId, tags),
      setBusiness: ({ id, locationId }, businessId) => setBusiness(api, locationId, [id], businessId),
    },
  };
}
