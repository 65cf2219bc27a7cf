import type { WireContactCreate, WireContactUpdate } from '../highlevel/wire.ts';
import { readBirthday } from './birthday.ts';
import { mergeCustomFields } from './custom-values.ts';
import { mergeDnd } from './dnd.ts';
import { badRequest } from './errors.ts';
import { normalisePhone } from './phone.ts';
import type { Call } from './route.ts';
import type { ContactRecord } from './state.ts';
import { defineTags, tidyTags } from './tags.ts';

const copied = [
  'address1',
  'city',
  'state',
  'postalCode',
  'country',
  'website',
  'timezone',
  'source',
  'dnd',
  'inboundDndSettings',
] as const;

/** The contact after a write of these keys; the one before is left as it was. */
export function applyChanges(
  before: ContactRecord,
  input: WireContactUpdate & Pick<WireContactCreate, 'companyName' | 'gender'>,
  call: Call,
): ContactRecord {
  const { place, quirks, now } = call;
  const after: ContactRecord = { ...before, ...named(input), dateUpdated: now };
  for (const key of copied) if (input[key] !== undefined) Object.assign(after, { [key]: emptied(input[key]) });
  if (input.companyName !== undefined) after.companyName = emptied(input.companyName);
  if (input.gender !== undefined && !quirks.genderDiscarded) after.gender = input.gender;
  if (input.email !== undefined) after.email = emptied(input.email);
  if (input.phone !== undefined) after.phone = input.phone ? normalisePhone(input.phone, place.location.country) : null;
  if (input.dateOfBirth !== undefined) after.dateOfBirth = input.dateOfBirth ? readBirthday(input.dateOfBirth) : null;
  if (input.assignedTo !== undefined) after.assignedTo = knownUser(emptied(input.assignedTo), call);
  if (input.dndSettings) after.dndSettings = mergeDnd(before.dndSettings, input.dndSettings);
  if (input.customFields) after.customFields = mergeCustomFields(before.customFields, input.customFields, call);
  if (input.tags) {
    after.tags = tidyTags(input.tags, quirks);
    if (quirks.tagsDefineThemselves) defineTags(place, after.tags, call.state.random);
  }
  return after;
}

/** `name` is split at its last space; `firstName` and `lastName` beside it win. */
function named(input: WireContactUpdate): Pick<ContactRecord, 'firstName' | 'lastName'> {
  const parts: Pick<ContactRecord, 'firstName' | 'lastName'> = {};
  if (input.name !== undefined) {
    const name = (input.name ?? '').trim();
    const cut = name.lastIndexOf(' ');
    parts.firstName = emptied(cut < 0 ? name : name.slice(0, cut));
    parts.lastName = cut < 0 ? null : name.slice(cut + 1);
  }
  if (input.firstName !== undefined) parts.firstName = emptied(input.firstName);
  if (input.lastName !== undefined) parts.lastName = emptied(input.lastName);
  return parts;
}

function knownUser(id: string | null, { state, place }: Call): string | null {
  if (id === null) return null;
  const user = state.users.get(id);
  if (!user?.roles?.locationIds?.includes(place.location.id))
    throw badRequest('assignedTo is not a user of this location');
  return id;
}

const emptied = <T>(value: T): T | null => (value === '' ? null : value);

/** A contact with nothing in it yet. */
export function blankContact(call: Call): ContactRecord {
  return {
    id: call.state.random.id(),
    locationId: call.place.location.id,
    additionalEmails: [],
    additionalPhones: [],
    type: 'lead',
    tags: [],
    followers: [],
    dnd: false,
    dndSettings: {},
    customFields: [],
    dateAdded: call.now,
    dateUpdated: call.now,
  };
}
