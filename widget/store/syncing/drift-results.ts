import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Difference, isFlow } from '../../../sync/drift.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import type { Edits } from '../fields/edits.ts';
import type { Failure } from '../view.ts';
import type { DifferenceView, DriftView } from '../views/drift.ts';
import type { Rules } from './outcomes.ts';

/** What became of one row. */
export type RowResult =
  | { kind: 'compared'; name: string; differences: readonly Difference[] }
  | { kind: 'gone'; name: string }
  | { kind: 'unread'; name: string; failure: Failure };

interface ResultsOptions {
  edits: Pick<Edits, 'of'>;
  rules: ReadonlySignal<Rules>;
  traits: (field: FieldRef) => FieldTraits;
  labelOf: (field: FieldRef) => string | null;
}

type Progress = Pick<DriftView, 'step' | 'columns' | 'rows' | 'total' | 'done' | 'unlinked' | 'failure' | 'asOf'>;

const untouched: Progress = {
  step: 'new',
  columns: 0,
  rows: 0,
  total: 0,
  done: 0,
  unlinked: 0,
  failure: null,
  asOf: null,
};

export const keyOf = ({ rowId, field }: Pick<Difference, 'rowId' | 'field'>) => `${rowId} ${field}`;

/** Holds what a check found, by row, and shows it as one list. */
export function createResults({ edits, rules, traits, labelOf }: ResultsOptions) {
  const progress = signal<Progress>(untouched);
  const results = signal<ReadonlyMap<number, RowResult>>(new Map());
  const busy = signal<ReadonlySet<string>>(new Set());

  function viewOf(difference: Difference, name: string): DifferenceView {
    const { field, contactId } = difference;
    const { direction } = rules.value.get(field) ?? { direction: 'both' };
    const { kind, writable } = traits(field);
    const edit = edits.of(contactId).get(field);
    return {
      ...difference,
      ...{ name, kind, label: labelOf(field) },
      sendable: writable && direction !== 'to-grist',
      takeable: direction !== 'to-highlevel',
      busy: busy.value.has(keyOf(difference)),
      failure: edit?.save?.failure ?? edit?.draft?.failure ?? null,
    };
  }

  const view = computed((): DriftView => {
    const all = [...results.value].sort(([left], [right]) => left - right);
    const compared = all.flatMap(([, result]) => (result.kind === 'compared' ? [result] : []));
    const differences = compared.flatMap(({ name, differences }) => differences.map((one) => viewOf(one, name)));
    return {
      ...progress.value,
      differences,
      differing: compared.filter((result) => result.differences.length > 0).length,
      flowing: differences.filter(isFlow).length,
      gone: all.flatMap(([rowId, { kind, name }]) => (kind === 'gone' ? [{ rowId, name }] : [])),
      unread: all.flatMap(([rowId, result]) =>
        result.kind === 'unread' ? [{ rowId, name: result.name, failure: result.failure }] : [],
      ),
    };
  });

  return {
    view,
    /** Begins a new check: what was found before is no longer so. */
    begin: () => {
      results.value = new Map();
      progress.value = { ...untouched, step: 'checking' };
    },
    go: (change: Partial<Progress>) => {
      progress.value = { ...progress.peek(), ...change };
    },
    /** Notes what was found; `null` for a row that is no longer in the table, or holds another contact. */
    put: (found: Iterable<readonly [number, RowResult | null]>) => {
      const next = new Map(results.peek());
      for (const [rowId, result] of found) {
        if (result) next.set(rowId, result);
        else next.delete(rowId);
      }
      results.value = next;
    },
    flowingRows: () => {
      const rows = new Map<number, string>();
      for (const one of view.peek().differences) if (isFlow(one)) rows.set(one.rowId, one.contactId);
      return [...rows];
    },
    nameOf: (rowId: number) => results.peek().get(rowId)?.name ?? '',
    find: (difference: Difference) => {
      const result = results.peek().get(difference.rowId);
      if (result?.kind !== 'compared') return undefined;
      return result.differences.find(({ field }) => field === difference.field);
    },
    setBusy: (difference: Difference, isBusy: boolean) => {
      const next = new Set(busy.peek());
      next[isBusy ? 'add' : 'delete'](keyOf(difference));
      busy.value = next;
    },
  };
}

export type Results = ReturnType<typeof createResults>;
