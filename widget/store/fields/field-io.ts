import type { Contact } from '../../../highlevel/contact.ts';
import type { Values } from '../../../sync/cells.ts';
import { type FieldKey, fieldKeys, fieldValuesOf } from '../../../sync/fields.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Calls } from '../connecting/calls.ts';

/** What reads and writes the fields that are not one plain value of the contact: custom ones, tags, the business, channels. */
export interface SpecialFields {
  read(contact: Contact, field: FieldRef): string;
  /** The special fields that have a column. */
  mapped(): readonly FieldRef[];
  /** Answers the contact as it then is. Throws `HighLevelError`. */
  write(now: Contact, field: FieldRef, text: string): Promise<Contact>;
}

/** Reads fields of a contact as text, and writes one. */
export interface FieldIo {
  read(contact: Contact, field: FieldRef): string;
  /** All standard fields, and the special ones that have a column. */
  readAll(contact: Contact): Values;
  write(now: Contact, field: FieldRef, text: string): Promise<Contact>;
}

export const isStandard = (field: FieldRef): field is FieldKey => (fieldKeys as readonly string[]).includes(field);

interface FieldIoOptions {
  calls: Pick<Calls, 'updateContact'>;
  /** Their code is fetched when a document first needs it. */
  special: () => Promise<SpecialFields>;
  /** `null` until it is fetched: then such fields say nothing. */
  loadedSpecial: () => SpecialFields | null;
}

/** Joins standard and special fields. */
export function createFieldIo({ calls, special, loadedSpecial }: FieldIoOptions): FieldIo {
  const read = (contact: Contact, field: FieldRef) =>
    isStandard(field) ? contact[field] : (loadedSpecial()?.read(contact, field) ?? '');

  return {
    read,
    readAll: (contact) => ({
      ...fieldValuesOf(contact),
      ...Object.fromEntries((loadedSpecial()?.mapped() ?? []).map((field) => [field, read(contact, field)])),
    }),
    async write(now, field, text) {
      if (!isStandard(field)) return (await special()).write(now, field, text);
      const answer = await calls.updateContact(now.id, { [field]: text });
      // An update's answer is not the whole contact: only what it is known to tell is taken from it.
      return { ...now, ...fieldValuesOf(answer), dateUpdated: answer.dateUpdated };
    },
  };
}
