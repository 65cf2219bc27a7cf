import type { Contact, DndChannel } from '../highlevel/contact.ts';
import type { CustomField } from '../highlevel/custom-fields.ts';
import type { Values } from '../sync/cells.ts';
import { type FieldKey, fieldKeys, fieldValuesOf } from '../sync/fields.ts';
import type { FieldRef } from '../sync/refs.ts';
import { customText } from './custom-text.ts';

export const isStandard = (field: FieldRef): field is FieldKey => (fieldKeys as readonly string[]).includes(field);

export const channelOf = (field: FieldRef) => field.slice('dnd:'.length) as DndChannel;
export const definitionOf = (field: FieldRef, customFields: readonly CustomField[]) =>
  customFields.find(({ id }) => field === `custom:${id}`);

/** A channel without a setting of its own is as the whole contact is. */
const channelStatus = ({ dnd, dndSettings }: Contact, channel: DndChannel) =>
  dndSettings[channel] ?? (dnd ? 'active' : 'inactive');

/** Any field of a contact as text. A custom field without a definition is `''`. */
export function readField(contact: Contact, field: FieldRef, customFields: readonly CustomField[]): string {
  if (isStandard(field)) return contact[field];
  if (field === 'tags') return contact.tags.join('\n');
  if (field === 'business') return contact.businessId;
  if (field === 'timezone') return contact.timezone;
  if (field.startsWith('dnd:')) return channelStatus(contact, channelOf(field));
  const definition = definitionOf(field, customFields);
  return definition ? customText(definition, contact.customFields[definition.id]) : '';
}

/** All standard fields of a contact, and those of `fields` that are not standard. */
export function readFields(contact: Contact, fields: Iterable<FieldRef>, customFields: readonly CustomField[]): Values {
  const special = [...fields].filter((field) => !isStandard(field));
  return {
    ...fieldValuesOf(contact),
    ...Object.fromEntries(special.map((field) => [field, readField(contact, field, customFields)])),
  };
}
