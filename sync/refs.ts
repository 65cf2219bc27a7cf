import { type FieldKey, fields, type ValueKind } from './fields.ts';

/** A channel that a contact may have closed to messages. */
export const dndChannels = ['call', 'email', 'sms', 'whatsApp', 'gmb', 'fb'] as const;
export type DndChannel = (typeof dndChannels)[number];

/** Names any field of a contact. The base and the activity log keep values under these names, so they are final. */
export type FieldRef = FieldKey | 'tags' | 'business' | 'timezone' | `custom:${string}` | `dnd:${DndChannel}`;

/** The fields that every contact has besides the standard ones. */
export const specialRefs: readonly FieldRef[] = [
  'tags',
  'business',
  'timezone',
  ...dndChannels.map((channel): FieldRef => `dnd:${channel}`),
];

/** How a field behaves, whatever it is. */
export interface FieldTraits {
  kind: ValueKind;
  /** Can HighLevel's API change the field? */
  writable: boolean;
  /** May the field be emptied? */
  clearable: boolean;
  choices?: readonly string[];
  /** Is there no other value than these? */
  isClosed?: true;
}

/** What a custom field's traits follow from. `kind` is in the words of `highlevel/custom-fields.ts`. */
export interface CustomTraits {
  id: string;
  kind: string;
  options?: readonly string[];
  /** May a value be given that is none of the options? */
  allowsOther?: boolean;
}

const customKinds: Readonly<Record<string, ValueKind>> = {
  text: 'text',
  'large-text': 'large-text',
  phone: 'phone',
  number: 'number',
  money: 'money',
  date: 'date',
  time: 'time',
  'text-list': 'texts',
  single: 'choice',
  radio: 'choice',
  multiple: 'choices',
  checkbox: 'choices',
};

const tags: FieldTraits = { kind: 'tags', writable: true, clearable: true };
const business: FieldTraits = { kind: 'business', writable: true, clearable: true };
const timezone: FieldTraits = { kind: 'time-zone', writable: true, clearable: true };
const channelStates = ['active', 'inactive'];
const dnd: FieldTraits = { kind: 'choice', writable: true, clearable: false, choices: channelStates, isClosed: true };

const isStandard = (ref: FieldRef): ref is FieldKey => Object.hasOwn(fields, ref);

/** How a field behaves; `null` for a custom field that HighLevel does not have. */
export function traitsOf(ref: FieldRef, custom: readonly CustomTraits[]): FieldTraits | null {
  if (isStandard(ref)) return fields[ref];
  if (ref === 'tags') return tags;
  if (ref === 'business') return business;
  if (ref === 'timezone') return timezone;
  if (ref.startsWith('dnd:')) return dnd;
  const definition = custom.find(({ id }) => ref === `custom:${id}`);
  return definition ? customTraits(definition) : null;
}

/** Files and kinds that did not exist when this was written are shown and never written. */
function customTraits({ kind, options = [], allowsOther }: CustomTraits): FieldTraits {
  const known = customKinds[kind];
  if (!known) return { kind: 'other', writable: false, clearable: false };
  const choices = options.length > 0 && { choices: options, ...(!allowsOther && { isClosed: true as const }) };
  return { kind: known, writable: true, clearable: true, ...choices };
}
