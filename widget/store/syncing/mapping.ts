import { computed, effect, signal } from '@preact/signals';
import { fieldKeys } from '../../../sync/fields.ts';
import { alternativesTo, bare } from '../../../sync/guess/alternatives.ts';
import { guessBindings } from '../../../sync/guess/bindings.ts';
import type { MappedFit } from '../../../sync/guess/fit-columns.ts';
import type { Binding } from '../../../sync/mapping.ts';
import { dndChannels, type FieldRef } from '../../../sync/refs.ts';
import { toField } from '../../../sync/transforms/transform.ts';
import type { BoundColumn, Section, SyncOptions } from '../../section/port.ts';
import type { Directory } from '../reading/directory.ts';
import type { BindingView, MappingStore } from '../views/sync.ts';
import type { Table } from './table.ts';

interface MappingOptions {
  section: Pick<Section, 'options' | 'setOptions' | 'columns' | 'mapped' | 'changes'>;
  directory: Pick<Directory, 'customFields'>;
  table: Table;
}

const untouched: SyncOptions = { bindings: [], onConflict: 'ask', automatic: true };
/** Values that are shown of what a transform makes. */
const previewed = 3;

/** Reads and changes which columns go with which fields. Grist keeps it for everyone once its green Save is pressed. */
export function createMapping({ section, directory, table }: MappingOptions): MappingStore {
  const columns = signal<readonly BoundColumn[] | null>(null);
  const sync = computed(() => section.options.value.sync ?? untouched);
  const customFields = computed(() => directory.customFields.value);
  const nameOf = (field: FieldRef) => customFields.value.find(({ id }) => field === `custom:${id}`)?.name ?? null;
  const chosenFor = (field: FieldRef) => sync.value.bindings.find((binding) => binding.field === field);

  const read = () => {
    section.columns().then(
      (found) => {
        columns.value = found;
      },
      () => {
        columns.value = [];
      },
    );
  };
  effect(() => {
    // What Grist's own panel joins comes and goes with it.
    section.mapped.value;
    // A column that Grist's own panel adds goes with no field yet.
    section.changes.value;
    read();
  });

  /** A column that is joined and nothing more: how it is read is guessed each time, from what it holds. */
  const plain = (colId: string, field: FieldRef): Binding => ({
    ...{ colId, field, direction: 'both', transform: { kind: 'as-is' }, onConflict: sync.value.onConflict },
  });

  function viewOf(field: FieldRef, fit: MappedFit): BindingView {
    const { column, transform, direction, problems, remedy, traits, ambiguous } = fit;
    const samples = table.columns.byField.value?.get(field)?.samples ?? [];
    const preview = samples
      .slice(0, previewed)
      .map((text) => ({ text, becomes: toField(transform, text, table.context.value) ?? null }));
    return {
      colId: column.colId,
      field,
      ...{ direction, transform: bare(transform), preview, problems, remedy },
      onConflict: chosenFor(field)?.onConflict ?? sync.value.onConflict,
      ...{ columnLabel: column.label, columnType: column.type, fieldLabel: nameOf(field) },
      fixed: !traits.writable ? 'only-reads' : column.isFormula ? 'computed' : null,
      alternatives: alternativesTo(transform),
      isAmbiguous: ambiguous.length > 0,
    };
  }

  const bindings = computed(() => columns.value && [...table.fits.value].map(([field, fit]) => viewOf(field, fit)));

  const keep = (change: Partial<SyncOptions>) => {
    section.setOptions({ ...section.options.peek(), sync: { ...sync.peek(), ...change } }).catch(read);
  };
  const replace = (field: FieldRef, next: Binding | null) => {
    const others = sync.peek().bindings.filter((binding) => binding.field !== field);
    keep({ bindings: next ? [...others, next] : others });
  };

  return {
    bindings,
    freeColumns: computed(() => (columns.value ?? []).filter(({ field }) => field === null)),
    freeFields: computed(() => {
      const taken = new Set((columns.value ?? []).map(({ field }) => field));
      const all: FieldRef[] = [
        ...fieldKeys,
        'tags',
        'business',
        ...dndChannels.map((channel): FieldRef => `dnd:${channel}`),
        ...customFields.value.map(({ id }): FieldRef => `custom:${id}`),
      ];
      return all.filter((field) => !taken.has(field)).map((field) => ({ field, label: nameOf(field) }));
    }),
    conflictRule: computed(() => sync.value.onConflict),
    automatic: computed(() => sync.value.automatic),
    change: (field, change) => {
      const column = table.fits.peek().get(field)?.column;
      if (column)
        replace(field, { ...plain(column.colId, field), ...chosenFor(field), ...change, colId: column.colId });
    },
    changeType: table.changeType,
    add: (colId, field) => replace(field, plain(colId, field)),
    remove: (field) => replace(field, null),
    guess: () => {
      const all = columns.peek() ?? [];
      const sample = Object.fromEntries(all.map(({ colId, samples }) => [colId, samples]));
      const guessed = guessBindings(all, sample, {
        customFields: customFields.peek(),
        context: table.context.peek(),
        country: table.country.peek() ?? '',
      });
      // A field that has its column keeps it.
      const taken = new Set(all.flatMap(({ field }) => field ?? []));
      const found = guessed.filter(
        ({ field, colId }) => !taken.has(field) && !all.some((one) => one.colId === colId && one.field),
      );
      if (found.length > 0)
        keep({ bindings: [...sync.peek().bindings, ...found.map(({ colId, field }) => plain(colId, field))] });
      return found.map(({ colId }) => all.find((column) => column.colId === colId)?.label ?? colId);
    },
    decideBy: (onConflict) => {
      const { bindings: known, onConflict: before } = sync.peek();
      // Columns that decide otherwise were told so one by one.
      const like = (binding: Binding) => (binding.onConflict === before ? { ...binding, onConflict } : binding);
      keep({ onConflict, bindings: known.map(like) });
    },
    setAutomatic: (automatic) => keep({ automatic }),
  };
}
