import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ChoiceLooks } from '../../../grist/choices.ts';
import type { User } from '../../../highlevel/users.ts';
import { type Rules, readCells } from '../../../sync/plan.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import type { PhoneBook, Transform, TransformContext } from '../../../sync/transforms/types.ts';
import type { Row, Section } from '../../section/port.ts';
import { loadPhoneBook } from '../fields/phone-book.ts';
import { rulesOf } from './rules.ts';

type Named = Readonly<{ id: string; name: string }>;

interface TableOptions {
  section: Pick<Section, 'mapped' | 'options' | 'whole'>;
  traits: (field: FieldRef) => FieldTraits;
  /** What HighLevel calls a custom field; `null` when it has none, or has not said so yet. Reads a signal. */
  labelOf: (field: FieldRef) => string | null;
  users: ReadonlySignal<readonly User[]>;
  /** The location's businesses, read where a column holds them by name. */
  businesses: () => Promise<readonly Named[]>;
  /** The row under the cursor. */
  row: ReadonlySignal<Row | null>;
}

const noRules: Rules = new Map();

/** Puts a row in the terms of fields. A cell that its field cannot hold says nothing. */
export function toFields(row: Row, rules: Rules, context: TransformContext): Row {
  const values: Partial<Record<FieldRef, string>> = { ...row.values };
  for (const [field, value] of Object.entries(readCells(row.values, rules, context)) as [FieldRef, string | null][]) {
    if (value === null) delete values[field];
    else values[field] = value;
  }
  return { ...row, values };
}

/** How the section's columns and HighLevel's fields go together, and the shown row in the terms of fields. */
export function createTable({ section, traits, labelOf, users, businesses: read, row: shown }: TableOptions) {
  const phone = signal<PhoneBook | null>(null);
  const businesses = signal<readonly Named[]>([]);
  /** Fields whose column is a formula; `null` until the document has said so. */
  const formulas = signal<ReadonlySet<FieldRef> | null>(null);
  const looks = signal<ReadonlyMap<FieldRef, ChoiceLooks>>(new Map());
  let tableId = '';

  const all = computed((): Rules => {
    // Of a custom field that HighLevel does not know, or has not named yet, nothing can be said.
    const known = [...section.mapped.value].filter((field) => !field.startsWith('custom:') || labelOf(field) !== null);
    return rulesOf(known, section.options.value.sync, traits, formulas.value ?? new Set());
  });
  const context = computed(
    (): TransformContext => ({ users: users.value, businesses: businesses.value, phone: phone.value }),
  );
  const needs = (kind: Transform['kind']) =>
    computed(() => [...all.value.values()].some((rule) => rule.transform.kind === kind));
  const needsPhones = needs('phone');
  const needsBusinesses = needs('business');

  async function readPhones() {
    phone.value ??= await loadPhoneBook();
  }

  /** A name that is not known yet is no value: it flows nowhere until the businesses are there. */
  async function readBusinesses() {
    if (businesses.peek().length === 0) businesses.value = await read();
  }

  async function readColumns() {
    const whole = await section.whole().catch(() => null);
    formulas.value = (await whole?.computed().catch(() => null)) ?? formulas.peek() ?? new Set();
    looks.value = (await whole?.choiceLooks().catch(() => null)) ?? looks.peek();
  }

  const stops = [
    effect(() => {
      if (needsPhones.value) untracked(() => void readPhones().catch(() => {}));
    }),
    effect(() => {
      if (needsBusinesses.value && shown.value) untracked(() => void readBusinesses().catch(() => {}));
    }),
    effect(() => {
      section.mapped.value;
      untracked(() => void readColumns());
    }),
    effect(() => {
      tableId = shown.value?.tableId ?? tableId;
    }),
  ];

  return {
    /** Empty until it is known which columns are formulas: nothing is planned before. */
    rules: computed(() => (formulas.value ? all.value : noRules)),
    context: context as ReadonlySignal<TransformContext>,
    row: computed(() => shown.value && toFields(shown.value, all.value, context.value)),
    /** How the columns of fields paint their choices. */
    looks: looks as ReadonlySignal<ReadonlyMap<FieldRef, ChoiceLooks>>,
    /** The table of the rows that were shown last. */
    tableId: () => tableId,
    /** Where Grist does not say what a formula is, its refusal does. */
    learnFormula: (field: FieldRef) => {
      formulas.value = new Set([...(formulas.peek() ?? []), field]);
    },
    /** Waits until everything is known that rules and transforms need. */
    ready: async () => {
      await Promise.all([
        formulas.peek() ?? readColumns(),
        needsPhones.peek() && readPhones(),
        needsBusinesses.peek() && readBusinesses(),
      ]);
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

export type Table = ReturnType<typeof createTable>;
