import type { Values } from './cells.ts';
import type { Binding } from './mapping.ts';
import { merge, type Outcome } from './merge.ts';
import { type CustomTraits, type FieldRef, type FieldTraits, isSame, traitsOf } from './refs.ts';
import { toGrist } from './transforms/transform.ts';
import type { TransformContext } from './transforms/types.ts';

/** A row of the table, in the terms of fields. What a cell cannot say there is left out. */
export interface LinkedRow {
  rowId: number;
  contactId: string;
  values: Values;
}

export interface PlanFacts {
  customFields: readonly CustomTraits[];
  context: TransformContext;
}

/** What is to be done for one contact. */
export interface ContactPlan {
  /** All rows of the contact: a value that flows, either way, belongs in every one of them before it is agreed on. */
  rowIds: readonly number[];
  /** Never empty. A field that is the same everywhere, and agreed on, is not in it. */
  outcomes: ReadonlyMap<FieldRef, Outcome>;
}

/**
 * Plans one row or a whole table: what to write where, and what a person must decide, by contact. Contacts that were not
 * read, rows without one, and fields that HighLevel no longer has are left out, as are contacts with nothing to do.
 */
export function plan(
  rows: Iterable<LinkedRow>,
  contacts: ReadonlyMap<string, Values>,
  bases: ReadonlyMap<string, Values>,
  bindings: readonly Binding[],
  { customFields, context }: PlanFacts,
): Map<string, ContactPlan> {
  const rules = bindings.flatMap((binding) => {
    const traits = traitsOf(binding.field, customFields);
    return traits ? [{ ...binding, traits }] : [];
  });
  const plans = new Map<string, ContactPlan>();
  for (const [contactId, linked] of byContact(rows)) {
    const contact = contacts.get(contactId);
    if (!contact) continue;
    const base = bases.get(contactId);
    const outcomes = new Map<FieldRef, Outcome>();
    for (const rule of rules) {
      const outcome = outcomeOf(linked, contact[rule.field], base?.[rule.field], rule, context);
      if (outcome) outcomes.set(rule.field, outcome);
    }
    if (outcomes.size > 0) plans.set(contactId, { rowIds: linked.map(({ rowId }) => rowId), outcomes });
  }
  return plans;
}

interface Rule extends Binding {
  traits: FieldTraits;
}

function byContact(rows: Iterable<LinkedRow>): Map<string, LinkedRow[]> {
  const groups = new Map<string, LinkedRow[]>();
  for (const row of rows) {
    const group = groups.get(row.contactId);
    if (group) group.push(row);
    else if (row.contactId !== '') groups.set(row.contactId, [row]);
  }
  return groups;
}

function outcomeOf(
  rows: readonly LinkedRow[],
  highlevel: string | undefined,
  base: string | undefined,
  rule: Rule,
  context: TransformContext,
): Outcome | null {
  const { field, traits, transform } = rule;
  const cells = distinct(rows, field, traits);
  const [first] = cells;
  if (first === undefined || highlevel === undefined) return null;

  const grist = spokesman(cells, base, rule);
  if (grist === undefined) return { kind: 'differs', grist: first, highlevel };
  const outcome = merge(base, grist, highlevel, rule);
  if (outcome.kind === 'same') {
    // Another row of the contact is behind: agreed on now, its old value would look like a change.
    const isBehind = cells.some((cell) => !isSame(traits, cell, outcome.value));
    if (isBehind) return { kind: 'to-grist', value: outcome.value };
    return base === outcome.value ? null : outcome;
  }
  const isUnsaid = outcome.kind === 'to-grist' && toGrist(transform, outcome.value, context) === undefined;
  return isUnsaid ? { kind: 'differs', grist, highlevel } : outcome;
}

/** What the rows of a contact say about a field, without what only repeats another. */
function distinct(rows: readonly LinkedRow[], field: FieldRef, traits: FieldTraits): string[] {
  const cells: string[] = [];
  for (const { values } of rows) {
    const cell = values[field];
    if (cell !== undefined && !cells.some((other) => isSame(traits, other, cell))) cells.push(cell);
  }
  return cells;
}

/** The one value that stands for all rows of a contact; `undefined` when they contradict each other. */
function spokesman(
  cells: readonly string[],
  base: string | undefined,
  { traits, direction }: Rule,
): string | undefined {
  if (cells.length === 1) return cells[0];
  if (base === undefined || direction === 'to-highlevel') return undefined;
  const [changed, ...others] = cells.filter((cell) => !isSame(traits, cell, base));
  return others.length === 0 ? changed : undefined;
}
