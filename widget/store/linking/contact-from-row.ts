import { isStandard } from '../../../engine/contact-values.ts';
import { customValue } from '../../../engine/custom-text.ts';
import type { DndChannel, NewContact } from '../../../highlevel/contact.ts';
import type { CustomField, CustomFieldInput } from '../../../highlevel/custom-fields.ts';
import { writeCustomField } from '../../../highlevel/custom-values.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import { problemWith, strangeCharacter, tidy } from '../../../sync/validate.ts';
import type { Row, WidgetOptions } from '../../section/port.ts';
import type { Obstacle } from '../views/linking.ts';

/** The contact that a row would become. */
export interface Wish {
  contact: NewContact;
  /** The business that it is to belong to: HighLevel takes that once the contact is there. */
  businessId: string;
  obstacles: readonly Obstacle[];
  /** Columns that say something about it. */
  columns: number;
}

interface WishOptions {
  /** In the terms of fields. */
  row: Row;
  /** Fields that cannot hold what their cell says. */
  unread: readonly FieldRef[];
  options: WidgetOptions;
  traits: (field: FieldRef) => FieldTraits | null;
  definitions: readonly CustomField[];
  /** `''` for what cannot be a phone. */
  toE164: (phone: string) => string;
}

const lines = (text: string) => text.split('\n').filter(Boolean);

/** Says of a row what HighLevel takes for a new contact, and what speaks against it. Empty cells say nothing. */
export function wishOf({ row, unread, options, traits, definitions, toE164 }: WishOptions): Wish {
  const toGrist = new Set(
    (options.sync?.bindings ?? []).filter(({ direction }) => direction === 'to-grist').map(({ field }) => field),
  );
  // HighLevel lets the company's name be said now and never again, so its column only ever looks one-way.
  toGrist.delete('companyName');
  const hasParts = Boolean(row.values.firstName || row.values.lastName);
  const contact: NewContact = {};
  const custom: CustomFieldInput[] = [];
  const dnd: Partial<Record<DndChannel, 'active'>> = {};
  const obstacles: Obstacle[] = [];
  let businessId = '';
  let columns = 0;

  const labelOf = (field: FieldRef) => definitions.find(({ id }) => field === `custom:${id}`)?.name ?? null;
  for (const [field, said] of Object.entries(row.values) as [FieldRef, string][]) {
    const is = traits(field);
    if (!is || toGrist.has(field) || (field === 'name' && hasParts)) continue;
    const text = tidy(is, said);
    if (text === '' || (!is.writable && field !== 'companyName')) continue;
    const definition = definitions.find(({ id }) => field === `custom:${id}`);
    const phone = field === 'phone' ? toE164(text) : text;
    columns++;
    if (problemWith(is, text) || phone === '') {
      const character = strangeCharacter(is, text);
      obstacles.push({ field, label: labelOf(field), problem: 'invalid', ...(character && { character }) });
    } else if (field === 'business') businessId = text;
    else if (field === 'tags') contact.tags = lines(text);
    else if (isStandard(field)) contact[field] = phone;
    else if (field === 'timezone') contact.timezone = text;
    else if (definition) custom.push(writeCustomField(definition, customValue(definition, text, undefined)));
    else if (field.startsWith('dnd:') && text === 'active') dnd[field.slice('dnd:'.length) as DndChannel] = text;
  }
  for (const field of unread) {
    if (toGrist.has(field) || !traits(field)?.writable) continue;
    columns++;
    obstacles.push({ field, label: labelOf(field), problem: 'invalid' });
  }
  if (custom.length > 0) contact.customFields = custom;
  if (Object.keys(dnd).length > 0) contact.dndSettings = dnd;
  return { contact, businessId, obstacles, columns };
}
