import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { User } from '../../../highlevel/users.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { PhoneBook } from '../../../sync/transforms/transform.ts';
import type { Row, Section } from '../../grist/port.ts';
import { loadPhoneBook } from '../phone-book.ts';
import { translate } from './translate.ts';

interface TableOptions {
  section: Pick<Section, 'readRow' | 'writeRow' | 'mapped' | 'options' | 'setOptions' | 'whole'>;
  users: ReadonlySignal<readonly User[]>;
  /** The row under the cursor. */
  row: ReadonlySignal<Row | null>;
}

/** The section's table in the terms of fields: the shown row, any other, and all of them. */
export function createTable({ section: told, users, row: shown }: TableOptions) {
  const phone = signal<PhoneBook | null>(null);
  const context = () => ({ users: users.value, businesses: [], phone: phone.value });
  const { section, rowOf, toFields, needs } = translate(told, context);
  const needsPhones = needs('phone');
  const row = rowOf(shown);
  /** Fields whose column is a formula; `null` until the document has told. */
  const formulas = signal<ReadonlySet<FieldRef> | null>(null);
  let tableId = '';

  async function readPhones() {
    phone.value ??= await loadPhoneBook();
  }

  /** Where Grist does not tell, a formula refuses values once before they stop flowing. */
  async function readFormulas() {
    const whole = await told.whole().catch(() => null);
    formulas.value = (await whole?.computed().catch(() => null)) ?? new Set();
  }

  const stops = [
    effect(() => {
      if (needsPhones.value) untracked(() => void readPhones().catch(() => {}));
    }),
    effect(() => {
      section.mapped.value;
      untracked(() => void readFormulas());
    }),
    effect(() => {
      tableId = row.value?.tableId ?? tableId;
    }),
  ];

  return {
    section,
    row,
    formulas: formulas as ReadonlySignal<ReadonlySet<FieldRef> | null>,
    /** The table of the rows that were read last. */
    tableId: () => tableId,
    /** All rows as they are now. Throws `GristError`. */
    rows: async (): Promise<readonly Row[]> => {
      const whole = await told.whole();
      await Promise.all([formulas.peek() ?? readFormulas(), needsPhones.peek() && readPhones()]);
      const rows = (await whole.rows()).map(toFields);
      tableId = rows[0]?.tableId ?? tableId;
      return rows;
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
