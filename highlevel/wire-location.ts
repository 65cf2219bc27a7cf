import type { Traced } from './wire.ts';

export interface WireLocation {
  id: string;
  companyId?: string;
  name?: string;
  address?: string;
  city?: string;
  state?: string;
  country?: string;
  postalCode?: string;
  website?: string;
  /** IANA name. */
  timezone?: string;
  email?: string;
  phone?: string;
  settings?: {
    allowDuplicateContact?: boolean;
    allowDuplicateOpportunity?: boolean;
    allowFacebookNameMerge?: boolean;
    disableContactTimezone?: boolean;
  };
}
export type LocationResponse = Traced & { location: WireLocation };

export interface WireCustomField {
  id: string;
  name?: string;
  /** e.g. `contact.pincode` */
  fieldKey?: string;
  placeholder?: string;
  /** `TEXT LARGE_TEXT NUMERICAL PHONE MONETORY CHECKBOX SINGLE_OPTIONS MULTIPLE_OPTIONS DATE TIME TEXTBOX_LIST FILE_UPLOAD RADIO` */
  dataType?: string;
  position?: number;
  picklistOptions?: unknown[];
  picklistImageOptions?: unknown[];
  isAllowedCustomOption?: boolean;
  isMultiFileAllowed?: boolean;
  maxFileLimit?: number;
  locationId?: string;
  model?: string;
  /** Not in HighLevel's OpenAPI of locations; its custom fields of objects have both. */
  parentId?: string;
  documentType?: string;
}
export type CustomFieldsResponse = Traced & { customFields: WireCustomField[] };
export type CustomFieldResponse = Traced & { customField: WireCustomField };

export interface WireLocationTag {
  id: string;
  name: string;
  locationId: string;
}
export type LocationTagsResponse = Traced & { tags: WireLocationTag[] };
export type LocationTagResponse = Traced & { tag: WireLocationTag };

export interface WireUser {
  id: string;
  name?: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  phone?: string;
  extension?: string;
  permissions?: Record<string, boolean>;
  scopes?: string[] | string;
  roles?: { type?: string; role?: string; locationIds?: string[]; restrictSubAccount?: boolean };
  deleted?: boolean;
  lcPhone?: Record<string, string>;
  platformLanguage?: string;
}
/** `GET /users/search` has `count`, the deprecated `GET /users/` does not. `GET /users/:userId` returns a user without a wrapping key. */
export type UsersResponse = Traced & { users: WireUser[]; count?: number };

export interface WireBusiness {
  id: string;
  name: string;
  locationId: string;
  phone?: string;
  email?: string;
  website?: string;
  address?: string;
  city?: string;
  state?: string;
  postalCode?: string;
  country?: string;
  description?: string;
  createdBy?: Record<string, unknown>;
  updatedBy?: Record<string, unknown>;
  createdAt?: string;
  updatedAt?: string;
}
export type BusinessesResponse = Traced & { businesses: WireBusiness[] };
export type BusinessResponse = Traced & { business: WireBusiness };
/** HighLevel's misspelling. */
export type BusinessWrittenResponse = Traced & { success: boolean; buiseness: WireBusiness };

/** An error response. `message` is a sentence, or an array of messages in a 422. */
export interface WireError extends Traced {
  statusCode?: number;
  message?: string | string[];
  error?: string;
  /** Of a refused duplicate. */
  meta?: { contactId?: string; contactName?: string; matchingField?: string };
}
