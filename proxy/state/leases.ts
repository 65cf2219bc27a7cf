import type { DatabaseClock } from '../database/clock.ts';
import type { Store } from '../database/open.ts';

/** Stores leases: which page or worker does something now that only one may do at a time. `db` is the store or a transaction. */
export function createLeases(clock: DatabaseClock) {
  return {
    /** Returns the granted keys: free ones, and those that the holder has already. */
    async claim(
      db: Store,
      space: string,
      holder: string,
      keys: readonly string[],
      ttl: number,
    ): Promise<ReadonlySet<string>> {
      if (keys.length === 0) return new Set();
      // In one order for all callers, so that two statements cannot wait for each other.
      const wanted = [...new Set(keys)].sort();
      const granted = await db
        .insertInto('lease')
        .values(wanted.map((key) => ({ space, key, holder, until: clock(ttl) })))
        .onConflict((conflict) =>
          conflict
            .columns(['space', 'key'])
            .doUpdateSet((row) => ({ holder: row.ref('excluded.holder'), until: row.ref('excluded.until') }))
            .where((is) => is.or([is('lease.until', '<=', clock()), is('lease.holder', '=', holder)])),
        )
        .returning('key')
        .execute();
      return new Set(granted.map(({ key }) => key));
    },

    async release(db: Store, space: string, holder: string, keys: readonly string[]): Promise<void> {
      if (keys.length === 0) return;
      await db
        .deleteFrom('lease')
        .where('space', '=', space)
        .where('holder', '=', holder)
        .where('key', 'in', [...keys])
        .execute();
    },

    /** Deletes leases that have ended. */
    async tidy(db: Store): Promise<void> {
      await db.deleteFrom('lease').where('until', '<=', clock()).execute();
    },
  };
}

export type Leases = ReturnType<typeof createLeases>;
