import { type ReadonlySignal, signal } from '@preact/signals';
import type { NewContact } from '../../../highlevel/contact.ts';
import type { Values } from '../../../sync/cells.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row } from '../../section/port.ts';

/** A contact that is being made of a row, from before it is asked for until the row holds it. */
export interface Making {
  rowId: number;
  /** What the row said when it began. Grist gives the number of a deleted last row to the next one. */
  cells: Values;
  /** What the row's cell held when it began: only that is replaced. */
  expected: string;
  /** The name of this wish: repeated under it, our proxy makes no other contact. */
  key: string;
  wish: NewContact;
  /** The business that it is to belong to, or `''`. */
  businessId: string;
  /** `''` until HighLevel is known to have it. */
  contactId: string;
  /** Contacts that were like it before. */
  known: readonly string[];
  /** Epoch milliseconds. */
  at: number;
}

/** What is half made, by row. It outlives the page as long as the tab does; where storage is denied, as long as the page. */
export interface Makings {
  readonly all: ReadonlySignal<ReadonlyMap<number, Making>>;
  put(making: Making): void;
  drop(rowId: number): void;
}

const marks: readonly FieldRef[] = ['email', 'phone', 'name', 'firstName', 'lastName'];

/** Is it still the row that it was begun for, though some of its cells may have been changed? */
export const isMadeOf = ({ rowId, cells }: Making, row: Row): boolean =>
  rowId === row.rowId && marks.some((field) => cells[field] && cells[field] === row.values[field]);

/** Our proxy forgets a key after 48 hours; what is older is found again by its e-mail or phone. */
const lifetime = 47 * 3600_000;

export function createMakings(scope: string, storage: () => Storage = () => sessionStorage): Makings {
  const name = `highlevel-panel:making:${scope}`;
  const all = signal<ReadonlyMap<number, Making>>(read());

  function read(): ReadonlyMap<number, Making> {
    try {
      const kept = JSON.parse(storage().getItem(name) ?? '[]') as Making[];
      return new Map(kept.filter(({ at }) => Date.now() - at < lifetime).map((making) => [making.rowId, making]));
    } catch {
      return new Map();
    }
  }

  function change(next: ReadonlyMap<number, Making>) {
    all.value = next;
    try {
      if (next.size === 0) storage().removeItem(name);
      else storage().setItem(name, JSON.stringify([...next.values()]));
    } catch {
      // It holds until the page goes; then HighLevel's search for duplicates finds what was made.
    }
  }

  return {
    all,
    put: (making) => change(new Map([...all.peek(), [making.rowId, making]])),
    drop: (rowId) => change(new Map([...all.peek()].filter(([row]) => row !== rowId))),
  };
}
