import type { Contact, DndChannel } from '../../../highlevel/contacts.ts';
import type { CustomField } from '../../../highlevel/custom-fields.ts';
import { type CustomFieldValue, readCustomField, writeCustomField } from '../../../highlevel/custom-values.ts';
import { HighLevelError } from '../../../highlevel/errors.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Calls } from '../calls.ts';
import { isStandard, type SpecialFields } from '../field-io.ts';
import type { SpecialVerbs } from './verbs.ts';

interface SpecialFieldsOptions {
  calls: Pick<Calls, 'updateContact' | 'getContact'>;
  verbs: SpecialVerbs;
  customFields: () => readonly CustomField[];
  mapped: () => ReadonlySet<FieldRef>;
}

const lines = (text: string) => text.split('\n').filter(Boolean);
const fold = (tag: string) => tag.trim().toLowerCase();

/** A custom field's value as text: a list has one item a line. */
function textOf({ kind, value }: CustomFieldValue): string {
  if (kind === 'text-list') return Object.values(value).join('\n');
  if (kind === 'file') return value.map(({ url }) => url).join('\n');
  if (kind === 'other') return value === null || value === undefined ? '' : JSON.stringify(value);
  if (typeof value === 'object' && value !== null) return value.join('\n');
  return value === null ? '' : String(value);
}

/** The same the other way. Kinds that a text cannot say are shown and not written. */
function parseValue({ kind }: CustomField, text: string): CustomFieldValue {
  switch (kind) {
    case 'number':
    case 'money':
      return { kind, value: text.trim() === '' ? null : Number(text) };
    case 'multiple':
    case 'checkbox':
      return { kind, value: lines(text) };
    case 'text-list':
    case 'file':
    case 'other':
      throw new HighLevelError('rejected', `a custom field of kind ${kind} cannot be written as text`);
    default:
      return { kind, value: text };
  }
}

/** Makes the reader and writer of custom fields, tags, the business and channels. */
export function createSpecialFields({ calls, verbs, customFields, mapped }: SpecialFieldsOptions): SpecialFields {
  const definitionOf = (field: FieldRef) => customFields().find(({ id }) => field === `custom:${id}`);

  function read(contact: Contact, field: FieldRef): string {
    if (isStandard(field)) return contact[field];
    if (field === 'tags') return contact.tags.join('\n');
    if (field === 'business') return contact.businessId;
    if (field.startsWith('dnd:')) {
      return contact.dndSettings[field.slice('dnd:'.length) as DndChannel] ?? 'inactive';
    }
    const definition = definitionOf(field);
    return definition ? textOf(readCustomField(definition, contact.customFields[definition.id])) : '';
  }

  /** Tags are added and taken away one by one: an update would replace those of other people. */
  async function writeTags(now: Contact, text: string): Promise<Contact> {
    const wanted = lines(text);
    const has = (tags: readonly string[], tag: string) => tags.some((one) => fold(one) === fold(tag));
    const added = wanted.filter((tag) => !has(now.tags, tag));
    const removed = now.tags.filter((tag) => !has(wanted, tag));
    let tags: readonly string[] = now.tags;
    if (added.length > 0) tags = await verbs.addTags(now.id, added);
    if (removed.length > 0) tags = await verbs.removeTags(now.id, removed);
    return { ...now, tags };
  }

  async function write(now: Contact, field: FieldRef, text: string): Promise<Contact> {
    if (field === 'tags') return writeTags(now, text);
    if (field === 'business') {
      await verbs.setBusiness(now, text || null);
      return calls.getContact(now.id);
    }
    if (field.startsWith('dnd:')) {
      const channel = field.slice('dnd:'.length) as DndChannel;
      const status = text === 'active' ? 'active' : 'inactive';
      const answer = await calls.updateContact(now.id, { dndSettings: { [channel]: status } });
      return { ...now, dnd: answer.dnd, dndSettings: { ...now.dndSettings, [channel]: status, ...answer.dndSettings } };
    }
    const definition = definitionOf(field);
    if (!definition) throw new HighLevelError('rejected', `HighLevel no longer has the field ${field}`);
    const input = writeCustomField(definition, parseValue(definition, text));
    const answer = await calls.updateContact(now.id, { customFields: [input] });
    return { ...now, customFields: { ...now.customFields, ...answer.customFields } };
  }

  return { read, write, mapped: () => [...mapped()].filter((field) => !isStandard(field)) };
}
