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

/** A copy of the contact with these keys changed. */
export function applyChanges(
  before: ContactRecord,
  input: WireContactUpdate & Pick<WireContactCreate, 'companyName' | 'gender'>,
  call: Call,
): ContactRecord {
  const { location, quirks, now } = call;
  const after: ContactRecord = { ...before, ...nameParts(input), dateUpdated: now };
  for (const key of copied) if (input[key] !== undefined) Object.assign(after, { [key]: emptyToNull(input[key]) });
  if (input.companyName !== undefined) after.companyName = emptyToNull(input.companyName);
  if (input.gender !== undefined && !quirks.genderDiscarded) after.gender = input.gender;
  if (input.email !== undefined) after.email = emptyToNull(input.email);
  if (input.phone !== undefined)
    after.phone = input.phone ? normalisePhone(input.phone, location.details.country) : null;
  if (input.dateOfBirth !== undefined) after.dateOfBirth = input.dateOfBirth ? readBirthday(input.dateOfBirth) : null;
  if (input.assignedTo !== undefined) after.assignedTo = knownUser(emptyToNull(input.assignedTo), call);
  if (input.dndSettings) after.dndSettings = mergeDnd(before.dndSettings, input.dndSettings);
  if (input.customFields) after.customFields = mergeCustomFields(before.customFields, input.customFields, call);
  if (input.tags) {
    after.tags = tidyTags(input.tags, quirks);
    if (quirks.tagsDefineThemselves) defineTags(location, after.tags, call.state.random);
  }
  return after;
}

/** `name` is split at its last space; an explicit `firstName` or `lastName` takes precedence. */
function nameParts(input: WireContactUpdate): Pick<ContactRecord, 'firstName' | 'lastName'> {
  const parts: Pick<ContactRecord, 'firstName' | 'lastName'> = {};
  if (input.name !== undefined) {
    const name = (input.name ?? '').trim();
    const cut = name.lastIndexOf(' ');
    parts.firstName = emptyToNull(cut < 0 ? name : name.slice(0, cut));
    parts.lastName = cut < 0 ? null : name.slice(cut + 1);
  }
  if (input.firstName !== undefined) parts.firstName = emptyToNull(input.firstName);
  if (input.lastName !== undefined) parts.lastName = emptyToNull(input.lastName);
  return parts;
}

function knownUser(id: string | null, { state, location }: Call): string | null {
  if (id === null) return null;
  const user = state.users.get(id);
  if (!user?.roles?.locationIds?.includes(location.details.id))
    throw badRequest('assignedTo is not a user of this location');
  return id;
}

const emptyToNull = <T>(value: T): T | null => (value === '' ? null : value);

/** A new contact without values. */
export function blankContact(call: Call): ContactRecord {
  return {
    id: call.state.random.id(),
    locationId: call.location.details.id,
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
