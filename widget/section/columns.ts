import { type FieldKey, fieldKeys } from '../../sync/fields.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { ColumnMap, ColumnToMap } from './api.ts';
import type { SyncOptions } from './port.ts';

/** Columns we ask for that are not fields. */
export const contactIdColumn = 'ContactId';
export const tagsColumn = 'Tags';
/** Any number of further columns: only mapped columns ever reach a widget (measured on Grist 1.7). */
export const othersColumn = 'Others';

/** Without `strictType` a column of type Any fits everywhere. */
const text = 'Text,Choice';
const number = 'Text,Choice,Numeric,Int';

const fieldColumns: Record<FieldKey, { title: string; type: string; description?: string }> = {
  name: { title: 'Full name', type: text },
  firstName: { title: 'First name', type: text },
  lastName: { title: 'Last name', type: text },
  email: { title: 'Email', type: text },
  phone: { title: 'Phone', type: number },
  companyName: {
    title: 'Company',
    type: text,
    description: 'Read-only in HighLevel.',
  },
  assignee: { title: 'Owner', type: text, description: 'A HighLevel user: name, email or user id.' },
  source: { title: 'Source', type: text },
  website: { title: 'Website', type: text },
  dateOfBirth: { title: 'Date of birth', type: 'Date,Text' },
  address1: { title: 'Street address', type: text },
  city: { title: 'City', type: text },
  state: { title: 'State', type: text },
  postalCode: { title: 'Postal code', type: number },
  country: { title: 'Country', type: text, description: 'By name or by its two letters, such as US or DE.' },
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
    description: 'The HighLevel contact id; required.',
    optional: true,
  },
  { name: tagsColumn, title: 'Tags', type: 'ChoiceList,Text', optional: true },
  {
    name: othersColumn,
    title: 'Other columns',
    description: 'For custom fields: match them in the panel’s settings.',
    optional: true,
    allowMultiple: true,
  },
  ...Object.entries(fieldColumns).map(([name, column]) => ({ name, ...column, optional: true })),
];

/** Finds the column that the person chose for one of ours, or `null`. */
export function columnFor(mapping: ColumnMap | null, name: string): string | null {
  const chosen = mapping?.[name];
  return typeof chosen === 'string' && chosen !== '' ? chosen : null;
}

/**
 * The columns that go with fields: those that the person mapped in Grist's own panel, and those of the panel's settings,
 * where custom fields and the like are joined. Grist's own mapping wins, since that is where people look first.
 */
export function boundColumns(mapping: ColumnMap | null, sync?: SyncOptions): ReadonlyMap<FieldRef, string> {
  const received = new Set(otherColumns(mapping));
  const chosen = (sync?.bindings ?? [])
    .filter(({ colId }) => received.has(colId))
    .map(({ field, colId }): [FieldRef, string] => [field, colId]);
  const named = fieldKeys.map((key): [FieldRef, string] => [key, columnFor(mapping, key) ?? '']);
  const tags: [FieldRef, string] = ['tags', columnFor(mapping, tagsColumn) ?? ''];
  return new Map([...chosen, ...named, tags].filter(([, colId]) => colId !== ''));
}

/** The columns that a person added for the panel's settings to join. */
export function otherColumns(mapping: ColumnMap | null): readonly string[] {
  const chosen = mapping?.[othersColumn];
  return Array.isArray(chosen) ? chosen : [];
}
