import type { FieldKey } from '../../sync/fields.ts';
import type { ColumnMap, ColumnToMap } from './api.ts';

/** Columns we ask for that are not fields. */
export const contactIdColumn = 'ContactId';
export const tagsColumn = 'Tags';

/** Without `strictType` a column of type Any fits everywhere. */
const text = 'Text,Choice';
const number = 'Text,Choice,Numeric,Int';

const fieldColumns: Record<FieldKey, { title: string; type: string; description?: string }> = {
  name: { title: 'Full name', type: text },
  firstName: { title: 'First name', type: text },
  lastName: { title: 'Last name', type: text },
  email: { title: 'E-mail', type: text },
  phone: { title: 'Phone', type: number },
  companyName: {
    title: 'Company',
    type: text,
    description: 'Shown beside the row; HighLevel does not let it be changed here.',
  },
  assignee: { title: 'Owner', type: text, description: 'The HighLevel user who looks after the contact, by user id.' },
  source: { title: 'Source', type: text },
  website: { title: 'Website', type: text },
  dateOfBirth: { title: 'Date of birth', type: 'Date,Text' },
  address1: { title: 'Street address', type: text },
  city: { title: 'City', type: text },
  state: { title: 'State', type: text },
  postalCode: { title: 'Postal code', type: number },
  country: { title: 'Country', type: text, description: 'Two letters, such as US or DE.' },
};

/**
 * The columns offered for mapping. All are optional: a required one makes Grist build the page up to three times
 * (measured on Grist 1.7), so the panel has its own screen for a missing contact id.
 */
export const columnsToMap: readonly ColumnToMap[] = [
  {
    name: contactIdColumn,
    title: 'Contact ID',
    type: 'Text,Choice',
    description: 'The id of the HighLevel contact. The panel needs this one.',
    optional: true,
  },
  { name: tagsColumn, title: 'Tags', type: 'ChoiceList,Text', optional: true },
  ...Object.entries(fieldColumns).map(([name, column]) => ({ name, ...column, optional: true })),
];

/** Finds the column that the person chose for one of ours, or `null`. */
export function columnFor(mapping: ColumnMap | null, name: string): string | null {
  const chosen = mapping?.[name];
  return typeof chosen === 'string' && chosen !== '' ? chosen : null;
}
