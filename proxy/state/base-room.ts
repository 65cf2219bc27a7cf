import type { Store } from '../database/open.ts';
import { among, keyOf, type SealedValue } from './base-values.ts';
import type { StateCaps } from './limits.ts';
import { type Size, sizes } from './sizes.ts';

export interface Room {
  /** The values for which there is room. */
  fitting: readonly SealedValue[];
  /** How much more the base holds when these of them are stored. */
  growthOf(values: readonly SealedValue[]): Size;
}

/** The lengths of stored values, by `keyOf`. */
type Lengths = ReadonlyMap<string, number>;

/** Finds the values that a document's caps leave room for. `db` is the transaction that stores them. */
export function createRoom(caps: StateCaps) {
  async function lengthsOf(db: Store, space: string, values: readonly SealedValue[]): Promise<Lengths> {
    if (values.length === 0) return new Map();
    const rows = await db
      .selectFrom('agreement')
      .select((row) => ['contact_id', 'field', row.fn<number>('length', ['sealed']).as('length')])
      .where('space', '=', space)
      .where(among(values))
      .execute();
    return new Map(rows.map((row) => [keyOf({ contactId: row.contact_id, field: row.field }), row.length]));
  }

  /** How many values each contact has. */
  async function countsOf(db: Store, space: string, values: readonly SealedValue[]): Promise<Map<string, number>> {
    if (values.length === 0) return new Map();
    const found = await db
      .selectFrom('agreement')
      .select((row) => ['contact_id', row.fn.countAll<number>().as('count')])
      .where('space', '=', space)
      .where('contact_id', 'in', [...new Set(values.map(({ contactId }) => contactId))])
      .groupBy('contact_id')
      .execute();
    return new Map(found.map(({ contact_id, count }) => [contact_id, Number(count)]));
  }

  /** Which values fit, when `lengths` are those of all that are stored already. */
  function roomAmong(
    values: readonly SealedValue[],
    lengths: Lengths,
    size: Size,
    stored: ReadonlyMap<string, number>,
  ): Room {
    const isNew = (value: SealedValue) => !lengths.has(keyOf(value));
    const growthOf = (value: SealedValue) => value.sealed.length - (lengths.get(keyOf(value)) ?? 0);
    const counts = new Map(stored);
    let { entries, bytes } = size;
    const fitting = values.filter((value) => {
      const count = counts.get(value.contactId) ?? 0;
      const hasPlace = !isNew(value) || (entries < caps.values && count < caps.valuesOfContact);
      if (!hasPlace || (growthOf(value) > 0 && bytes + growthOf(value) > caps.baseBytes)) return false;
      bytes += growthOf(value);
      if (isNew(value)) {
        entries += 1;
        counts.set(value.contactId, count + 1);
      }
      return true;
    });
    return {
      fitting,
      growthOf: (some) => ({
        entries: some.filter(isNew).length,
        bytes: some.reduce((sum, value) => sum + growthOf(value), 0),
      }),
    };
  }

  return async function roomFor(db: Store, space: string, values: readonly SealedValue[]): Promise<Room> {
    // A first agreement is stored only where there is none, so that its name need not be looked up.
    const first = values.filter(({ version }) => version === 0);
    const lengths = await lengthsOf(
      db,
      space,
      values.filter(({ version }) => version > 0),
    );
    const size = await sizes.read(db, space, 'base');
    const counts = await countsOf(db, space, first);
    const room = roomAmong(values, lengths, size, counts);
    if (room.fitting.length === values.length) return room;
    // Those that are there take no room.
    return roomAmong(values, await lengthsOf(db, space, values), size, counts);
  };
}
