import { createRandom, type Random } from '../random.ts';
import type { ContactRecord, State } from '../state.ts';
import { daysToClockChange, startOfDay } from '../zone.ts';
import { type Amounts, addAppointment, addHostileNotes, seedHistory } from './history.ts';
import { type LocationDraft, seedCalendars, seedLocation, seedUser } from './location.ts';
import { type Population, seedContact } from './people.ts';

const drafts: readonly LocationDraft[] = [
  {
    name: 'Harbour & Pine Home Improvements',
    timezone: 'Europe/London',
    country: 'GB',
    city: 'Bristol',
    state: 'England',
    postalCode: 'BS1 5TR',
    phone: '+442079460001',
    users: ['Hannah Moss', 'Tom Okafor', 'Siân Prosser', 'Ravi Menon', 'Eleanor Voss', 'Dan Whitlock'],
  },
  {
    name: 'Harbour & Pine East Coast',
    timezone: 'America/New_York',
    country: 'US',
    city: 'Boston',
    state: 'MA',
    postalCode: '02108',
    phone: '+16175550100',
    users: ['Marcus Bell', 'Olivia Tran'],
  },
  {
    name: 'Harbour & Pine España',
    timezone: 'Europe/Madrid',
    country: 'ES',
    city: 'Valencia',
    state: 'Valencia',
    postalCode: '46002',
    phone: '+34961112233',
    users: ['Carmen Vidal'],
  },
];

/** The countries of each location's contacts, as indexes into `countries`; `undefined`: the default weights. */
const countriesByLocation: readonly (readonly number[] | undefined)[] = [undefined, [1], [4]];

export interface Seeded {
  state: State;
  /** Private integration tokens, in the order of the locations. */
  tokens: string[];
  /** Contacts of the first location, newest first. */
  contactIds: string[];
}

/** Creates a company: the same seed gives the same ids, and dates depend only on the day of `now`. */
export function seedState(seed: number, count: number, now: number): Seeded {
  const random = createRandom(seed);
  const companyId = random.fork('company').id();
  const state: State = { companyId, locations: new Map(), users: new Map(), random: random.fork('new records') };
  const tokens: string[] = [];
  drafts.forEach((draft, index) => {
    const own = random.fork(`location ${index}`);
    tokens.push(`pit-${own.fork('token').uuid()}`);
    const today = startOfDay(now, draft.timezone);
    const location = seedLocation(own, companyId, draft, today);
    state.locations.set(location.details.id, location);
    const users = draft.users.map((name, nth) => seedUser(own.fork(`user ${nth}`), name, [location.details.id], nth));
    for (const user of users) state.users.set(user.id, user);
    seedCalendars(own.fork('calendars'), location, users);
    fill(own, index === 0 ? count : Math.min(count, 25), {
      location,
      users,
      today,
      weights: countriesByLocation[index],
    });
  });
  const [first] = state.locations.values();
  return { state, tokens, contactIds: [...(first?.contacts.keys() ?? [])] };
}

function fill(random: Random, count: number, people: Population): void {
  const ids = random.fork('contact ids');
  for (let index = 0; index < count; index++) {
    const own = random.fork(`contact ${index}`);
    const contact = seedContact(own, ids.id(), index, people);
    if (index === hostileIndex) makeHostile(contact);
    people.location.contacts.set(contact.id, contact);
    const history = random.fork(`history ${index}`);
    seedHistory(history, contact, amountsOf(history, index), people);
    if (index === hostileIndex) addHostileNotes(history, contact, people);
    if (index === 0) addAppointmentsAroundClockChanges(history, contact, people);
  }
}

/** Indexes of contacts with a special role, all among the first forty. */
export const emptyIndex = 38;
export const busyIndex = 12;
export const hostileIndex = 30;

function amountsOf(random: Random, index: number): Amounts {
  if (index === emptyIndex) return { tasks: 0, notes: 0, appointments: 0, reach: 1 };
  if (index === busyIndex) return { tasks: 70, notes: 110, appointments: 40, reach: 500 };
  if (index < 40) {
    return { tasks: 4 + random.below(6), notes: 4 + random.below(10), appointments: 2 + random.below(6), reach: 120 };
  }
  return { tasks: random.below(3), notes: random.below(2), appointments: random.chance(0.2) ? 1 : 0, reach: 60 };
}

/** Replaces values with attacks that could arrive through a public web form. */
function makeHostile(contact: ContactRecord): void {
  contact.firstName = '<img src=x onerror="globalThis.__pwned=\'name\'">';
  contact.lastName = '=HYPERLINK("https://attacker.example")';
  contact.website = 'javascript:globalThis.__pwned="website"';
  contact.companyName = '"><script>globalThis.__pwned="company"</script>';
  contact.tags = ['<b>bold</b>', '=cmd()'];
}

function addAppointmentsAroundClockChanges(random: Random, contact: ContactRecord, people: Population): void {
  for (const direction of [-1, 1] as const) {
    const days = daysToClockChange(people.today, people.location.details.timezone, direction);
    if (days === null) continue;
    for (const offset of [-1, 0, 1]) addAppointment(random, contact, days + offset, people, 10);
  }
}
