import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { type Failure, toFailure } from '../../../engine/failure.ts';
import type { Change } from '../../../engine/ports.ts';
import type { ChoiceLooks } from '../../../grist/choices.ts';
import type { User } from '../../../highlevel/users.ts';
import { type Fits, fitColumns, rulesIn } from '../../../sync/guess/fit-columns.ts';
import type { Remedy } from '../../../sync/guess/transform-for.ts';
import { type Rules, readCells } from '../../../sync/plan.ts';
import type { CustomTraits, FieldRef } from '../../../sync/refs.ts';
import type { PhoneBook, Transform, TransformContext } from '../../../sync/transforms/types.ts';
import type { Row, Section } from '../../section/port.ts';
import { loadPhoneBook } from '../fields/phone-book.ts';
import { createColumns } from './columns.ts';

type Named = Readonly<{ id: string; name: string }>;

interface TableOptions {
  section: Pick<Section, 'mapped' | 'options' | 'columns' | 'changes' | 'whole'>;
  /** The custom fields of the location as far as they are known. */
  definitions: ReadonlySignal<readonly CustomTraits[]>;
  users: ReadonlySignal<readonly User[]>;
  /** ISO code of the location's country; `null` until it is known. */
  country: ReadonlySignal<string | null>;
  /** The location's businesses, read where a column holds them by name. */
  businesses: () => Promise<readonly Named[]>;
  /** The row under the cursor. */
  row: ReadonlySignal<Row | null>;
  /** What Grist's own log says about a change. */
  describe: (change: Change) => string;
}

const noFits: Fits = new Map();

/** A row in the terms of fields. */
interface ReadRow {
  row: Row;
  /** Fields that cannot hold what their cell says. */
  unread: readonly FieldRef[];
}

/**
 * Puts a row in the terms of fields. A cell that its field cannot hold says nothing, nor does one of a column that fits no field.
 * A phone number is understood before the numbering plans are there.
 */
function toFields(row: Row, rules: Rules, context: TransformContext): ReadRow {
  const read = readCells(row.values, rules, context);
  const values = [...rules].flatMap(([field, { transform }]) => {
    const value = field in read ? read[field] : transform.kind === 'phone' ? row.values[field] : undefined;
    return value == null ? [] : [[field, value]];
  });
  const unread = [...rules.keys()].filter((field) => read[field] === null);
  return { row: { ...row, values: Object.fromEntries(values) }, unread };
}

/** How the section's columns and HighLevel's fields go together, and the shown row in the terms of fields. */
export function createTable(options: TableOptions) {
  const { section, definitions, users, country, row: shown } = options;
  const phone = signal<PhoneBook | null>(null);
  const businesses = signal<readonly Named[]>([]);
  const columns = createColumns(section);
  let tableId = '';
  let hasChangedType = false;

  const context = computed(
    (): TransformContext => ({ users: users.value, businesses: businesses.value, phone: phone.value }),
  );
  const fits = computed((): Fits => {
    const [byField, home] = [columns.byField.value, country.value];
    if (!byField || home === null) return noFits;
    const { bindings = [], onConflict = 'ask' } = section.options.value.sync ?? {};
    const mapped = [...byField].flatMap(([field, column]) =>
      section.mapped.value.has(field) ? [{ ...column, field }] : [],
    );
    return fitColumns(mapped, {
      ...{ chosen: bindings, customFields: definitions.value, context: context.value, country: home, onConflict },
    });
  });
  const rules = computed(() => rulesIn(fits.value));
  const needs = (kind: Transform['kind']) =>
    computed(() => [...fits.value.values()].some(({ transform }) => transform.kind === kind));
  const needsPhones = needs('phone');
  const needsBusinesses = needs('business');

  async function readPhones() {
    phone.value ??= await loadPhoneBook();
  }

  /** A name that is not known yet is no value: it flows nowhere until the businesses are there. */
  async function readBusinesses() {
    if (businesses.peek().length === 0) businesses.value = await options.businesses();
  }

  const known = computed(() => columns.byField.value !== null && country.value !== null);
  /** Resolves once the columns and the country are known. */
  const isKnown = () =>
    new Promise<void>((resolve) => {
      const stop = known.subscribe((isThere) => {
        if (!isThere) return;
        resolve();
        // The first call comes before there is anything to stop.
        queueMicrotask(() => stop());
      });
    });

  const stops = [
    columns.stop,
    effect(() => {
      if (needsPhones.value) untracked(() => void readPhones().catch(() => {}));
    }),
    effect(() => {
      if (needsBusinesses.value && shown.value) untracked(() => void readBusinesses().catch(() => {}));
    }),
    effect(() => {
      // What is in the way of a column may have been put right in Grist, and a change of type taken back.
      section.changes.value;
      const isInTheWay = untracked(() => [...fits.value.values()].some(({ problems }) => problems.length > 0));
      if (isInTheWay || hasChangedType) untracked(() => void columns.readTypes().catch(() => {}));
    }),
    effect(() => {
      tableId = shown.value?.tableId ?? tableId;
    }),
  ];

  return {
    /** Empty until it is known of what types the columns are: nothing is planned before. */
    rules,
    fits: fits as ReadonlySignal<Fits>,
    context: context as ReadonlySignal<TransformContext>,
    /** `null` also until the columns are known. */
    row: computed(() => (shown.value && known.value ? toFields(shown.value, rules.value, context.value).row : null)),
    /** How the columns of fields paint their choices. */
    looks: computed(
      (): ReadonlyMap<FieldRef, ChoiceLooks> =>
        new Map([...(columns.byField.value ?? [])].flatMap(([field, { looks }]) => (looks ? [[field, looks]] : []))),
    ),
    columns,
    country,
    /** Gives the column of a field another type, as one undo step; resolves with the reason where Grist refuses. */
    async changeType(field: FieldRef, to: Remedy['to']): Promise<Failure | null> {
      const column = columns.byField.peek()?.get(field);
      if (!column) return null;
      hasChangedType = true;
      try {
        const whole = await section.whole();
        await whole.changeType(column.colId, to, options.describe({ kind: 'column-type', field }));
      } catch (error) {
        return toFailure(error);
      }
      await columns.readAll();
      return null;
    },
    /** Puts any row in the terms of fields; until the columns are known it is left as it is. */
    read: (row: Row): ReadRow => (known.value ? toFields(row, rules.value, context.value) : { row, unread: [] }),
    /** The table of the rows that were shown last. */
    tableId: () => tableId,
    /** Waits until everything is known that rules and transforms need. With `fresh` the columns' types are those of this moment. */
    ready: async (fresh?: 'fresh') => {
      await Promise.all([isKnown(), fresh && columns.readTypes().catch(() => {})]);
      await Promise.all([needsPhones.peek() && readPhones(), needsBusinesses.peek() && readBusinesses()]);
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

export type Table = ReturnType<typeof createTable>;
