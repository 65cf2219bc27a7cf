import type { WireUser } from '../../highlevel/wire-location.ts';
import type { Random } from '../random.ts';
import type { ContactRecord, LocationData } from '../state.ts';
import { day, hour } from '../zone.ts';
import { seedFieldValues } from './fields.ts';
import { type Country, countries, countryWeights } from './names.ts';
import { companies, companyKinds, sources, tagNames } from './texts.ts';

export interface Population {
  location: LocationData;
  users: readonly WireUser[];
  /** Midnight at the start of the location's current day, in epoch milliseconds. */
  today: number;
  /** The countries of the contacts, as indexes into `countries`. */
  weights?: readonly number[];
}

/** The contact with that index in the location; the first forty have more values. */
export function seedContact(random: Random, id: string, index: number, people: Population): ContactRecord {
  const { location, today } = people;
  const isRich = index < 40;
  const country = countries[random.pick(people.weights ?? countryWeights)] ?? (countries[0] as Country);
  const firstName = random.pick(country.first);
  const lastName = random.pick(country.last);
  const email = `${slug(firstName) || 'contact'}.${slug(lastName) || 'example'}${index + 1}@${random.pick(mailDomains)}`;
  const home = random.pick(country.cities);
  const dateAdded = today - index * 9 * hour - random.below(8) * hour;
  const contact: ContactRecord = {
    id,
    locationId: location.details.id,
    firstName,
    lastName,
    additionalEmails: index % 23 === 3 ? [`${slug(lastName) || 'home'}.private${index}@example.org`] : [],
    additionalPhones: index % 29 === 5 ? [country.phone(5_000 + index)] : [],
    type: random.chance(0.3) ? 'customer' : 'lead',
    country: country.code,
    timezone: country.timezone,
    source: random.pick(sources),
    tags: random.some(tagNames, isRich ? 2 + random.below(4) : random.below(4)),
    followers: [],
    dnd: false,
    dndSettings: {},
    customFields: [],
    dateAdded,
    dateUpdated: Math.min(today, dateAdded + random.below(30) * day),
  };
  if (isRich || random.chance(0.92)) contact.email = email;
  if (isRich || random.chance(0.88)) contact.phone = country.phone(index);
  if (isRich || random.chance(0.6)) {
    Object.assign(contact, { address1: random.pick(country.streets), ...home });
    if (country.code === 'JP') delete contact.timezone;
  }
  if (random.chance(0.4)) contact.dateOfBirth = birthday(random);
  if (random.chance(0.75)) contact.assignedTo = random.pick(people.users).id;
  addEmployer(random, contact, location, isRich);
  if (random.chance(0.06)) closeChannels(random, contact);
  contact.customFields = seedFieldValues(random, [...location.customFields.values()], contact, {
    share: index < 3 ? 1 : isRich ? 0.6 : 0.12,
    today,
  });
  return contact;
}

const mailDomains = ['example.com', 'example.org', 'example.net', 'mail.example'];

const slug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');

const pad = (value: number) => `${value}`.padStart(2, '0');

const birthday = (random: Random) =>
  `${1945 + random.below(60)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`;

function addEmployer(random: Random, contact: ContactRecord, location: LocationData, isRich: boolean) {
  const business = random.pick([...location.businesses.values()]);
  if (random.chance(isRich ? 0.8 : 0.35)) {
    contact.businessId = business.id;
    contact.companyName = business.name;
    contact.website = business.website;
  } else if (random.chance(0.2)) {
    contact.companyName = `${random.pick(companies)}${random.pick(companyKinds)}`;
  }
}

function closeChannels(random: Random, contact: ContactRecord) {
  contact.dnd = random.chance(0.5);
  contact.dndSettings = {
    SMS: { status: random.chance(0.3) ? 'permanent' : 'active', message: 'STOP', code: '103' },
    Email: { status: contact.dnd ? 'active' : 'inactive', message: '', code: '' },
  };
}
