import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { User } from '../../../highlevel/users.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { PhoneBook } from '../../../sync/transforms/types.ts';
import type { ChoiceLooks, Row, Section } from '../../section/port.ts';
import { loadPhoneBook } from '../fields/phone-book.ts';
import { translate } from './translate.ts';

type Named = Readonly<{ id: string; name: string }>;

interface TableOptions {
  section: Pick<Section, 'readRow' | 'writeRow' | 'mapped' | 'options' | 'setOptions' | 'whole'>;
  users: ReadonlySignal<readonly User[]>;
  /** The location's businesses, asked for where a column says them by name. */
  businesses: () => Promise<readonly Named[]>;
  /** The row under the cursor. */
  row: ReadonlySignal<Row | null>;
}

/** The section's table in the terms of fields: the shown row, any other, and all of them. */
export function createTable({ section: told, users, businesses: askBusinesses, row: shown }: TableOptions) {
  const phone = signal<PhoneBook | null>(null);
  const businesses = signal<readonly Named[]>([]);
  const context = () => ({ users: users.value, businesses: businesses.value, phone: phone.value });
  const { section, rowOf, toFields, needs } = translate(told, context);
  const needsPhones = needs('phone');
  const needsBusinesses = needs('business');
  const row = rowOf(shown);
  /** Fields whose column is a formula; `null` until the document has told. */
  const formulas = signal<ReadonlySet<FieldRef> | null>(null);
  const looks = signal<ReadonlyMap<FieldRef, ChoiceLooks>>(new Map());
  let tableId = '';

  async function readPhones() {
    phone.value ??= await loadPhoneBook();
  }

  /** A name that is not known yet is no value: it flows nowhere until they are there. */
  async function readBusinesses() {
    if (businesses.peek().length === 0) businesses.value = await askBusinesses();
  }

  async function readColumns() {
    const whole = await told.whole().catch(() => null);
    formulas.value = (await whole?.computed().catch(() => null)) ?? formulas.peek() ?? new Set();
    looks.value = (await whole?.choiceLooks().catch(() => null)) ?? looks.peek();
  }

  const stops = [
    effect(() => {
      if (needsPhones.value) untracked(() => void readPhones().catch(() => {}));
    }),
    effect(() => {
      if (needsBusinesses.value && row.value) untracked(() => void readBusinesses().catch(() => {}));
    }),
    effect(() => {
      section.mapped.value;
      untracked(() => void readColumns());
    }),
    effect(() => {
      tableId = row.value?.tableId ?? tableId;
    }),
  ];

  return {
    section,
    row,
    formulas: formulas as ReadonlySignal<ReadonlySet<FieldRef> | null>,
    /** How the columns of fields paint their choices. */
    looks: looks as ReadonlySignal<ReadonlyMap<FieldRef, ChoiceLooks>>,
    /** The table of the rows that were read last. */
    tableId: () => tableId,
    /** Where Grist does not tell what a formula is, its refusal does. */
    learnFormula: (field: FieldRef) => {
      formulas.value = new Set([...(formulas.peek() ?? []), field]);
    },
    /** All rows as they are now. Throws `GristError`. */
    rows: async (): Promise<readonly Row[]> => {
      const whole = await told.whole();
      await Promise.all([
        formulas.peek() ?? readColumns(),
        needsPhones.peek() && readPhones(),
        needsBusinesses.peek() && readBusinesses(),
      ]);
      const rows = (await whole.rows()).map(toFields);
      tableId = rows[0]?.tableId ?? tableId;
      return rows;
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
