import type { WireAttribution, WireContact, WireCustomFieldValue, WireDndSetting } from '../highlevel/wire.ts';
import type {
  WireAppointmentNote,
  WireBlockedSlot,
  WireCalendar,
  WireCalendarGroup,
} from '../highlevel/wire-calendars.ts';
import type {
  WireBusiness,
  WireCustomField,
  WireLocation,
  WireLocationTag,
  WireUser,
} from '../highlevel/wire-location.ts';
import type { Collection } from './collection.ts';
import type { Random } from './random.ts';

export type DndChannel = 'Call' | 'Email' | 'SMS' | 'WhatsApp' | 'GMB' | 'FB';

/** A stored contact. A key that was never set is absent; an emptied key is `null`. Records are replaced, never mutated. */
export interface ContactRecord {
  id: string;
  locationId: string;
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  phone?: string | null;
  additionalEmails: string[];
  additionalPhones: string[];
  companyName?: string | null;
  businessId?: string | null;
  website?: string | null;
  source?: string | null;
  type: string;
  gender?: string;
  address1?: string | null;
  city?: string | null;
  state?: string | null;
  postalCode?: string;
  country?: string;
  timezone?: string | null;
  /** `YYYY-MM-DD` */
  dateOfBirth?: string | null;
  assignedTo?: string | null;
  tags: string[];
  followers: string[];
  dnd: boolean;
  dndSettings: Partial<Record<DndChannel, WireDndSetting>>;
  inboundDndSettings?: WireContact['inboundDndSettings'];
  customFields: WireCustomFieldValue[];
  attributionSource?: WireAttribution;
  ssn?: string;
  /** Epoch milliseconds. */
  dateAdded: number;
  dateUpdated: number;
}

export interface TaskRecord {
  id: string;
  contactId: string;
  title: string;
  body: string;
  assignedTo: string | null;
  /** Epoch milliseconds. */
  dueDate: number;
  completed: boolean;
  dateAdded: number;
}

export interface NoteRecord {
  id: string;
  contactId: string;
  body: string;
  title?: string;
  color?: string;
  pinned?: boolean;
  userId: string | null;
  dateAdded: number;
}

export interface EventRecord {
  id: string;
  contactId: string;
  calendarId: string;
  title: string;
  appointmentStatus: string;
  assignedUserId?: string;
  address: string;
  description: string;
  meetingLocationType?: string;
  rrule?: string;
  groupId: string;
  /** Epoch milliseconds. */
  startTime: number;
  endTime: number;
  dateAdded: number;
  dateUpdated: number;
}

export type AppointmentNoteRecord = Required<Omit<WireAppointmentNote, 'dateAdded' | 'createdBy'>> & {
  eventId: string;
  dateAdded: number;
};

export type BlockedSlotRecord = Omit<WireBlockedSlot, 'startTime' | 'endTime'> & {
  startTime: number;
  endTime: number;
  dateAdded: number;
};

/** One sub-account with its records. */
export interface LocationData {
  details: WireLocation & { id: string; companyId: string; name: string; timezone: string; country: string };
  /** The field that takes precedence when an upsert matches two contacts. */
  duplicatePriority: 'email' | 'phone';
  contacts: Map<string, ContactRecord>;
  tasks: Collection<TaskRecord>;
  notes: Collection<NoteRecord>;
  events: Collection<EventRecord>;
  appointmentNotes: Collection<AppointmentNoteRecord>;
  blockedSlots: Map<string, BlockedSlotRecord>;
  /** By name. */
  tags: Map<string, WireLocationTag>;
  businesses: Map<string, WireBusiness>;
  customFields: Map<string, WireCustomField>;
  calendars: Map<string, WireCalendar>;
  groups: Map<string, WireCalendarGroup>;
}

export interface State {
  companyId: string;
  /** By location id. */
  locations: Map<string, LocationData>;
  users: Map<string, WireUser>;
  /** The source of ids for new records. */
  random: Random;
}
