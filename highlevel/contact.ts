import type { CustomFieldInput } from './custom-fields.ts';

/** A channel with its own do-not-disturb setting. */
export type DndChannel = 'call' | 'email' | 'sms' | 'whatsApp' | 'gmb' | 'fb';

/** `permanent` was set by a carrier or by law; HighLevel refuses to change it. */
export type DndStatus = 'active' | 'inactive' | 'permanent';

/** Where a contact came from, as HighLevel recorded it. Absent parts are `''`. */
export interface Attribution {
  url: string;
  referrer: string;
  campaign: string;
  medium: string;
  source: string;
}

/** A contact. Absent and empty values of the API are `''`, `[]` or `null`. */
export interface Contact {
  id: string;
  locationId: string;
  /** Full name as HighLevel joins it. */
  name: string;
  firstName: string;
  lastName: string;
  email: string;
  /** E.164, e.g. `+18832327657`. */
  phone: string;
  additionalEmails: readonly string[];
  additionalPhones: readonly string[];
  companyName: string;
  businessId: string;
  website: string;
  source: string;
  type: string;
  address1: string;
  city: string;
  state: string;
  postalCode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** IANA name. */
  timezone: string;
  /** `YYYY-MM-DD`, or `''`. A calendar day, never an instant. */
  dateOfBirth: string;
  /** User id of the assignee. */
  assignee: string;
  tags: readonly string[];
  followers: readonly string[];
  dnd: boolean;
  dndSettings: Partial<Record<DndChannel, DndStatus>>;
  /** Inbound messages of the contact are blocked too. */
  inboundDnd: boolean;
  /** Raw values by custom field id; `readCustomField` gives them a type. */
  customFields: Readonly<Record<string, unknown>>;
  /** The first and the latest visit that led to the contact; `null` when HighLevel has none. */
  attribution: Attribution | null;
  lastAttribution: Attribution | null;
  /** Epoch milliseconds, or `null`. */
  dateAdded: number | null;
  dateUpdated: number | null;
  lastActivity: number | null;
}

/** The writable fields of a contact. An absent key leaves the field unchanged; `null` or `''` clears it. */
export interface ContactChanges {
  name?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  phone?: string | null;
  website?: string | null;
  source?: string | null;
  address1?: string | null;
  city?: string | null;
  state?: string | null;
  /** HighLevel's update does not accept `null` for it. */
  postalCode?: string;
  /** HighLevel's update does not accept `null` for it. */
  country?: string;
  timezone?: string | null;
  /** `YYYY-MM-DD` */
  dateOfBirth?: string | null;
  /** User id. */
  assignee?: string | null;
  dnd?: boolean;
  /** Channels to change; HighLevel refuses to change one that is `permanent`. */
  dndSettings?: Partial<Record<DndChannel, 'active' | 'inactive'>>;
  /** Fields to change, created by `writeCustomField`. */
  customFields?: readonly CustomFieldInput[];
}

/** Some fields can only be set on creation. HighLevel has been observed to ignore the gender silently. */
export interface NewContact extends ContactChanges {
  companyName?: string | null;
  gender?: string;
  tags?: readonly string[];
}
