/** How a field is edited and compared. */
export type FieldKind = 'text' | 'email' | 'phone' | 'url' | 'date' | 'user' | 'country';

interface FieldDefinition {
  kind: FieldKind;
  /** The key that `PUT /contacts/{id}` takes, or `null` where HighLevel's API cannot change the field. */
  wire: string | null;
  /** May the field be emptied? HighLevel's update takes `null` for these only (facts: contacts API, write fields). */
  clearable: boolean;
}

/**
 * The standard fields of a contact that are one value each, in the order in which people read them.
 * Every value is text: dates are `YYYY-MM-DD`, the assignee is a user id, the country an ISO code.
 */
export const fields = {
  name: { kind: 'text', wire: 'name', clearable: false },
  firstName: { kind: 'text', wire: 'firstName', clearable: true },
  lastName: { kind: 'text', wire: 'lastName', clearable: true },
  email: { kind: 'email', wire: 'email', clearable: true },
  phone: { kind: 'phone', wire: 'phone', clearable: true },
  companyName: { kind: 'text', wire: null, clearable: false },
  assignee: { kind: 'user', wire: 'assignedTo', clearable: true },
  source: { kind: 'text', wire: 'source', clearable: true },
  website: { kind: 'url', wire: 'website', clearable: true },
  dateOfBirth: { kind: 'date', wire: 'dateOfBirth', clearable: true },
  address1: { kind: 'text', wire: 'address1', clearable: true },
  city: { kind: 'text', wire: 'city', clearable: true },
  state: { kind: 'text', wire: 'state', clearable: true },
  postalCode: { kind: 'text', wire: 'postalCode', clearable: false },
  country: { kind: 'country', wire: 'country', clearable: false },
} as const satisfies Record<string, FieldDefinition>;

export type FieldKey = keyof typeof fields;

export const fieldKeys = Object.keys(fields) as FieldKey[];

/** What a contact, a row or an edit says about some fields. A missing key says nothing. */
export type FieldValues = Partial<Record<FieldKey, string>>;
