import type { EntryKind, EntryValues } from '../../sync/entries.ts';
import type { EntryPlan } from '../../sync/plan-entries.ts';
import { differences, type Entry } from '../forms.ts';
import { entryApi } from '../kinds/entry-api.ts';
import type { Operation, OperationOf } from '../operation.ts';
import { type EntryTerms, formWith } from './values.ts';

/** Changes of rows that were refused and wait for a person, by entry. */
export interface GivenBack {
  updates: ReadonlyMap<string, OperationOf<'entry'>>;
  ticks: ReadonlyMap<string, OperationOf<'tick'>>;
}

/** Was it refused as it is? What may work the next time, and what a person has to choose, is left to its operation. */
export const isGivenBack = ({ origin, status, failure }: Operation): boolean =>
  origin === 'mirror' && status === 'draft' && failure !== null && !failure.retryable && failure.code !== 'changed';

interface Sides extends GivenBack {
  kind: EntryKind;
  entries: ReadonlyMap<string, Entry>;
  terms: EntryTerms;
}

/** Leaves out what a row still asks for although it was refused. A row that says something else by now is sent. */
export function withoutGivenBack(plan: EntryPlan, { kind, entries, terms, updates, ticks }: Sides): EntryPlan {
  const isRefused = (id: string, values: EntryValues) => {
    const [want, entry] = [updates.get(id)?.want, entries.get(id)];
    if (!want || !entry) return false;
    const seen = entryApi(kind).formOf(entry);
    const form = formWith(seen, values, terms);
    return form !== null && differences(form, seen).every((key) => !differences(form, want).includes(key));
  };
  const send = plan.send.flatMap((change) => {
    const { done, ...others } = change.values;
    const isTicked = done !== undefined && String(ticks.get(change.id)?.want) !== done;
    const values: EntryValues = { ...(isTicked && { done }), ...(!isRefused(change.id, others) && others) };
    return Object.keys(values).length > 0 ? [{ ...change, values }] : [];
  });
  return { ...plan, send, conflicts: plan.conflicts.filter(({ id, grist }) => !isRefused(id, grist)) };
}
