/** A channel that a contact may have switched off. */
export type DndChannel = 'call' | 'email' | 'sms' | 'whatsApp' | 'gmb' | 'fb';

/** `permanent` was set by a carrier or by law: HighLevel refuses to change it. */
export type DndStatus = 'active' | 'inactive' | 'permanent';

/** A contact as the panel knows it: absent and empty wire values alike are `''`, `[]` or `null`. */
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
  /** By custom field id; the raw value until a definition gives it a type. */
  customFields: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds, or `null`. */
  dateAdded: number | null;
  dateUpdated: number | null;
  lastActivity: number | null;
}
