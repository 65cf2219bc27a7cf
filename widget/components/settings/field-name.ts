import type { FieldRef } from '../../../sync/refs.ts';
import type { SettingsMessages } from '../../i18n/en/settings.ts';
import { labelOf } from '../fields/field-text.ts';

/** What a person calls a field that goes with a column; `label` is HighLevel's name of a custom one. */
export function fieldName(
  field: FieldRef,
  label: string | null,
  words: SettingsMessages['sync'],
  fields: Parameters<typeof labelOf>[1],
): string {
  if (field === 'tags' || field === 'business') return words.fields[field];
  return field.startsWith('dnd:') ? words.dnd(field.slice('dnd:'.length)) : labelOf({ key: field, label }, fields);
}
