import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Operation } from '../../../engine/operation.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row } from '../../section/port.ts';

const keyOf = (rowId: number, field: string) => `${rowId} ${field}`;

/**
 * Recognises the undo of a fill. What HighLevel has fills an empty cell as a step of its own in Grist's history: Ctrl+Z, meant for what
 * a person did before, empties the cell again. That must not clear the field in HighLevel: it is asked first.
 */
export function createFilledCells(row: ReadonlySignal<Row | null>) {
  const filled = signal<ReadonlySet<string>>(new Set());

  function heldIn({ rowId, values }: Pick<Row, 'rowId' | 'values'>): ReadonlySet<FieldRef> {
    const cells = Object.entries(values) as [FieldRef, string][];
    return new Set(
      cells.flatMap(([field, text]) => (text === '' && filled.value.has(keyOf(rowId, field)) ? [field] : [])),
    );
  }

  return {
    /** Fields of the shown row whose cell was filled here, and is empty again. */
    held: computed(() => (row.value ? heldIn(row.value) : new Set<FieldRef>())),
    heldIn,
    /** Notes which empty cells an operation is about to fill. */
    note: (operation: Operation) => {
      if (operation.kind !== 'field' || operation.origin !== 'highlevel') return;
      const { target, want, seen } = operation;
      const empty = (Object.keys(want) as FieldRef[]).filter(
        (field) => (seen.cells[field] ?? '') === '' && want[field],
      );
      if (empty.length > 0)
        filled.value = new Set([...filled.peek(), ...empty.map((field) => keyOf(target.rowId, field))]);
    },
  };
}
