import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { TableColumn } from '../../../grist/structure.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Section } from '../../section/port.ts';

/** A mapped column, with texts of its first rows. */
export interface SampledColumn extends TableColumn {
  samples: readonly string[];
}

type ByField = ReadonlyMap<FieldRef, SampledColumn>;

export interface Columns {
  /** `null` until they are known. */
  readonly byField: ReadonlySignal<ByField | null>;
  /** Reads their types again, since a person may have changed one. */
  readTypes(): Promise<void>;
  /** Reads their types and what their first rows hold. */
  readAll(): Promise<void>;
  /** Where Grist does not say what a formula is, its refusal does. */
  learnFormula(field: FieldRef): void;
  stop(): void;
}

/** Follows which columns go with fields, what their types are, and what their first rows hold. */
export function createColumns(section: Pick<Section, 'mapped' | 'columns' | 'whole'>): Columns {
  const byField = signal<ByField | null>(null);
  const formulas = new Set<FieldRef>();

  /** What says nothing new keeps its identity. */
  function put(found: ByField) {
    const asKnown = (field: FieldRef, column: SampledColumn) =>
      formulas.has(field) ? { ...column, isFormula: true } : column;
    const next = new Map([...found].map(([field, column]) => [field, asKnown(field, column)]));
    const textOf = (columns: ByField | null) => JSON.stringify(columns && [...columns]);
    if (textOf(next) !== textOf(byField.peek())) byField.value = next;
  }

  async function readAll() {
    const found = await section.columns().catch(() => []);
    const known = found.flatMap(({ field, ...column }) => (field === null ? [] : [[field, column] as const]));
    put(new Map([...untyped(section.mapped.peek()), ...known]));
  }

  async function readTypes() {
    const known = byField.peek();
    const types = await (await section.whole()).mappedColumns();
    const isOther = ([field, { colId }]: [FieldRef, TableColumn]) => known?.get(field)?.colId !== colId;
    if (!known || [...types].some(isOther)) return readAll();
    put(
      new Map(
        [...known].map(([field, column]) => [field, { ...(types.get(field) ?? column), samples: column.samples }]),
      ),
    );
  }

  const stop = effect(() => {
    section.mapped.value;
    untracked(() => void readAll());
  });

  return {
    byField,
    readAll,
    readTypes,
    learnFormula: (field) => {
      formulas.add(field);
      put(byField.peek() ?? new Map());
    },
    stop,
  };
}

/** Columns of which Grist does not tell anything: they may hold whatever a cell can. */
const untyped = (fields: Iterable<FieldRef>) =>
  [...fields].map((field) => [field, { colId: field, label: field, type: 'Any', samples: [] }] as const);
