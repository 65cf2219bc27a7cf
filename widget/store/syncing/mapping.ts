import { computed, effect, signal } from '@preact/signals';
import { fieldKeys } from '../../../sync/fields.ts';
import type { Binding } from '../../../sync/mapping.ts';
import { dndChannels, type FieldRef, type FieldTraits } from '../../../sync/refs.ts';
import type { BoundColumn, Section, SyncOptions } from '../../grist/port.ts';
import type { Directory } from '../directory.ts';
import type { BindingView, MappingStore } from '../view-sync.ts';

interface MappingOptions {
  section: Pick<Section, 'options' | 'setOptions' | 'columns' | 'mapped'>;
  directory: Pick<Directory, 'customFields' | 'users'>;
  traits: (field: FieldRef) => FieldTraits;
}

const look = () => ({ preview: [], failures: [] });
const untouched: SyncOptions = { bindings: [], onConflict: 'ask', automatic: true };

/** Reads and changes which columns go with which fields. Grist keeps it for everyone once its green Save is pressed. */
export function createMapping({ section, directory, traits }: MappingOptions): MappingStore {
  const columns = signal<readonly BoundColumn[] | null>(null);
  const sync = computed(() => section.options.value.sync ?? untouched);
  const customFields = () => directory.customFields.value;
  const nameOf = (field: FieldRef) => customFields().find(({ id }) => field === `custom:${id}`)?.name ?? null;

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
    read();
  });

  const bindingOf = (column: BoundColumn, field: FieldRef): Binding => {
    const chosen = sync.value.bindings.find((binding) => binding.field === field);
    const oneWay = column.isFormula ? 'to-highlevel' : traits(field).writable ? 'both' : 'to-grist';
    const usual = { direction: oneWay, transform: { kind: 'as-is' }, onConflict: sync.value.onConflict } as const;
    return { ...usual, ...chosen, colId: column.colId, field };
  };

  const bindings = computed((): readonly BindingView[] | null => {
    if (columns.value === null) return null;
    return columns.value.flatMap((column): BindingView[] => {
      if (column.field === null) return [];
      const binding = bindingOf(column, column.field);
      const names = { columnLabel: column.label, columnType: column.type, fieldLabel: nameOf(column.field) };
      return [{ ...binding, ...names, ...look(), locked: false }];
    });
  });

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
        ...customFields().map(({ id }): FieldRef => `custom:${id}`),
      ];
      return all.filter((field) => !taken.has(field)).map((field) => ({ field, label: nameOf(field) }));
    }),
    conflictRule: computed(() => sync.value.onConflict),
    automatic: computed(() => sync.value.automatic),
    change: (field, change) => {
      const known = bindings.peek()?.find((binding) => binding.field === field);
      if (!known) return;
      const { colId, direction, transform, onConflict } = known;
      replace(field, { colId, field, direction, transform, onConflict, ...change });
    },
    add: (colId, field) => {
      const column = columns.peek()?.find((one) => one.colId === colId);
      if (column) replace(field, bindingOf(column, field));
    },
    remove: (field) => replace(field, null),
    guess: () => {
      const guessed: readonly Binding[] = [];
      const known = sync.peek().bindings.filter(({ field }) => !guessed.some((binding) => binding.field === field));
      keep({ bindings: [...known, ...guessed] });
    },
    decideBy: (onConflict) => keep({ onConflict }),
    setAutomatic: (automatic) => keep({ automatic }),
  };
}
