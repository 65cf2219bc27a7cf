/**
 * HighLevel's requests and responses, including their misspellings (HighLevel API docs, OpenAPI of 2026-06-19 and
 * its known gaps). Responses have few required keys: HighLevel declares almost none as required, and omits empty values.
 */

/** Part of every response body, including errors. */
export interface Traced {
  traceId?: string;
}

export interface WireDndSetting {
  status: 'active' | 'inactive' | 'permanent';
  message?: string;
  code?: string;
}

/** Keys are `Call Email SMS WhatsApp GMB FB` up to 2023-02-21 and `call email sms whatsApp gmb fb` in v3. */
export type WireDndSettings = Record<string, WireDndSetting>;

/** The value is a string, a number, a string array, a `{key: text}` object or a map of files, although the OpenAPI differs. */
export interface WireCustomFieldValue {
  id: string;
  value?: unknown;
}

export interface WireAttribution {
  url: string;
  campaign?: string | null;
  utmSource?: string | null;
  utmMedium?: string | null;
  medium?: string | null;
  mediumId?: string | null;
  referrer?: string | null;
}

export interface WireContact {
  id: string;
  locationId?: string;
  name?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  firstNameLowerCase?: string | null;
  lastNameLowerCase?: string | null;
  fullNameLowerCase?: string | null;
  email?: string | null;
  emailLowerCase?: string | null;
  additionalEmails?: unknown[];
  phone?: string | null;
  additionalPhones?: unknown[];
  companyName?: string | null;
  businessId?: string | null;
  website?: string | null;
  source?: string | null;
  type?: string | null;
  keyword?: string | null;
  address1?: string | null;
  city?: string | null;
  state?: string | null;
  country?: string | null;
  postalCode?: string | null;
  timezone?: string | null;
  /** `YYYY-MM-DD` in reads, a full ISO timestamp in the response to a create. */
  dateOfBirth?: string | null;
  assignedTo?: string | null;
  tags?: string[];
  followers?: string[] | string;
  dnd?: boolean;
  dndSettings?: WireDndSettings;
  inboundDndSettings?: { all?: { status: 'active' | 'inactive'; message?: string } };
  customFields?: WireCustomFieldValue[];
  attachments?: unknown;
  attributionSource?: WireAttribution;
  lastAttributionSource?: WireAttribution;
  visitorId?: string;
  /** Sensitive: the proxy removes it. */
  ssn?: string;
  dateAdded?: string;
  dateUpdated?: string;
  lastActivity?: string;
}

/** Only the response to `POST /contacts/` has these keys; it lacks `name`, `timezone` and `visitorId`. */
export interface WireCreatedContact extends Omit<WireContact, 'name' | 'timezone' | 'visitorId'> {
  deleted?: boolean;
  bounceEmail?: boolean;
  unsubscribeEmail?: boolean;
  birthMonth?: number;
  birthDay?: number;
  lastSessionActivityAt?: string;
  offers?: string[];
  products?: string[];
}

/** An item of the deprecated list and of a business's contacts. */
export interface WireListedContact extends WireContact {
  attributions?: WireAttribution[];
}

/** An item of `POST /contacts/search`: `address` and `businessName` in place of `address1` and `companyName`. */
export interface WireFoundContact extends WireContact {
  address?: string | null;
  businessName?: string | null;
  phoneLabel?: string | null;
  validEmail?: boolean | null;
  opportunities?: {
    id: string;
    pipeline_id?: string;
    pipeline_stage_id?: string;
    monetary_value?: number;
    status?: string;
  }[];
  searchAfter?: [number, string];
}

/** Reads use the key `value`; writes use `field_value` (2021-07-28) or `fieldValue` (v3), and some locations take only `value`. */
export interface WireCustomFieldInput {
  id?: string;
  key?: string;
  field_value?: unknown;
  fieldValue?: unknown;
  value?: unknown;
}

/** `PUT /contacts/:contactId`. Any other key is refused with 422; `tags` overwrites. */
export interface WireContactUpdate {
  firstName?: string | null;
  lastName?: string | null;
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  address1?: string | null;
  city?: string | null;
  state?: string | null;
  postalCode?: string;
  website?: string | null;
  timezone?: string | null;
  dnd?: boolean;
  dndSettings?: WireDndSettings;
  inboundDndSettings?: WireContact['inboundDndSettings'];
  tags?: string[];
  customFields?: WireCustomFieldInput[];
  source?: string | null;
  dateOfBirth?: string | null;
  country?: string;
  assignedTo?: string | null;
}

/** `POST /contacts/`. */
export interface WireContactCreate extends WireContactUpdate {
  locationId: string;
  gender?: string;
  companyName?: string | null;
}

/** `POST /contacts/upsert`. */
export interface WireContactUpsert extends WireContactCreate {
  createNewIfDuplicateAllowed?: boolean;
}

export type WireSearchFilter =
  | { field: string; operator: string; value?: unknown }
  | { group: 'AND' | 'OR'; filters: WireSearchFilter[] };

/** `POST /contacts/search`; `page` and `searchAfter` exclude each other. */
export interface WireContactSearch {
  locationId: string;
  pageLimit: number;
  page?: number;
  searchAfter?: unknown[];
  query?: string;
  filters?: WireSearchFilter[];
  sort?: { field: string; direction: 'asc' | 'desc' }[];
}

export type ContactResponse = Traced & { contact: WireContact };
/** `succeded`: HighLevel's misspelling. */
export type ContactUpsertedResponse = Traced & { new: boolean; succeded?: boolean; contact: WireContact };
export type ContactSearchResponse = Traced & { contacts: WireFoundContact[]; total: number };
export type ContactDuplicateResponse = Traced & { contact: WireContact | null };
export type ContactListResponse = Traced & { contacts: WireListedContact[]; count?: number; meta?: WireListMeta };

export interface WireListMeta {
  total: number;
  nextPageUrl?: string | null;
  startAfterId?: string | null;
  startAfter?: number | null;
  currentPage?: number;
  nextPage?: number | null;
  prevPage?: number | null;
}

/** The response to every delete under `/contacts`. v3 has both spellings. */
export type DeletedResponse = Traced & { succeded?: boolean; succeeded?: boolean };

export type TagsResponse = Traced & { tags: string[]; tagsAdded?: string[]; tagsRemoved?: string[] };
export type FollowersResponse = Traced & {
  followers: string[];
  followersAdded?: string[];
  followersRemoved?: string[];
};
export type BulkBusinessResponse = Traced & { success: boolean; ids: string[] };
export type BulkTagsResponse = Traced & { succeded: boolean; errorCount: number; responses: unknown[] };

export interface WireTask {
  id: string;
  title?: string;
  body?: string | null;
  assignedTo?: string | null;
  /** ISO 8601. Reads contain milliseconds; an update with milliseconds has been refused, so send whole seconds. */
  dueDate?: string | null;
  completed?: boolean;
  contactId?: string;
}
export type WireTaskInput = Partial<Omit<WireTask, 'id' | 'contactId'>>;
export type TaskResponse = Traced & { task: WireTask };
export type TasksResponse = Traced & { tasks: WireTask[] };
/** `POST /locations/:locationId/tasks/search`; the id has been observed as `_id`. */
export interface WireTaskSearch {
  contactId?: string[];
  completed?: boolean;
  assignedTo?: string[];
  query?: string;
  limit?: number;
  skip?: number;
  businessId?: string;
}

export interface WireNote {
  id: string;
  /** Often HTML from HighLevel's editor. */
  body?: string;
  bodyText?: string;
  userId?: string | null;
  dateAdded?: string;
  contactId?: string;
  title?: string;
  /** `#rrggbb` */
  color?: string;
  pinned?: boolean;
}
export type WireNoteInput = Pick<WireNote, 'body' | 'title' | 'color' | 'pinned'> & { userId?: string };
export type NoteResponse = Traced & { note: WireNote };
export type NotesResponse = Traced & { notes: WireNote[] };
