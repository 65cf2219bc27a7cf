import type { Attribution, Contact, ContactChanges, DndChannel, DndStatus, NewContact } from './contact.ts';
import { HighLevelError } from './errors.ts';
import { day, flag, instant, list, shape, text, texts } from './read.ts';
import type {
  WireAttribution,
  WireContactCreate,
  WireContactUpdate,
  WireCustomFieldInput,
  WireCustomFieldValue,
  WireDndSetting,
  WireFoundContact,
} from './wire.ts';

/** Parses the contact of any response; HighLevel's read, create, list and search each omit different keys. */
export function readContact(value: unknown): Contact {
  const raw = shape<WireFoundContact>(value);
  const [firstName, lastName] = [text(raw.firstName), text(raw.lastName)];
  return {
    id: text(raw.id),
    locationId: text(raw.locationId),
    name: text(raw.name) || `${firstName} ${lastName}`.trim(),
    firstName,
    lastName,
    email: text(raw.email),
    phone: text(raw.phone),
    additionalEmails: list(raw.additionalEmails).map(readAddress).filter(Boolean),
    additionalPhones: list(raw.additionalPhones).map(readAddress).filter(Boolean),
    companyName: text(raw.companyName),
    businessId: text(raw.businessId),
    website: text(raw.website),
    source: text(raw.source),
    type: text(raw.type),
    address1: text(raw.address1) || text(raw.address),
    city: text(raw.city),
    state: text(raw.state),
    postalCode: text(raw.postalCode),
    country: text(raw.country),
    timezone: text(raw.timezone),
    dateOfBirth: day(raw.dateOfBirth),
    assignee: text(raw.assignedTo),
    tags: texts(raw.tags),
    followers: texts(raw.followers),
    dnd: flag(raw.dnd),
    dndSettings: readDnd(raw.dndSettings),
    inboundDnd: isBlocked(raw.inboundDndSettings),
    customFields: readValues(raw.customFields),
    attribution: readAttribution(raw.attributionSource),
    lastAttribution: readAttribution(raw.lastAttributionSource),
    dateAdded: instant(raw.dateAdded),
    dateUpdated: instant(raw.dateUpdated),
    lastActivity: instant(raw.lastActivity),
  };
}

/** An additional address is either a string or an object with the string. */
function readAddress(value: unknown): string {
  const { email, phone } = shape<{ email: string; phone: string }>(value);
  return text(value) || text(email) || text(phone);
}

/** HighLevel's names of the channels. It accepts both casings; the date-versioned API, which we use, returns these. */
const channels: Readonly<Record<DndChannel, string>> = {
  call: 'Call',
  email: 'Email',
  sms: 'SMS',
  whatsApp: 'WhatsApp',
  gmb: 'GMB',
  fb: 'FB',
};
const channelNames = Object.keys(channels) as DndChannel[];
const statuses: readonly DndStatus[] = ['active', 'inactive', 'permanent'];

function readDnd(value: unknown): Contact['dndSettings'] {
  const found = Object.entries(shape<Record<string, WireDndSetting>>(value)).map(([name, setting]) => [
    channelNames.find((channel) => channel.toLowerCase() === name.toLowerCase()),
    statuses.find((status) => status === shape<WireDndSetting>(setting).status),
  ]);
  return Object.fromEntries(found.filter(([channel, status]) => channel && status));
}

const isBlocked = (value: unknown) => shape<WireDndSetting>(shape<{ all: unknown }>(value).all).status === 'active';

function readAttribution(value: unknown): Attribution | null {
  const raw = shape<WireAttribution>(value);
  const read = {
    url: text(raw.url),
    referrer: text(raw.referrer),
    campaign: text(raw.campaign),
    medium: text(raw.utmMedium) || text(raw.medium),
    source: text(raw.utmSource),
  };
  return Object.values(read).some(Boolean) ? read : null;
}

function readValues(value: unknown): Record<string, unknown> {
  const items = list(value).map((item) => shape<WireCustomFieldValue & WireCustomFieldInput>(item));
  return Object.fromEntries(items.map((item) => [text(item.id), item.value ?? item.field_value ?? item.fieldValue]));
}

type Writer = (value: never) => Partial<WireContactCreate>;

const clearable =
  (key: keyof WireContactCreate): Writer =>
  (value: string | null) => ({ [key]: value || null });

const plain =
  (key: keyof WireContactCreate): Writer =>
  (value: unknown) => ({ [key]: value });

const updates = {
  name: clearable('name'),
  firstName: clearable('firstName'),
  lastName: clearable('lastName'),
  email: clearable('email'),
  phone: clearable('phone'),
  website: clearable('website'),
  source: clearable('source'),
  address1: clearable('address1'),
  city: clearable('city'),
  state: clearable('state'),
  postalCode: plain('postalCode'),
  country: plain('country'),
  timezone: clearable('timezone'),
  dateOfBirth: clearable('dateOfBirth'),
  assignee: clearable('assignedTo'),
  dnd: plain('dnd'),
  dndSettings: (settings: NonNullable<ContactChanges['dndSettings']>) => ({
    dndSettings: Object.fromEntries(
      channelNames.flatMap((name) => (settings[name] ? [[channels[name], { status: settings[name] }]] : [])),
    ),
  }),
  customFields: plain('customFields'),
} satisfies Record<keyof ContactChanges, Writer>;

const creates = {
  ...updates,
  companyName: clearable('companyName'),
  gender: plain('gender'),
  tags: plain('tags'),
} satisfies Record<keyof NewContact, Writer>;

/** Serialises changes. Fails with `rejected` for a field that HighLevel's update does not accept, instead of omitting it. */
export function writeContact(changes: ContactChanges): WireContactUpdate {
  return write(changes, updates);
}

/** Serialises a new contact; empty fields are omitted. */
export function writeNewContact(locationId: string, contact: NewContact): WireContactCreate {
  const filled = Object.entries(contact).filter(([, value]) => value !== '' && value !== null);
  return { ...write(Object.fromEntries(filled), creates), locationId };
}

function write(changes: object, writers: Readonly<Record<string, Writer>>): Partial<WireContactCreate> {
  const wire: Partial<WireContactCreate> = {};
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    const writer = writers[field];
    if (!writer) throw unsupported(field);
    Object.assign(wire, writer(value as never));
  }
  return wire;
}

function unsupported(field: string): HighLevelError {
  const complaints = [`${field} cannot be changed`];
  return new HighLevelError('rejected', `HighLevel takes no ${field} here`, { complaints });
}
