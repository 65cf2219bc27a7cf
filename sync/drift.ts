import type { Values } from './cells.ts';
import { type MergeRule, merge, type Outcome } from './merge.ts';
import type { LinkedRow } from './plan.ts';
import type { FieldRef } from './refs.ts';

/** A row of the table, and what it and HighLevel last agreed on. */
export interface DriftRow extends LinkedRow {
  agreed: Values;
}

/** A field whose two sides do not mean the same, and what may become of it by itself. */
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
  /** Rows whose contact nobody could read. */
  unread: readonly number[];
}

/**
 * Compares rows with their contacts, each row for itself: two rows of one contact agree with it one by one. A contact that is
 * `null` is gone, one that is missing was not read. What a cell or a contact does not say is not compared.
 */
export function driftOf(
  rows: Iterable<DriftRow>,
  contacts: ReadonlyMap<string, Values | null>,
  rules: ReadonlyMap<FieldRef, MergeRule>,
): Drift {
  const differences: Difference[] = [];
  const alike = new Map<number, Values>();
  const apart = { unlinked: [] as number[], gone: [] as number[], unread: [] as number[] };

  for (const { rowId, contactId, values, agreed } of rows) {
    const contact = contactId === '' ? undefined : contacts.get(contactId);
    if (!contact) {
      apart[contactId === '' ? 'unlinked' : contact === null ? 'gone' : 'unread'].push(rowId);
      continue;
    }
    const fresh: Partial<Record<FieldRef, string>> = {};
    for (const [field, rule] of rules) {
      const [grist, highlevel] = [values[field], contact[field]];
      if (grist === undefined || highlevel === undefined) continue;
      const outcome = merge(agreed[field], grist, highlevel, rule);
      if (outcome.kind !== 'same')
        differences.push({ rowId, contactId, field, outcome: outcome.kind, grist, highlevel });
      else if (agreed[field] === undefined) fresh[field] = outcome.value;
    }
    if (Object.keys(fresh).length > 0) alike.set(rowId, fresh);
  }
  return { differences, alike, ...apart };
}

/** Tells whether a difference flows by itself, the one way or the other. */
export const isFlow = ({ outcome }: Difference): boolean => outcome === 'to-grist' || outcome === 'to-highlevel';
