import type { ReadonlySignal } from '@preact/signals';
import type { Contact } from '../../../highlevel/contact.ts';
import { listTags } from '../../../highlevel/tags.ts';
import { createLanes } from '../lanes.ts';
import type { ContactWork } from '../views/contact.ts';
import { type BusinessesOptions, createBusinesses } from './businesses.ts';
import { createFollowers, type FollowersOptions } from './followers.ts';
import { createKept } from './kept.ts';
import { createRemove, type RemoveOptions } from './remove.ts';

export interface ContactWorkOptions
  extends Omit<BusinessesOptions, 'contactId' | 'section'>,
    Omit<FollowersOptions, 'lanes' | 'contact'>,
    Omit<RemoveOptions, 'lanes' | 'section'> {
  section: BusinessesOptions['section'] & RemoveOptions['section'];
  /** The contact shown, as HighLevel told it. */
  contact: ReadonlySignal<Contact | undefined>;
}

/** Joins what is done with the contact shown beyond its fields. */
export function createContactWork(options: ContactWorkOptions): ContactWork {
  const { api, locationId, row, contact } = options;
  const lanes = createLanes();
  const byName = (one: string, other: string) => one.localeCompare(other);
  return {
    tags: createKept(async () => (await listTags(api, await locationId())).map(({ name }) => name).sort(byName)),
    ...createFollowers({ ...options, lanes, contact: () => contact.peek() }),
    ...createBusinesses({ ...options, contactId: () => row.peek()?.contactId ?? '' }),
    ...createRemove({ ...options, lanes }),
  };
}
