import type { Values } from './cells.ts';
import type { MergeRule, Outcome } from './merge.ts';
import { planContact, type RowPlan, type Rules } from './plan.ts';
import type { FieldRef } from './refs.ts';

/** A row of the table in the terms of fields, and what it and HighLevel last agreed on. */
export interface DriftRow {
  rowId: number;
  contactId: string;
  values: Values;
  agreed: Values;
}

/** A field whose two sides do not mean the same, and what becomes of it automatically. A row that is behind another counts, too. */
export interface Difference {
  rowId: number;
  contactId: string;
  field: FieldRef;
  outcome: Exclude<Outcome['kind'], 'same'>;
  grist: string;
  highlevel: string;
}

export interface Drift {
  /** In the order of the rows and of the rules. */
  differences: readonly Difference[];
  /** By row: values that both sides hold although they never agreed on them. */
  alike: ReadonlyMap<number, Values>;
  /** Rows without a contact. */
  unlinked: readonly number[];
  /** Rows whose contact HighLevel no longer has. */
  gone: readonly number[];
  /** Rows whose contact could not be read. */
  unread: readonly number[];
}

/**
 * Lists what `planContact` finds in rows that are in the terms of fields already. A contact that is `null` is gone, one that is
 * missing was not read.
 */
export function driftOf(
  rows: Iterable<DriftRow>,
  contacts: ReadonlyMap<string, Values | null>,
  rules: ReadonlyMap<FieldRef, MergeRule>,
): Drift {
  const inTermsOfFields: Rules = new Map([...rules].map(([field, rule]) => [field, { ...rule, transform: asIs }]));
  const all = [...rows];
  const plans = planAll(all, contacts, inTermsOfFields);
  const differences: Difference[] = [];
  const alike = new Map<number, Values>();
  const apart = { unlinked: [] as number[], gone: [] as number[], unread: [] as number[] };

  for (const { rowId, contactId, values, agreed } of all) {
    const contact = contactId === '' ? undefined : contacts.get(contactId);
    if (!contact) {
      apart[contactId === '' ? 'unlinked' : contact === null ? 'gone' : 'unread'].push(rowId);
      continue;
    }
    const fresh: Partial<Record<FieldRef, string>> = {};
    for (const [field, plan] of plans.get(rowId) ?? []) {
      const [grist, highlevel] = [values[field] ?? '', contact[field] ?? ''];
      if (plan.kind === 'same') {
        if (agreed[field] === undefined) fresh[field] = plan.value;
      } else if (plan.kind !== 'unrepresentable') {
        differences.push({ rowId, contactId, field, outcome: plan.kind, grist, highlevel });
      }
    }
    if (Object.keys(fresh).length > 0) alike.set(rowId, fresh);
  }
  return { differences, alike, ...apart };
}

const asIs = { kind: 'as-is' } as const;
const context = { users: [], businesses: [], phone: null };

function planAll(rows: readonly DriftRow[], contacts: ReadonlyMap<string, Values | null>, rules: Rules) {
  const byContact = new Map<string, DriftRow[]>();
  for (const row of rows) {
    const others = byContact.get(row.contactId);
    if (others) others.push(row);
    else byContact.set(row.contactId, [row]);
  }
  const plans = new Map<number, RowPlan['fields']>();
  for (const [contactId, linked] of byContact) {
    const sides = linked.map(({ rowId, values, agreed }) => ({ rowId, cells: values, base: agreed }));
    for (const { rowId, fields } of planContact(sides, contacts.get(contactId) ?? {}, rules, context)) {
      plans.set(rowId, fields);
    }
  }
  return plans;
}

/** Does a difference flow automatically, the one way or the other? */
export const isFlow = ({ outcome }: Difference): boolean => outcome === 'to-grist' || outcome === 'to-highlevel';
