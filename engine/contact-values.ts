import { setBusiness } from '../highlevel/businesses.ts';
import type { Api } from '../highlevel/client.ts';
import type { Contact, ContactChanges, DndChannel } from '../highlevel/contact.ts';
import { getContact, updateContact } from '../highlevel/contacts.ts';
import type { CustomField } from '../highlevel/custom-fields.ts';
import { writeCustomField } from '../highlevel/custom-values.ts';
import { HighLevelError, isHighLevelError } from '../highlevel/errors.ts';
import { addTags, removeTags } from '../highlevel/tags.ts';
import type { Values } from '../sync/cells.ts';
import { type FieldKey, fieldKeys, fieldValuesOf } from '../sync/fields.ts';
import { dndChannels, type FieldRef } from '../sync/refs.ts';
import { customText, customValue, linesOf } from './custom-text.ts';

export const isStandard = (field: FieldRef): field is FieldKey => (fieldKeys as readonly string[]).includes(field);

const channelOf = (field: FieldRef) => field.slice('dnd:'.length) as DndChannel;
const fold = (tag: string) => tag.trim().toLowerCase();
const has = (tags: readonly string[], tag: string) => tags.some((one) => fold(one) === fold(tag));
const definitionOf = (field: FieldRef, customFields: readonly CustomField[]) =>
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

/** What became of a write: the contact as it then is, and why fields were not taken. */
export interface Written {
  contact: Contact;
  refused: ReadonlyMap<FieldRef, unknown>;
}

/** A part of the fields that one request changes. */
interface Part {
  fields: readonly FieldRef[];
  send(now: Contact): Promise<Contact>;
}

/**
 * Changes fields of a contact with as few requests as HighLevel's API allows: one update for all that it takes, one each for
 * added tags, removed tags and the business. Where it rejects an update of several fields, each is sent by itself, so that one
 * wrong value keeps no other from HighLevel. Never rejects: the reason stands beside each field.
 */
export async function writeFields(
  api: Api,
  now: Contact,
  values: Values,
  customFields: readonly CustomField[],
): Promise<Written> {
  const refused = new Map<FieldRef, unknown>();
  let contact = now;
  const run = async ({ fields, send }: Part): Promise<void> => {
    if (fields.length === 0) return;
    try {
      contact = await send(contact);
    } catch (error) {
      if (fields.length > 1 && isHighLevelError(error) && error.code === 'rejected') {
        for (const field of fields) await run(updateOf([field]));
      } else for (const field of fields) refused.set(field, error);
    }
  };
  const updateOf = (fields: readonly FieldRef[]): Part => ({
    fields,
    send: (before) => update(api, before, fields, values, customFields),
  });
  const wanted = (Object.keys(values) as FieldRef[]).filter((field) => values[field] !== undefined);
  const plain = wanted.filter((field) => field !== 'tags' && field !== 'business');
  // HighLevel joins the full name out of its parts, so both in one update would contradict each other.
  const hasParts = plain.includes('firstName') || plain.includes('lastName');
  await run(updateOf(plain.filter((field) => field !== 'name' || !hasParts)));
  await run(updateOf(plain.filter((field) => field === 'name' && hasParts)));
  await run({
    fields: wanted.filter((field) => field === 'tags'),
    send: (before) => writeTags(api, before, values.tags ?? ''),
  });
  await run({
    fields: wanted.filter((field) => field === 'business'),
    send: async (before) => {
      await setBusiness(api, before.locationId, [before.id], values.business || null);
      return getContact(api, before.id);
    },
  });
  return { contact, refused };
}

/** Tags are added and removed one by one: an update would replace those of other people. */
async function writeTags(api: Api, now: Contact, text: string): Promise<Contact> {
  const wanted = linesOf(text);
  const added = wanted.filter((tag) => !has(now.tags, tag));
  const removed = now.tags.filter((tag) => !has(wanted, tag));
  let { tags } = now;
  if (added.length > 0) tags = await addTags(api, now.id, added);
  if (removed.length > 0) tags = await removeTags(api, now.id, removed);
  return { ...now, tags };
}

/** To open one channel of a contact who is left alone as a whole, the others are closed one by one. */
function dndChanges(now: Contact, statuses: ReadonlyMap<DndChannel, 'active' | 'inactive'>): ContactChanges {
  if (statuses.size === 0) return {};
  const parts = now.dnd && [...statuses.values()].includes('inactive');
  const others = dndChannels.filter(
    (channel) => parts && !statuses.has(channel) && now.dndSettings[channel] === undefined,
  );
  const settings = {
    ...Object.fromEntries(others.map((channel) => [channel, 'active' as const])),
    ...Object.fromEntries(statuses),
  };
  return { ...(parts && { dnd: false }), dndSettings: settings };
}

/** One update of a contact. What its answer is known to hold is taken from it, the rest stays as it was sent. */
async function update(
  api: Api,
  now: Contact,
  fields: readonly FieldRef[],
  values: Values,
  customFields: readonly CustomField[],
): Promise<Contact> {
  const standard: Partial<Record<FieldKey | 'timezone', string>> = {};
  const custom: Record<string, unknown> = {};
  const inputs: NonNullable<ContactChanges['customFields']>[number][] = [];
  const channels = new Map<DndChannel, 'active' | 'inactive'>();
  for (const field of fields) {
    const text = values[field] ?? '';
    if (isStandard(field) || field === 'timezone') standard[field] = text;
    else if (field.startsWith('dnd:')) {
      // Any other word must not open a channel.
      if (text !== 'active' && text !== 'inactive') throw new HighLevelError('rejected', 'A channel is open or closed');
      channels.set(channelOf(field), text);
    } else {
      const definition = definitionOf(field, customFields);
      if (!definition) throw new HighLevelError('rejected', `HighLevel no longer has the field ${field}`);
      const value = customValue(definition, text, now.customFields[definition.id]);
      inputs.push(writeCustomField(definition, value));
      // An emptied field is left out of the answer.
      custom[definition.id] = text === '' ? undefined : value.value;
    }
  }
  const dnd = dndChanges(now, channels);
  const changes = { ...standard, ...dnd, ...(inputs.length > 0 && { customFields: inputs }) };
  const answer = await updateContact(api, now.id, changes);
  const kept = Object.entries({ ...now.customFields, ...custom }).filter(([, value]) => value !== undefined);
  // An update's answer is not the whole contact.
  return {
    ...now,
    ...(Object.keys(standard).some((field) => field !== 'timezone') && fieldValuesOf(answer)),
    ...('timezone' in standard && { timezone: answer.timezone }),
    dateUpdated: answer.dateUpdated,
    ...(dnd.dndSettings && {
      dnd: answer.dnd,
      dndSettings: { ...now.dndSettings, ...dnd.dndSettings, ...answer.dndSettings },
    }),
    ...(inputs.length > 0 && { customFields: { ...Object.fromEntries(kept), ...answer.customFields } }),
  };
}
