import { HighLevelError } from '../../highlevel/errors.ts';
import type { DatabaseClock } from '../database/clock.ts';
import type { Store } from '../database/open.ts';
import type { StateCaps } from './limits.ts';

/** Stores leases: which page or worker does something now that only one may do at a time. */
export function createLeases(clock: DatabaseClock, caps: StateCaps) {
  return {
    /**
     * Returns the granted keys: free ones, and those that the holder has already. Throws `HighLevelError`: `rejected`, when too
     * many leases of the document run. `db` is a transaction.
     */
    async claim(
      db: Store,
      space: string,
      holder: string,
      keys: readonly string[],
      ttl: number,
    ): Promise<ReadonlySet<string>> {
      // In one order for all callers, so that two statements cannot wait for each other.
      const wanted = [...new Set(keys)].sort();
      if (wanted.length === 0) return new Set();
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
      const { count } = await db
        .selectFrom('lease')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('space', '=', space)
        .where('until', '>', clock())
        .executeTakeFirstOrThrow();
      if (Number(count) > caps.leases) {
        throw new HighLevelError('rejected', `More than ${caps.leases} leases of this document run.`, {
          reason: 'full',
        });
      }
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

    /** Deletes leases that have ended, of one document or of all. */
    async tidy(db: Store, space?: string): Promise<void> {
      const ended = db.deleteFrom('lease').where('until', '<=', clock());
      await (space === undefined ? ended : ended.where('space', '=', space)).execute();
    },
  };
}

export type Leases = ReturnType<typeof createLeases>;
