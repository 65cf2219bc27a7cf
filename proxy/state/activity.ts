import type { Intent, Outcome } from '../../engine/ports.ts';
import type { ActivityEntry } from '../../panel-api/activity.ts';
import type { Store } from '../database/open.ts';
import type { ActivityTable } from '../database/schema.ts';
import type { Names } from '../grist/names.ts';
import type { Vault } from '../secrets/vault.ts';
import type { ActivityLimits } from './limits.ts';
import type { People } from './people.ts';

export interface ActivityQuestion {
  contactId?: string | undefined;
  /** Entries older than this one. */
  before?: string | undefined;
  limit: number;
  problems: boolean;
  search: string;
}

const day = 24 * 3600_000;
/** Entries that a search opens at most: they are sealed, so the database cannot search them. */
const mostOpened = 5_000;
const batch = 250;
/** Outcomes of one entry; a later one replaces the last. */
const mostOutcomes = 20;

/** Associated data of the sealed texts of an entry and of an outcome. */
export const entryAad = (space: string, id: string) => `activity ${space} ${id}`;
export const outcomeAad = (space: string, id: string) => `activity-outcome ${space} ${id}`;

type Texts = Pick<Intent, 'from' | 'to'> & { label: string };
type Told = Pick<ActivityEntry, 'reason' | 'traceId'>;

const noTexts: Texts = { label: '', from: '', to: '' };
const nothingTold: Told = { reason: '', traceId: '' };

/** The log of what was done. Rows are only ever added, and forgotten when they are old. */
export function createActivityLog(store: Store, vault: Vault, people: People, now: () => number = Date.now) {
  const rows = (space: string) => store.selectFrom('activity').selectAll().where('space', '=', space);

  async function outcomesOf(space: string, ids: readonly string[]) {
    const found = await store
      .selectFrom('activity_outcome')
      .selectAll()
      .where('space', '=', space)
      .where('entry_id', 'in', [...ids])
      .orderBy('position')
      .execute();
    // The last one told counts.
    return new Map(found.map((row) => [row.entry_id, row]));
  }

  async function openAll(space: string, found: readonly ActivityTable[], gristNames: Names): Promise<ActivityEntry[]> {
    if (found.length === 0) return [];
    const outcomes = await outcomesOf(
      space,
      found.map(({ id }) => id),
    );
    const names = await people.all(space);
    return found.map((row) => {
      const sealed = vault.tryOpen(row.sealed, entryAad(space, row.id));
      const outcome = outcomes.get(row.id);
      const sealedToo = outcome ? vault.tryOpen(outcome.sealed, outcomeAad(space, row.id)) : null;
      // That something was done stays told, even where the key to what it was is gone.
      const texts = sealed === null ? noTexts : (JSON.parse(sealed) as Texts);
      const told = sealedToo === null ? nothingTold : (JSON.parse(sealedToo) as Told);
      const known = names.get(row.user_id);
      const person = {
        userId: row.user_id,
        highlevelUserId: known?.highlevelUserId ?? null,
        // What people say of themselves counts before what Grist calls them.
        name: known?.name ?? gristNames.get(row.user_id) ?? null,
      };
      const { id, at, contact_id: contactId, act, what, via } = row;
      return { id, at, person, contactId, act, what, via, ...texts, result: outcome?.result ?? null, ...told };
    });
  }

  const isMeant = ({ problems, search }: ActivityQuestion, entry: ActivityEntry) =>
    (!problems || (entry.result !== 'saved' && entry.result !== 'given-up')) &&
    (search === '' ||
      [entry.what, entry.label, entry.from, entry.to, entry.reason, entry.person.name ?? ''].some((text) =>
        text.toLowerCase().includes(search),
      ));

  async function older(
    space: string,
    { contactId, before }: ActivityQuestion,
    from: ActivityTable | null,
    count: number,
  ) {
    let question = rows(space).orderBy('at', 'desc').orderBy('id', 'desc').limit(count);
    if (contactId !== undefined) question = question.where('contact_id', '=', contactId);
    const last =
      from ?? (before === undefined ? undefined : await rows(space).where('id', '=', before).executeTakeFirst());
    if (last) {
      question = question.where((is) =>
        is.or([is('at', '<', last.at), is.and([is('at', '=', last.at), is('id', '<', last.id)])]),
      );
    }
    return question.execute();
  }

  return {
    /** Stores intents in one statement. An id that is stored already changes nothing. `db` is the store or a transaction. */
    async begin(db: Store, space: string, userId: number, intents: readonly Intent[]): Promise<void> {
      if (intents.length === 0) return;
      const at = now();
      const rows = intents.map(({ id, contactId, act, what, label = '', from, to, via }) => {
        const sealed = vault.seal(JSON.stringify({ label, from, to } satisfies Texts), entryAad(space, id));
        return { space, id, at, user_id: userId, contact_id: contactId, act, what, via, sealed };
      });
      await db
        .insertInto('activity')
        .values(rows.sort((one, other) => (one.id < other.id ? -1 : 1)))
        .onConflict((conflict) => conflict.columns(['space', 'id']).doNothing())
        .execute();
    },

    /**
     * Stores outcomes after those that are there, in two statements; outcomes of unknown intents are ignored. Returns the
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
        const sealed = vault.seal(JSON.stringify({ reason, traceId } satisfies Told), outcomeAad(space, id));
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
      return new Set(entries.map(({ contact_id }) => contact_id));
    },

    /** Newest first. `gristNames`: what Grist calls users who have not said who they are in HighLevel. */
    async list(
      space: string,
      question: ActivityQuestion,
      gristNames: Names = new Map(),
    ): Promise<{ entries: ActivityEntry[]; more: boolean }> {
      const entries: ActivityEntry[] = [];
      let last: ActivityTable | null = null;
      for (let opened = 0; opened < mostOpened; opened += batch) {
        const found: ActivityTable[] = await older(space, question, last, batch);
        const meant = (await openAll(space, found, gristNames)).filter((entry) => isMeant(question, entry));
        entries.push(...meant);
        last = found.at(-1) ?? null;
        if (entries.length > question.limit || found.length < batch) break;
      }
      return { entries: entries.slice(0, question.limit), more: entries.length > question.limit };
    },

    /** Forgets what is too old or too much. */
    async tidy({ days, entries }: ActivityLimits): Promise<void> {
      const tooOld = now() - days * day;
      await store.deleteFrom('activity').where('at', '<', tooOld).execute();
      const spaces = await store.selectFrom('activity').select('space').distinct().execute();
      for (const { space } of spaces) {
        const oldest = await rows(space).orderBy('at', 'desc').offset(entries).limit(1).executeTakeFirst();
        if (oldest)
          await store.deleteFrom('activity').where('space', '=', space).where('at', '<=', oldest.at).execute();
      }
      await store
        .deleteFrom('activity_outcome')
        .where((is) =>
          is.not(
            is.exists(
              is
                .selectFrom('activity')
                .select('activity.id')
                .whereRef('activity.space', '=', 'activity_outcome.space')
                .whereRef('activity.id', '=', 'activity_outcome.entry_id'),
            ),
          ),
        )
        .execute();
    },
  };
}

export type ActivityLog = ReturnType<typeof createActivityLog>;
