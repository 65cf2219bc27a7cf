import type { Store } from '../database/open.ts';
import { among, keyOf, type SealedValue } from './base-values.ts';
import type { StateCaps } from './limits.ts';
import { type Size, sizes } from './sizes.ts';

export interface Room {
  /** The values for which there is room. */
  fitting: SealedValue[];
  /** How much more the base holds when these are stored. */
  growthOf(values: readonly SealedValue[]): Size;
}

/** Finds the values that a document's caps leave room for. `db` is the transaction that stores them. */
export function createRoom(caps: StateCaps) {
  /** How many values each contact has. */
  async function countsOf(db: Store, space: string, contactIds: readonly string[]) {
    if (contactIds.length === 0) return new Map<string, number>();
    const found = await db
      .selectFrom('agreement')
      .select((row) => ['contact_id', row.fn.countAll<number>().as('count')])
      .where('space', '=', space)
      .where('contact_id', 'in', [...contactIds])
      .groupBy('contact_id')
      .execute();
    return new Map(found.map(({ contact_id, count }) => [contact_id, Number(count)]));
  }

  return async function roomFor(db: Store, space: string, values: readonly SealedValue[]): Promise<Room> {
    const rows = await db
      .selectFrom('agreement')
      .select((row) => ['contact_id', 'field', row.fn<number>('length', ['sealed']).as('length')])
      .where('space', '=', space)
      .where(among(values))
      .execute();
    const lengths = new Map(rows.map((row) => [keyOf({ contactId: row.contact_id, field: row.field }), row.length]));
    const isNew = (value: SealedValue) => !lengths.has(keyOf(value));
    const growth = (value: SealedValue) => value.sealed.length - (lengths.get(keyOf(value)) ?? 0);

    const counts = await countsOf(db, space, [...new Set(values.filter(isNew).map(({ contactId }) => contactId))]);
    let { entries, bytes } = await sizes.read(db, space, 'base');
    const fitting = values.filter((value) => {
      const count = counts.get(value.contactId) ?? 0;
      const hasPlace = !isNew(value) || (entries < caps.values && count < caps.valuesOfContact);
      if (!hasPlace || (growth(value) > 0 && bytes + growth(value) > caps.baseBytes)) return false;
      bytes += growth(value);
      if (!isNew(value)) return true;
      entries += 1;
      counts.set(value.contactId, count + 1);
      return true;
    });
    return {
      fitting,
      growthOf: (stored) => ({
        entries: stored.filter(isNew).length,
        bytes: stored.reduce((sum, value) => sum + growth(value), 0),
      }),
    };
  };
}
