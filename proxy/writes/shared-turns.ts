import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createDatabaseClock } from '../database/clock.ts';
import type { Store } from '../database/open.ts';
import type { Vault } from '../secrets/vault.ts';
import { createQueue, type Passed, patience, remembered, type Turns, tooLong } from './turns.ts';

/** Milliseconds until the turn of a writer that died may be taken over. */
const leaseLife = 6000;
/** Milliseconds between two looks at whether another process has ended its turn. */
const glance = 20;

const place = (resource: string) => `write ${resource}`;

/**
 * The turns of processes on one database: a lease for each resource, by the database's clock. The statement that grants it also says
 * what passed before and, where a writer died, what may have passed.
 */
export function createSharedTurns(store: Store, vault: Vault) {
  const clock = createDatabaseClock(store);
  const enter = createQueue();
  const seal = (resource: string, passed: Passed) => vault.seal(JSON.stringify(passed), place(resource));
  const open = (resource: string, sealed: string | null): Passed =>
    JSON.parse((sealed && vault.tryOpen(sealed, place(resource))) || '{}');

  async function claim(resource: string, holder: string, wants: Passed): Promise<Passed | undefined> {
    const values = { resource, holder, until: clock(leaseLife), at: clock(), passed: null, unfinished: null };
    const row = await store
      .insertInto('write_turn')
      .values({ ...values, pending: seal(resource, wants) })
      .onConflict((conflict) =>
        conflict
          .column('resource')
          .doUpdateSet((is) => ({
            holder: is.ref('excluded.holder'),
            until: is.ref('excluded.until'),
            pending: is.ref('excluded.pending'),
            unfinished: is.ref('write_turn.pending'),
          }))
          .where('write_turn.until', '<=', clock()),
      )
      .returning(['passed', 'unfinished', 'at', clock().as('now')])
      .executeTakeFirst();
    if (!row) return undefined;
    const passed = row.at > row.now - remembered ? open(resource, row.passed) : {};
    return { ...passed, ...open(resource, row.unfinished) };
  }

  const own = (resource: string, holder: string) =>
    store.updateTable('write_turn').where('resource', '=', resource).where('holder', '=', holder);

  const turns: Turns = {
    async take(resource, wants, gone) {
      // Writers of this process wait for each other without the database.
      const leave = await enter(resource, gone);
      try {
        const holder = randomUUID();
        let passed: Passed | undefined;
        for (const until = performance.now() + patience; !passed; ) {
          passed = await claim(resource, holder, wants);
          if (passed) break;
          if (performance.now() > until) throw tooLong();
          await wait(glance, undefined, { signal: gone });
        }
        const before = passed;
        const renewal = setInterval(() => {
          own(resource, holder)
            .set({ until: clock(leaseLife) })
            .execute()
            .catch(() => {});
        }, leaseLife / 3);
        return {
          passed: before,
          async end(news) {
            clearInterval(renewal);
            const ended = { until: 0, at: clock(), pending: null, unfinished: null };
            await own(resource, holder)
              .set({ ...ended, passed: seal(resource, { ...before, ...news }) })
              .execute()
              // The lease runs out, and the next writer takes what was pending for passed.
              .catch(() => {});
            leave();
          },
        };
      } catch (error) {
        leave();
        throw error;
      }
    },
  };

  return {
    ...turns,
    /** Deletes what is no longer remembered. */
    async tidy(): Promise<void> {
      await store
        .deleteFrom('write_turn')
        .where('until', '<=', clock())
        .where('at', '<=', clock(-remembered))
        .execute();
    },
  };
}
