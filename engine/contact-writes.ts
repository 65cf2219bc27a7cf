import { setBusiness } from '../highlevel/businesses.ts';
import type { Api } from '../highlevel/client.ts';
import type { Contact, ContactChanges, DndChannel } from '../highlevel/contact.ts';
import { getContact, updateContact } from '../highlevel/contacts.ts';
import type { CustomField } from '../highlevel/custom-fields.ts';
import { type WriteKey, writeCustomField } from '../highlevel/custom-values.ts';
import { HighLevelError, isHighLevelError } from '../highlevel/errors.ts';
import { addTags, removeTags } from '../highlevel/tags.ts';
import type { Values } from '../sync/cells.ts';
import { isNormalised, sameOfKind } from '../sync/compare.ts';
import { type FieldKey, fieldKeys, fieldValuesOf } from '../sync/fields.ts';
import { dndChannels, type FieldRef, traitsOf } from '../sync/refs.ts';
import { channelOf, definitionOf, isStandard, readField } from './contact-values.ts';
import { customValue, linesOf } from './custom-text.ts';
import { changed, ignored, Refused } from './failure.ts';
import { Overtaken, sendSeen } from './seen-update.ts';
import { isRefusedKey, keysFor, noteKey } from './write-keys.ts';

/** What became of a write: the contact as it then is, and why fields were not taken. */
export interface Written {
  contact: Contact;
  refused: ReadonlyMap<FieldRef, unknown>;
}

/** What is wanted of a contact. */
interface Wanted {
  values: Values;
  customFields: readonly CustomField[];
}

/** A part of the fields that one request changes. */
interface Part {
  fields: readonly FieldRef[];
  /** Returns the contact with what HighLevel is known to hold afterwards. */
  send(now: Contact): Promise<Contact>;
}

/**
 * Changes fields of a contact with as few requests as HighLevel's API allows: one update for all that it takes, one each for
 * added tags, removed tags and the business. Where it rejects an update of several fields, each is sent by itself, so that one
 * wrong value keeps no other from HighLevel. A value that HighLevel reports as saved and does not hold is refused as `ignored`.
 * Never rejects: the reason stands beside each field.
 */
export async function writeFields(
  api: Api,
  now: Contact,
  values: Values,
  customFields: readonly CustomField[],
): Promise<Written> {
  const refused = new Map<FieldRef, unknown>();
  const wants: Wanted = { values, customFields };
  let contact = now;
  const run = async ({ fields, send }: Part): Promise<void> => {
    if (fields.length === 0) return;
    try {
      const before = contact;
      contact = await send(before);
      for (const field of fields) {
        if (!isTaken(wants, field, before, contact))
          refused.set(field, ignored(readField(contact, field, customFields)));
      }
    } catch (error) {
      if (error instanceof Overtaken) await goOn(error, fields);
      else if (fields.length > 1 && isHighLevelError(error) && error.code === 'rejected') {
        for (const field of fields) await run(updateOf([field]));
      } else for (const field of fields) refused.set(field, error);
    }
  };
  /** Another client's values end here, unless they are the same; the other fields are sent. */
  async function goOn({ now: there, fields: overtaken }: Overtaken<Contact>, fields: readonly FieldRef[]) {
    contact = there;
    for (const field of fields.filter((one) => overtaken.has(one))) {
      if (!isTaken(wants, field, there, there))
        refused.set(field, new Refused(changed(readField(there, field, customFields))));
    }
    await run(updateOf(fields.filter((one) => !overtaken.has(one))));
  }
  const updateOf = (fields: readonly FieldRef[]): Part => ({
    fields,
    send: (before) => update(api, before, fields, wants),
  });
  const wanted = (Object.keys(values) as FieldRef[]).filter((field) => values[field] !== undefined);
  const plain = wanted.filter((field) => field !== 'tags' && field !== 'business');
  // HighLevel joins the full name out of its parts, so both in one update would contradict each other.
  const hasParts = plain.includes('firstName') || plain.includes('lastName');
  await run(updateOf(plain.filter((field) => field !== 'name' || !hasParts)));
  await run(updateOf(plain.filter((field) => field === 'name' && hasParts)));
  await run({
    fields: wanted.filter((field) => field === 'tags'),
    send: (before) => writeTags(api, before, wants),
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

const kindOf = ({ customFields }: Wanted, field: FieldRef) => traitsOf(field, customFields)?.kind ?? 'other';
const has = (tags: readonly string[], tag: string) => tags.some((one) => sameOfKind('tags', one, tag));

/** Does HighLevel hold what it was sent, in its own form at most? Tags that another client added or removed meanwhile are no failure. */
function isTaken(wanted: Wanted, field: FieldRef, before: Contact, after: Contact): boolean {
  const text = wanted.values[field] ?? '';
  if (field === 'tags') {
    const { added, removed } = tagChanges(before, text);
    return added.every((tag) => has(after.tags, tag)) && !removed.some((tag) => has(after.tags, tag));
  }
  return isNormalised(kindOf(wanted, field), text, readField(after, field, wanted.customFields));
}

function tagChanges({ tags }: Contact, text: string) {
  const wanted = linesOf(text);
  return { added: wanted.filter((tag) => !has(tags, tag)), removed: tags.filter((tag) => !has(wanted, tag)) };
}

/** Tags are added and removed one by one: an update would replace those of other people. */
async function writeTags(api: Api, now: Contact, wanted: Wanted): Promise<Contact> {
  const { added, removed } = tagChanges(now, wanted.values.tags ?? '');
  let { tags } = now;
  if (added.length > 0) tags = await addTags(api, now.id, added);
  if (removed.length > 0) tags = await removeTags(api, now.id, removed);
  const after = { ...now, tags };
  return isTaken(wanted, 'tags', now, after) ? after : getContact(api, now.id);
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

/** What an update has to say to change fields of a contact. Throws `HighLevelError` where no update could say it. */
function changesOf(now: Contact, fields: readonly FieldRef[], { values, customFields }: Wanted, key: WriteKey) {
  const standard: Partial<Record<FieldKey | 'timezone', string>> = {};
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
      inputs.push(writeCustomField(definition, value, key));
    }
  }
  return { ...standard, ...dndChanges(now, channels), ...(inputs.length > 0 && { customFields: inputs }) };
}

const isCustom = (field: FieldRef) => field.startsWith('custom:');

/**
 * One update of a contact. Custom fields that HighLevel ignores are sent again under the other keys that locations are known to
 * take, until one takes effect.
 */
async function update(api: Api, now: Contact, fields: readonly FieldRef[], wanted: Wanted): Promise<Contact> {
  const { locationId } = now;
  const keys = [...keysFor(locationId)];
  let contact = now;
  let due = fields;
  for (let key = keys.shift(); key && due.length > 0; key = keys.shift()) {
    const before = contact;
    try {
      contact = await send(api, before, due, wanted, key);
    } catch (error) {
      if (keys.length > 0 && isRefusedKey(error, key)) continue;
      throw error;
    }
    const custom = due.filter(isCustom);
    due = custom.filter(
      (field) => !isTaken(wanted, field, before, contact) && isUnchanged(wanted, field, before, contact),
    );
    // What one key took shows that it is the right one: the others were ignored for another reason.
    const isProved = due.length < custom.length;
    if (custom.length > 0) noteKey(locationId, isProved ? key : null);
    if (isProved) break;
  }
  return contact;
}

const isUnchanged = (wanted: Wanted, field: FieldRef, before: Contact, after: Contact) =>
  sameOfKind(
    kindOf(wanted, field),
    readField(before, field, wanted.customFields),
    readField(after, field, wanted.customFields),
  );

/** Returns what HighLevel holds after an update: as its answer says, and where that does not show it all, as it is then read. */
async function send(
  api: Api,
  now: Contact,
  fields: readonly FieldRef[],
  wanted: Wanted,
  key: WriteKey,
): Promise<Contact> {
  const changes = changesOf(now, fields, wanted, key);
  const answer = await sendSeen({
    now,
    want: Object.fromEntries(fields.map((field) => [field, wanted.values[field] ?? ''])),
    textOf: (contact, field) => readField(contact, field as FieldRef, wanted.customFields),
    read: () => getContact(api, now.id),
    send: (expected) => updateContact(api, now.id, changes, { expected }),
  });
  if (!showsAll(answer, now, fields, wanted)) return getContact(api, now.id);
  // An update's answer is not the whole contact.
  return {
    ...now,
    ...fieldValuesOf(answer),
    ...('timezone' in changes && { timezone: answer.timezone }),
    dateUpdated: answer.dateUpdated,
    ...(changes.dndSettings && { dnd: answer.dnd, dndSettings: { ...now.dndSettings, ...answer.dndSettings } }),
    ...(changes.customFields && { customFields: { ...now.customFields, ...answer.customFields } }),
  };
}

/** An answer leaves out emptied fields, and is not bound to have the others: only a value that it has shows that it was taken. */
function showsAll(answer: Contact, now: Contact, fields: readonly FieldRef[], wanted: Wanted): boolean {
  const isShown = (field: FieldRef) =>
    Boolean(wanted.values[field]) &&
    (!field.startsWith('dnd:') || answer.dndSettings[channelOf(field)] !== undefined) &&
    isTaken(wanted, field, now, answer);
  return fields.every(isShown) && fieldKeys.every((key) => answer[key] !== '' || now[key] === '');
}
