import { setImmediate as pause } from 'node:timers/promises';
import type { Intent, Outcome } from '../../engine/state.ts';
import type { Store } from '../database/open.ts';
import type { Vault } from '../secrets/vault.ts';
import { type ActivityLimits, day, type StateCaps } from './limits.ts';
import { negative, type Size, sizeOf, sizes } from './sizes.ts';

/** Outcomes of one entry; a later one replaces the last. */
const mostOutcomes = 20;
/** Entries that are deleted at a time. */
const slice = 500;

/** Associated data of the sealed texts of an entry and of an outcome. */
export const entryAad = (space: string, id: string) => `activity ${space} ${id}`;
export const outcomeAad = (space: string, id: string) => `activity-outcome ${space} ${id}`;

/** The sealed texts of an entry, and of an outcome. */
export type Texts = Pick<Intent, 'from' | 'to'> & { label: string };
export type OutcomeTexts = { reason: string; traceId: string };

/** Writes the log. Rows are only ever added, and deleted when they are old or too many. */
export function createActivityLog(store: Store, vault: Vault, caps: StateCaps, now: () => number = Date.now) {
  /** Deletes entries with their outcomes. */
  async function remove(space: string, ids: readonly string[]): Promise<void> {
    await store.transaction().execute(async (db) => {
      const outcomes = await db
        .deleteFrom('activity_outcome')
        .where('space', '=', space)
        .where('entry_id', 'in', [...ids])
        .returning('sealed')
        .execute();
      const entries = await db
        .deleteFrom('activity')
        .where('space', '=', space)
        .where('id', 'in', [...ids])
        .returning('sealed')
        .execute();
      const bytes = sizeOf(entries).bytes + sizeOf(outcomes).bytes;
      await sizes.add(db, space, 'log', negative({ entries: entries.length, bytes }));
    });
  }

  /** Deletes the oldest entries of a document as long as there are too many, or too old ones. */
  async function trim(space: string, { days, entries: mostEntries }: ActivityLimits): Promise<void> {
    for (;;) {
      const { entries, bytes } = await sizes.read(store, space, 'log');
      const surplus = bytes > caps.logBytes ? slice : entries - mostEntries;
      const oldest = await store
        .selectFrom('activity')
        .select(['id', 'at'])
        .where('space', '=', space)
        .orderBy('at')
        .orderBy('id')
        .limit(slice)
        .execute();
      const doomed = oldest.filter(({ at }, index) => index < surplus || at < now() - days * day);
      if (doomed.length === 0) return;
      await remove(
        space,
        doomed.map(({ id }) => id),
      );
      await pause();
    }
  }

  return {
    /** Stores intents; an id that is stored already changes nothing. Returns the log's size. `db` is a transaction. */
    async begin(db: Store, space: string, userId: number, intents: readonly Intent[]): Promise<Size> {
      if (intents.length === 0) return sizes.read(db, space, 'log');
      const at = now();
      const rows = intents.map(({ id, contactId, act, what, label = '', from, to, via }) => {
        const sealed = vault.seal(JSON.stringify({ label, from, to } satisfies Texts), entryAad(space, id));
        return { space, id, at, user_id: userId, contact_id: contactId, act, what, via, sealed };
      });
      const stored = await db
        .insertInto('activity')
        .values(rows.sort((one, other) => (one.id < other.id ? -1 : 1)))
        .onConflict((conflict) => conflict.columns(['space', 'id']).doNothing())
        .returning('sealed')
        .execute();
      return sizes.add(db, space, 'log', sizeOf(stored));
    },

    /**
     * Stores outcomes after those that are there; outcomes of unknown intents are ignored. Returns the
     * contacts of the others. `db` is a transaction.
     */
    async finish(db: Store, space: string, outcomes: readonly Outcome[]): Promise<ReadonlySet<string>> {
      if (outcomes.length === 0) return new Set();
      const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
      const entries = await db
        .selectFrom('activity')
        .leftJoin('activity_outcome', (join) =>
          join
            .onRef('activity_outcome.space', '=', 'activity.space')
            .onRef('activity_outcome.entry_id', '=', 'activity.id'),
        )
        .select((row) => ['activity.id', 'activity.contact_id', row.fn.max('activity_outcome.position').as('position')])
        .where('activity.space', '=', space)
        .where('activity.id', 'in', [...byId.keys()])
        .groupBy(['activity.id', 'activity.contact_id'])
        .orderBy('activity.id')
        .execute();
      if (entries.length === 0) return new Set();
      const at = now();
      const rows = entries.map(({ id, position }) => {
        const { result = 'unknown', reason = '', traceId = '' } = byId.get(id) ?? {};
        const sealed = vault.seal(JSON.stringify({ reason, traceId } satisfies OutcomeTexts), outcomeAad(space, id));
        const next = Math.min((position ?? 0) + 1, mostOutcomes);
        return { space, entry_id: id, position: next, at, result, sealed };
      });
      await db
        .insertInto('activity_outcome')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['space', 'entry_id', 'position']).doUpdateSet((row) => ({
            at: row.ref('excluded.at'),
            result: row.ref('excluded.result'),
            sealed: row.ref('excluded.sealed'),
          })),
        )
        .execute();
      const { bytes } = sizeOf(rows.filter((_row, index) => (entries[index]?.position ?? 0) < mostOutcomes));
      await sizes.add(db, space, 'log', { entries: 0, bytes });
      return new Set(entries.map(({ contact_id }) => contact_id));
    },

    /** Is the log so much larger than its limits that it should be trimmed at once? */
    isLarge: ({ entries, bytes }: Size, limits: ActivityLimits): boolean =>
      entries > limits.entries * 1.1 || bytes > caps.logBytes,
    trim,

    /** Trims the logs of all documents. */
    async tidy(limits: ActivityLimits): Promise<void> {
      const logs = await store.selectFrom('state_size').select('space').where('part', '=', 'log').execute();
      for (const { space } of logs) await trim(space, limits);
    },
  };
}

export type ActivityLog = ReturnType<typeof createActivityLog>;
