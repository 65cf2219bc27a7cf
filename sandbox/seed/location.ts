import type { WireCalendar } from '../../highlevel/wire-calendars.ts';
import type { WireBusiness, WireUser } from '../../highlevel/wire-location.ts';
import { createLocation } from '../location.ts';
import type { Random } from '../random.ts';
import type { LocationData } from '../state.ts';
import { seedFields } from './fields.ts';
import { companies, companyKinds, tagNames } from './texts.ts';

export interface LocationDraft {
  name: string;
  timezone: string;
  country: string;
  city: string;
  state: string;
  postalCode: string;
  phone: string;
  users: readonly string[];
}

/** A location with fields, tags and businesses, but without calendars, users and contacts. */
export function seedLocation(random: Random, companyId: string, draft: LocationDraft, now: number): LocationData {
  const id = random.id();
  const { users, ...details } = draft;
  const location = createLocation({
    ...details,
    id,
    companyId,
    address: '1 Market Square',
    website: 'https://example.com',
    email: 'office@example.com',
    settings: {
      allowDuplicateContact: false,
      allowDuplicateOpportunity: false,
      allowFacebookNameMerge: false,
      disableContactTimezone: false,
    },
  });
  for (const field of seedFields(random.fork('fields'), id)) location.customFields.set(field.id, field);
  const tags = random.fork('tags');
  for (const tag of tagNames) location.tags.set(tag, { id: tags.id(), name: tag, locationId: id });
  const businesses = random.fork('businesses');
  for (let index = 0; index < 60; index++) addBusiness(location, seedBusiness(businesses, location, index, now));
  return location;
}

const addBusiness = (location: LocationData, business: WireBusiness) => location.businesses.set(business.id, business);

function seedBusiness(random: Random, location: LocationData, index: number, now: number): WireBusiness {
  const name = `${companies[index % companies.length]}${companyKinds[Math.floor(index / companies.length)] ?? ''}`;
  const at = new Date(now - (index + 1) * 11 * 86_400_000).toISOString();
  const domain = name
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, '');
  return {
    id: random.hex(),
    name,
    locationId: location.details.id,
    phone: `+442079460${100 + index}`,
    email: `hello@${domain}.example`,
    website: `https://${domain}.example`,
    address: `${index + 1} Market Street`,
    city: location.details.city,
    state: location.details.state,
    postalCode: location.details.postalCode,
    country: location.details.country,
    createdAt: at,
    updatedAt: at,
  };
}

export function seedUser(random: Random, name: string, locationIds: string[], index: number): WireUser {
  const [firstName = '', ...rest] = name.split(' ');
  const lastName = rest.join(' ');
  return {
    id: random.id(),
    name,
    firstName,
    lastName,
    email: `${firstName}.${lastName}`
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z.]/g, '')
      .concat('@example.com'),
    phone: `+442079460${700 + index}`,
    extension: '',
    permissions: { contactsEnabled: true, appointmentsEnabled: true, assignedDataOnly: false },
    roles: { type: 'account', role: index === 0 ? 'admin' : 'user', locationIds, restrictSubAccount: true },
    deleted: false,
    platformLanguage: 'en_US',
  };
}

/** Adds the location's calendars, open on weekdays from nine to five. */
export function seedCalendars(random: Random, location: LocationData, users: readonly WireUser[]): void {
  const groupId = random.id();
  const locationId = location.details.id;
  location.groups.set(groupId, {
    id: groupId,
    locationId,
    name: 'Customer meetings',
    description: 'Everything that a customer can book',
    slug: 'customer-meetings',
    isActive: true,
  });
  const drafts: Pick<WireCalendar, 'name' | 'eventColor' | 'slotDuration' | 'calendarType'>[] = [
    { name: 'Site surveys', eventColor: '#039be5', slotDuration: 60, calendarType: 'round_robin' },
    { name: 'Discovery calls', eventColor: '#33b679', slotDuration: 30, calendarType: 'event' },
    { name: 'Showroom', eventColor: '#f4511e', slotDuration: 45, calendarType: 'personal' },
  ];
  for (const draft of drafts) {
    const id = random.id();
    location.calendars.set(id, {
      id,
      locationId,
      groupId,
      ...draft,
      description: '',
      isActive: true,
      eventTitle: '{{contact.name}}',
      slotDurationUnit: 'mins',
      teamMembers: users
        .slice(0, 3)
        .map(({ id: userId }, index) => ({ userId, priority: 0.5, isPrimary: index === 0 })),
      openHours: [1, 2, 3, 4, 5].map((weekday) => ({
        daysOfTheWeek: [weekday],
        hours: [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 0 }],
      })),
      autoConfirm: true,
      allowReschedule: true,
      allowCancellation: true,
    });
  }
}
