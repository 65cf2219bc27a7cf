import { PostgresAdapter, type RawBuilder, sql } from 'kysely';
import type { Store } from './open.ts';

/** The time in epoch milliseconds as part of a statement, or so many milliseconds later. */
export type DatabaseClock = (later?: number) => RawBuilder<number>;

/**
 * The one clock by which the leases of several processes are granted and compared: Postgres's own, because the clocks of
 * two machines differ. On the embedded database it is `now`: processes that share a file run on one machine.
 */
export function createDatabaseClock(store: Store, now: () => number = Date.now): DatabaseClock {
  const isShared = store.getExecutor().adapter instanceof PostgresAdapter;
  return (later = 0) =>
    isShared
      ? sql<number>`(extract(epoch from clock_timestamp()) * 1000 + ${later})::bigint`
      : sql<number>`${now() + later}`;
}
