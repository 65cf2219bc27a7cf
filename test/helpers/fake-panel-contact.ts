import { signal } from '@preact/signals';
import type { Business } from '../../highlevel/businesses.ts';
import type { BusinessContact, ContactWork, FollowersView } from '../../widget/store/views/contact.ts';

type Verb = (name: string) => (...given: unknown[]) => void;

const business = (id: string, name: string): Business => ({
  ...{ id, name, locationId: 'northlight', phone: '', email: '', website: '', address: '', city: '', state: '' },
  ...{ postalCode: '', country: 'GB', description: '', dateAdded: null, dateUpdated: null },
});

const businesses = [business('kimani', 'Kimani Interiors'), business('loft', 'Loft & Co')];

const contacts: BusinessContact[] = [
  { contactId: 'joseph', name: 'Joseph Kimani', email: 'joseph@kimani-interiors.example', rowIds: [12] },
  { contactId: 'amara', name: 'Amara Diallo', email: 'amara@kimani-interiors.example', rowIds: [] },
];

/** What can be done with Grace Kimani: Ama follows her, and the location knows a few tags. */
export function fakeContactWork(verb: Verb, change: Partial<ContactWork> = {}): ContactWork {
  const followers = signal<FollowersView>({ ids: ['ama'], saving: false, failure: null });
  return {
    tags: async () => ['automation off', 'autumn show 2026', 'interior designer', 'newsletter', 'referral'],
    followers,
    readFollowers: () => {},
    follow: verb('follow'),
    unfollow: verb('unfollow'),
    businesses: async () => businesses,
    businessNames: signal(new Map(businesses.map(({ id, name }) => [id, name]))),
    nameBusiness: () => {},
    sameBusiness: async () => contacts,
    belongings: () => ({ tasks: 9, notes: 17, appointments: 7 }),
    remove: async () => {
      verb('remove')();
      return null;
    },
    ...change,
  };
}
