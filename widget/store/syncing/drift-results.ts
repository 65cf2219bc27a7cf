import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { RowReport } from '../../../engine/run.ts';
import type { Rules } from '../../../sync/plan.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import type { Edits } from '../fields/edits.ts';
import type { Difference, DifferenceView, DriftView } from '../views/drift.ts';

interface ResultsOptions {
  edits: Pick<Edits, 'all'>;
  table: { rules: ReadonlySignal<Rules> };
  traits: (field: FieldRef) => FieldTraits;
  labelOf: (field: FieldRef) => string | null;
}

type Progress = Pick<
  DriftView,
  'step' | 'columns' | 'rows' | 'total' | 'done' | 'unlinked' | 'repeats' | 'failure' | 'asOf'
>;

const untouched: Progress = {
  step: 'new',
  columns: 0,
  rows: 0,
  total: 0,
  done: 0,
  unlinked: 0,
  repeats: false,
  failure: null,
  asOf: null,
};

/** Milliseconds between two views while rows keep coming: a view of all rows for each row would cost their square. */
const rest = 100;

const keyOf = ({ rowId, field }: Pick<Difference, 'rowId' | 'field'>) => `${rowId} ${field}`;
/** Does it flow, the one way or the other, without a choice? */
const isFlow = ({ outcome }: Difference) => outcome === 'to-grist' || outcome === 'to-highlevel';

interface Row {
  report: RowReport;
  differences: readonly DifferenceView[];
}

/** Holds what a check found, by row, and shows it as one list. */
export function createResults({ edits, table, traits, labelOf }: ResultsOptions) {
  const progress = signal<Progress>(untouched);
  const busy = signal<ReadonlySet<string>>(new Set());
  const rows = new Map<number, Row>();
  /** Changes when what is held is to be shown. */
  const shown = signal(0);
  let shownAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show() {
    clearTimeout(timer);
    timer = undefined;
    shownAt = Date.now();
    shown.value = shown.peek() + 1;
  }
  function showSoon() {
    if (Date.now() - shownAt >= rest) show();
    else timer ??= setTimeout(show, rest);
  }

  function rowOf(report: RowReport): Row {
    if (report.kind !== 'compared') return { report, differences: [] };
    const { rowId, contactId } = report;
    const differences = report.differing.map(({ field, plan, grist, highlevel }) => {
      const difference = { rowId, contactId, field, outcome: plan.kind, grist, highlevel };
      const { direction } = table.rules.peek().get(field) ?? { direction: 'both' };
      const { kind, writable } = traits(field);
      const isSayable = difference.outcome !== 'unrepresentable';
      return {
        ...difference,
        name: report.name,
        kind,
        label: labelOf(field),
        sendable: isSayable && writable && direction !== 'to-grist',
        takeable: isSayable && direction !== 'to-highlevel',
        busy: false,
        failure: null,
      };
    });
    return { report, differences };
  }

  const sorted = computed((): readonly Row[] => {
    shown.value;
    return [...rows.values()].sort((left, right) => left.report.rowId - right.report.rowId);
  });
  /** Why fields were not written, by row and field. */
  const failures = computed((): ReadonlyMap<string, Failure> => {
    const found = new Map<string, Failure>();
    for (const fields of edits.all.value.values())
      for (const [field, { save, draft }] of fields) {
        const failed = save?.failure ? save : draft?.failure ? draft : null;
        if (failed?.failure) found.set(keyOf({ rowId: failed.target.rowId, field }), failed.failure);
      }
    return found;
  });

  /** Most differences are as they were found: only those that are being settled, or could not be, are made anew. */
  function current(one: DifferenceView): DifferenceView {
    if (busy.value.size === 0 && failures.value.size === 0) return one;
    const key = keyOf(one);
    const [isBusy, failure] = [busy.value.has(key), failures.value.get(key) ?? null];
    return isBusy || failure ? { ...one, busy: isBusy, failure } : one;
  }

  /** Apart from the progress, which changes with every page. */
  const lists = computed(() => {
    const differences = sorted.value.flatMap((row) => row.differences.map(current));
    return {
      differences,
      differing: sorted.value.filter((row) => row.differences.length > 0).length,
      flowing: differences.filter(isFlow).length,
      gone: sorted.value.flatMap(({ report: { kind, rowId, name } }) => (kind === 'gone' ? [{ rowId, name }] : [])),
      unread: sorted.value.flatMap(({ report }) =>
        report.kind === 'unread' ? [{ rowId: report.rowId, name: report.name, failure: report.failure }] : [],
      ),
    };
  });
  const view = computed((): DriftView => ({ ...progress.value, ...lists.value }));

  return {
    view,
    /** Begins a new check: what was found before no longer holds. */
    begin: () => {
      rows.clear();
      progress.value = { ...untouched, step: 'checking' };
      show();
    },
    go: (change: Partial<Progress>) => {
      const isOver = change.step === 'done' || change.step === 'stopped';
      progress.value = { ...progress.peek(), ...change };
      if (isOver) show();
    },
    put: (reports: readonly RowReport[]) => {
      for (const report of reports) rows.set(report.rowId, rowOf(report));
      showSoon();
    },
    /** Forgets rows that are no longer in the table, or hold another contact. */
    drop: (rowIds: readonly number[]) => {
      for (const rowId of rowIds) rows.delete(rowId);
      showSoon();
    },
    rowIdsOf: (contactId: string) =>
      [...rows.values()].flatMap(({ report }) => (report.contactId === contactId ? [report.rowId] : [])),
    flowingRows: () =>
      [...rows.values()].filter(({ differences }) => differences.some(isFlow)).map(({ report }) => report),
    find: (difference: Difference): Difference | undefined =>
      rows.get(difference.rowId)?.differences.find(({ field }) => field === difference.field),
    setBusy: (difference: Difference, isBusy: boolean) => {
      const next = new Set(busy.peek());
      next[isBusy ? 'add' : 'delete'](keyOf(difference));
      busy.value = next;
    },
  };
}
