/** How a field is edited and compared. */
export type FieldKind = 'text' | 'email' | 'phone' | 'url' | 'date' | 'user' | 'country';

/** The same of any field, those beside the standard ones included. */
export type ValueKind =
  | FieldKind
  | 'number'
  | 'money'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'tags'
  | 'business'
  | 'large-text'
  | 'time'
  | 'time-zone'
  | 'texts'
  | 'other';

interface FieldDefinition {
  kind: FieldKind;
  /** Can HighLevel's API change the field? Not the company name: its update refuses that key (facts: write fields). */
  writable: boolean;
  /** May the field be emptied? HighLevel's update takes `null` for these only (facts: contacts API, write fields). */
  clearable: boolean;
}

/**
 * The standard fields of a contact that are one value each, in the order in which people read them.
 * Every value is text: dates are `YYYY-MM-DD`, the assignee is a user id, the country an ISO code.
 */
export const fields = {
  name: { kind: 'text', writable: true, clearable: false },
  firstName: { kind: 'text', writable: true, clearable: true },
  lastName: { kind: 'text', writable: true, clearable: true },
  email: { kind: 'email', writable: true, clearable: true },
  phone: { kind: 'phone', writable: true, clearable: true },
  companyName: { kind: 'text', writable: false, clearable: false },
  assignee: { kind: 'user', writable: true, clearable: true },
  source: { kind: 'text', writable: true, clearable: true },
  website: { kind: 'url', writable: true, clearable: true },
  dateOfBirth: { kind: 'date', writable: true, clearable: true },
  address1: { kind: 'text', writable: true, clearable: true },
  city: { kind: 'text', writable: true, clearable: true },
  state: { kind: 'text', writable: true, clearable: true },
  postalCode: { kind: 'text', writable: true, clearable: false },
  country: { kind: 'country', writable: true, clearable: false },
} as const satisfies Record<string, FieldDefinition>;

export type FieldKey = keyof typeof fields;

export const fieldKeys = Object.keys(fields) as FieldKey[];

/** What a contact, a row or an edit says about some fields. A missing key says nothing. */
export type FieldValues = Partial<Record<FieldKey, string>>;

/** Every standard field of a contact, as text. */
export type StandardValues = Readonly<Record<FieldKey, string>>;

/** Picks the standard fields out of anything that holds them as text, such as a contact. */
export function fieldValuesOf(source: StandardValues): StandardValues {
  return Object.fromEntries(fieldKeys.map((key) => [key, source[key]])) as StandardValues;
}
