import type { Contact, DndChannel } from '../../../highlevel/contact.ts';
import type { CustomField } from '../../../highlevel/custom-fields.ts';
import { writeCustomField } from '../../../highlevel/custom-values.ts';
import { HighLevelError } from '../../../highlevel/errors.ts';
import { dndChannels, type FieldRef } from '../../../sync/refs.ts';
import type { Calls } from '../connecting/calls.ts';
import { isStandard, type SpecialFields } from '../fields/field-io.ts';
import { customText, customValue, linesOf } from './custom-text.ts';
import type { SpecialVerbs } from './verbs.ts';

interface SpecialFieldsOptions {
  calls: Pick<Calls, 'updateContact' | 'getContact'>;
  verbs: SpecialVerbs;
  customFields: () => readonly CustomField[];
  mapped: () => ReadonlySet<FieldRef>;
}

const channelOf = (field: FieldRef) => field.slice('dnd:'.length) as DndChannel;
const fold = (tag: string) => tag.trim().toLowerCase();

/** A channel that is not spoken of is as the whole contact is. */
const statusOf = ({ dnd, dndSettings }: Contact, channel: DndChannel) =>
  dndSettings[channel] ?? (dnd ? 'active' : 'inactive');

/** Makes the reader and writer of custom fields, tags, the business and channels. */
export function createSpecialFields({ calls, verbs, customFields, mapped }: SpecialFieldsOptions): SpecialFields {
  const definitionOf = (field: FieldRef) => customFields().find(({ id }) => field === `custom:${id}`);

  function read(contact: Contact, field: FieldRef): string {
    if (isStandard(field)) return contact[field];
    if (field === 'tags') return contact.tags.join('\n');
    if (field === 'business') return contact.businessId;
    if (field === 'timezone') return contact.timezone;
    if (field.startsWith('dnd:')) return statusOf(contact, channelOf(field));
    const definition = definitionOf(field);
    return definition ? customText(definition, contact.customFields[definition.id]) : '';
  }

  /** Tags are added and taken away one by one: an update would replace those of other people. */
  async function writeTags(now: Contact, text: string): Promise<Contact> {
    const wanted = linesOf(text);
    const has = (tags: readonly string[], tag: string) => tags.some((one) => fold(one) === fold(tag));
    const added = wanted.filter((tag) => !has(now.tags, tag));
    const removed = now.tags.filter((tag) => !has(wanted, tag));
    let tags: readonly string[] = now.tags;
    if (added.length > 0) tags = await verbs.addTags(now.id, added);
    if (removed.length > 0) tags = await verbs.removeTags(now.id, removed);
    return { ...now, tags };
  }

  /** To open one channel of a contact who is left alone as a whole, the others are closed one by one. */
  async function writeChannel(now: Contact, channel: DndChannel, status: 'active' | 'inactive'): Promise<Contact> {
    const parts = now.dnd && status === 'inactive';
    const others = dndChannels.filter((other) => other !== channel && parts && now.dndSettings[other] === undefined);
    const settings = { ...Object.fromEntries(others.map((other) => [other, 'active' as const])), [channel]: status };
    const answer = await calls.updateContact(now.id, { ...(parts && { dnd: false }), dndSettings: settings });
    return { ...now, dnd: answer.dnd, dndSettings: { ...now.dndSettings, ...settings, ...answer.dndSettings } };
  }

  async function write(now: Contact, field: FieldRef, text: string): Promise<Contact> {
    if (field === 'tags') return writeTags(now, text);
    if (field === 'business') {
      await verbs.setBusiness(now, text || null);
      return calls.getContact(now.id);
    }
    if (field === 'timezone') {
      const { timezone, dateUpdated } = await calls.updateContact(now.id, { timezone: text });
      return { ...now, timezone, dateUpdated };
    }
    if (field.startsWith('dnd:')) {
      // A word that says neither must not open a channel.
      if (text !== 'active' && text !== 'inactive') throw new HighLevelError('rejected', 'A channel is open or closed');
      return writeChannel(now, channelOf(field), text);
    }
    const definition = definitionOf(field);
    if (!definition) throw new HighLevelError('rejected', `HighLevel no longer has the field ${field}`);
    const value = customValue(definition, text, now.customFields[definition.id]);
    const answer = await calls.updateContact(now.id, { customFields: [writeCustomField(definition, value)] });
    // An emptied field is left out of the answer.
    const { [definition.id]: _, ...others } = now.customFields;
    const written = text === '' ? {} : { [definition.id]: value.value };
    return { ...now, customFields: { ...others, ...written, ...answer.customFields } };
  }

  return { read, write, mapped: () => [...mapped()].filter((field) => !isStandard(field)) };
}
