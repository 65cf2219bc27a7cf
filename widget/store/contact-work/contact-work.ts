import type { ReadonlySignal } from '@preact/signals';
import type { Contact } from '../../../highlevel/contact.ts';
import { listTags } from '../../../highlevel/tags.ts';
import { createTtlCache } from '../ttl-cache.ts';
import type { ContactWork } from '../views/contact.ts';
import { type BusinessesOptions, createBusinesses } from './businesses.ts';
import { createFollowers, type FollowersOptions } from './followers.ts';
import { createRemove, type RemoveOptions } from './remove.ts';

export interface ContactWorkOptions
  extends Omit<BusinessesOptions, 'contactId'>,
    Omit<FollowersOptions, 'contact'>,
    RemoveOptions {
  /** The contact shown, as HighLevel has it. */
  contact: ReadonlySignal<Contact | undefined>;
}

/** Joins what is done with the contact shown beyond its fields. */
export function createContactWork(options: ContactWorkOptions): ContactWork {
  const { api, locationId, row, contact } = options;
  const byName = (one: string, other: string) => one.localeCompare(other);
  return {
    tags: createTtlCache(async () => (await listTags(api, await locationId())).map(({ name }) => name).sort(byName)),
    ...createFollowers({ ...options, contact: () => contact.peek() }),
    ...createBusinesses({ ...options, contactId: () => row.peek()?.contactId ?? '' }),
    ...createRemove(options),
  };
}
