import type { Contact } from '../../../highlevel/contact.ts';
import type { Binding } from '../../../sync/mapping.ts';
import { merge, type Outcome } from '../../../sync/merge.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import type { Row } from '../../section/port.ts';
import type { EditsOfContact } from '../fields/edits.ts';
import type { FieldIo } from '../fields/field-io.ts';
import type { AgreedFields } from './agreements.ts';

export type Outcomes = ReadonlyMap<FieldRef, Outcome>;

/** How a column takes part: the parts of a binding that decide what flows. */
export type Rules = ReadonlyMap<FieldRef, Pick<Binding, 'direction' | 'onConflict'>>;

export interface Sides {
  row: Row;
  contact: Contact;
  agreed: AgreedFields;
  edits: EditsOfContact;
  rules: Rules;
  traits: (field: FieldRef) => FieldTraits;
  io: FieldIo;
}

/** Compares both sides of a contact with what they last agreed on. A field that a person is at work on is left to them. */
export function outcomesOf({ row, contact, agreed, edits, rules, traits, io }: Sides): Outcomes {
  const outcomes = new Map<FieldRef, Outcome>();
  for (const [field, rule] of rules) {
    const cell = row.values[field];
    if (cell === undefined || edits.has(field)) continue;
    const how = { ...rule, traits: traits(field) };
    outcomes.set(field, merge(agreed.get(field)?.value, cell, io.read(contact, field), how));
  }
  return outcomes;
}

/** The values of all outcomes of one kind, by field. */
export function valuesOf(
  outcomes: Outcomes,
  kind: 'same' | 'to-grist' | 'to-highlevel',
): Partial<Record<FieldRef, string>> {
  return Object.fromEntries(
    [...outcomes].flatMap(([field, outcome]) => (outcome.kind === kind ? [[field, outcome.value]] : [])),
  );
}
