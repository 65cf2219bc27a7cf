import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row, Section } from '../../section/port.ts';

/** So many rows are edited one by one; more that change at once are a paste or a fill. */
const most = 20;
/** Milliseconds after which the rows are read for the first time: the shown contact comes first. */
const settled = 2_000;

interface ManyRowsOptions {
  section: Pick<Section, 'whole'>;
  /** The linked row under the cursor, as Grist has it. */
  row: ReadonlySignal<Row | null>;
}

const keyOf = (rowId: number, field: string) => `${rowId} ${field}`;

/** Recognises changes that came to many rows at once: a person confirms each before it is sent. */
export function createManyRows({ section, row }: ManyRowsOptions) {
  /** What such a change made of a cell. */
  const changed = signal<ReadonlyMap<string, string>>(new Map());
  let known: ReadonlyMap<number, Row> | null = null;
  let reading: Promise<void> = Promise.resolve();

  async function read() {
    const whole = await section.whole();
    const now = new Map((await whole.rows()).map((one) => [one.rowId, one]));
    if (known) compare(known, now);
    known = now;
  }

  function compare(before: ReadonlyMap<number, Row>, now: ReadonlyMap<number, Row>) {
    const byField = new Map<FieldRef, [key: string, text: string][]>();
    for (const { rowId, contactId, values } of now.values()) {
      const was = before.get(rowId);
      if (contactId === '' || was?.contactId !== contactId) continue;
      for (const [field, text] of Object.entries(values) as [FieldRef, string][]) {
        // A column that was mapped meanwhile was not edited.
        if (text === (was.values[field] ?? text)) continue;
        byField.set(field, [...(byField.get(field) ?? []), [keyOf(rowId, field), text]]);
      }
    }
    const many = [...byField.values()].filter(({ length }) => length > most).flat();
    if (many.length > 0) changed.value = new Map([...changed.peek(), ...many]);
  }

  const hasRow = computed(() => row.value !== null);
  const stop = effect(() => {
    if (!hasRow.value || known) return;
    const timer = setTimeout(() => void look(), settled);
    return () => clearTimeout(timer);
  });

  /** Compares the rows with what they were at the last look. Never rejects: rows that cannot be read are not many. */
  function look(): Promise<void> {
    reading = reading.then(read).catch(() => {});
    return reading;
  }

  function heldIn({ rowId, values }: Pick<Row, 'rowId' | 'values'>): ReadonlySet<FieldRef> {
    const cells = Object.entries(values) as [FieldRef, string][];
    return new Set(cells.flatMap(([field, text]) => (changed.value.get(keyOf(rowId, field)) === text ? [field] : [])));
  }

  return {
    /** Fields of the shown row that such a change gave their value. */
    held: computed(() => (row.value ? heldIn(row.value) : new Set<FieldRef>())),
    /** The same of any row, as it was at the last look. */
    heldOf: (rowId: number): ReadonlySet<FieldRef> => heldIn(known?.get(rowId) ?? { rowId, values: {} }),
    look,
    stop,
  };
}
