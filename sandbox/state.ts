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
import type { Shelf } from './collection.ts';
import type { Random } from './random.ts';

export type DndChannel = 'Call' | 'Email' | 'SMS' | 'WhatsApp' | 'GMB' | 'FB';

/** A contact as kept. A key that was never set is absent; one that was emptied is `null`. Replaced, never changed in place. */
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

/** One sub-account and all that is in it. */
export interface Place {
  location: WireLocation & { id: string; companyId: string; name: string; timezone: string; country: string };
  /** Which field decides first when an upsert finds two contacts. */
  duplicatePriority: 'email' | 'phone';
  contacts: Map<string, ContactRecord>;
  tasks: Shelf<TaskRecord>;
  notes: Shelf<NoteRecord>;
  events: Shelf<EventRecord>;
  appointmentNotes: Shelf<AppointmentNoteRecord>;
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
  places: Map<string, Place>;
  users: Map<string, WireUser>;
  /** Where ids of new records come from. */
  random: Random;
}
