import { computed, effect, signal } from '@preact/signals';
import { fieldKeys } from '../../../sync/fields.ts';
import { bindingFor, directionFor, type GuessFacts, guessBindings, type Sample } from '../../../sync/guess/bindings.ts';
import type { Binding } from '../../../sync/mapping.ts';
import { dndChannels, type FieldRef, type FieldTraits } from '../../../sync/refs.ts';
import { prove } from '../../../sync/transforms/prove.ts';
import { toField } from '../../../sync/transforms/transform.ts';
import type { PhoneBook } from '../../../sync/transforms/types.ts';
import type { BoundColumn, Section, SyncOptions } from '../../section/port.ts';
import { loadPhoneBook } from '../fields/phone-book.ts';
import type { Directory } from '../reading/directory.ts';
import type { BindingView, MappingStore } from '../views/sync.ts';

interface MappingOptions {
  section: Pick<Section, 'options' | 'setOptions' | 'columns' | 'mapped' | 'environment'>;
  directory: Pick<Directory, 'customFields' | 'users'>;
  traits: (field: FieldRef) => FieldTraits;
  /** The location's businesses. */
  businesses: () => Promise<readonly Readonly<{ id: string; name: string }>[]>;
}

const untouched: SyncOptions = { bindings: [], onConflict: 'ask', automatic: true };
/** Values that are shown of what a transform makes. */
const previewed = 3;

/** The country whose phone numbers and dates the document means, by its culture. */
const countryOf = (culture: string) => new Intl.Locale(culture).maximize().region ?? 'US';

/** Reads and changes which columns go with which fields. Grist keeps it for everyone once its green Save is pressed. */
export function createMapping({ section, directory, traits, businesses: askBusinesses }: MappingOptions): MappingStore {
  const columns = signal<readonly BoundColumn[] | null>(null);
  const phone = signal<PhoneBook | null>(null);
  const businesses = signal<readonly Readonly<{ id: string; name: string }>[]>([]);
  const sync = computed(() => section.options.value.sync ?? untouched);
  const customFields = computed(() => directory.customFields.value);
  const nameOf = (field: FieldRef) => customFields.value.find(({ id }) => field === `custom:${id}`)?.name ?? null;
  const facts = computed(
    (): GuessFacts => ({
      customFields: customFields.value,
      context: { users: [...directory.users.value.values()], businesses: businesses.value, phone: phone.value },
      country: countryOf(section.environment.culture),
      onConflict: sync.value.onConflict,
    }),
  );

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
  effect(() => {
    // They are of use to one field alone.
    if (!columns.value?.some(({ field }) => field === 'business')) return;
    askBusinesses().then(
      (found) => {
        businesses.value = found;
      },
      () => {},
    );
  });
  loadPhoneBook().then(
    (book) => {
      phone.value = book;
    },
    () => {},
  );

  const sample = (): Sample => Object.fromEntries((columns.value ?? []).map(({ colId, samples }) => [colId, samples]));

  const bindingOf = (column: BoundColumn, field: FieldRef): Binding => {
    const chosen = sync.value.bindings.find((binding) => binding.field === field);
    const direction = directionFor(column, traits(field), { kind: 'as-is' }, null);
    const usual = { direction, transform: { kind: 'as-is' }, onConflict: sync.value.onConflict } as const;
    return { ...usual, ...chosen, colId: column.colId, field };
  };

  function viewOf(column: BoundColumn, field: FieldRef): BindingView {
    const binding = bindingOf(column, field);
    const { context } = facts.value;
    const proof = prove(binding.transform, column.samples, context);
    const preview = column.samples.slice(0, previewed).map((text) => {
      const becomes = toField(binding.transform, text, context) ?? null;
      return { text, becomes };
    });
    const names = { columnLabel: column.label, columnType: column.type, fieldLabel: nameOf(field) };
    const fixed = !traits(field).writable ? 'only-reads' : column.isFormula ? 'computed' : null;
    const direction = fixed === null ? binding.direction : fixed === 'computed' ? 'to-highlevel' : 'to-grist';
    // Rows may have come that do not read back the same since it was chosen to go both ways.
    const failures = direction === 'both' ? [] : proof.failures.map(({ text }) => text);
    return { ...binding, ...names, direction, preview, failures, fixed };
  }

  const bindings = computed(
    () => columns.value?.flatMap((column) => (column.field === null ? [] : [viewOf(column, column.field)])) ?? null,
  );

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
      const column = columns.peek()?.find((one) => one.field === field);
      if (!column) return;
      const wanted = { ...bindingOf(column, field), ...change };
      // What does not read back the same on the document's own rows goes one way, whatever is wished.
      const proof = prove(wanted.transform, column.samples, facts.peek().context);
      const allowed = directionFor(column, traits(field), wanted.transform, proof);
      replace(field, { ...wanted, direction: allowed === 'both' ? wanted.direction : allowed });
    },
    add: (colId, field) => {
      const column = columns.peek()?.find((one) => one.colId === colId);
      if (column) replace(field, bindingFor(column, field, sample(), facts.peek()) ?? bindingOf(column, field));
    },
    remove: (field) => replace(field, null),
    guess: () => {
      const guessed = guessBindings(columns.peek() ?? [], sample(), facts.peek());
      // A field that has its column keeps it, and gets the transform that the values suggest.
      const taken = new Map((columns.peek() ?? []).map(({ field, colId }) => [field, colId]));
      const fitting = guessed.filter(({ field, colId }) => (taken.get(field) ?? colId) === colId);
      const known = sync.peek().bindings.filter(({ field }) => !fitting.some((binding) => binding.field === field));
      keep({ bindings: [...known, ...fitting] });
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
