import { sql } from 'kysely';
import type { ActivityEntry, Intent, Outcome } from '../../panel-api/activity.ts';
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

/** Where the vault finds the texts of an entry and of an outcome. */
const entryPlace = (space: string, id: string) => `activity ${space} ${id}`;
const outcomePlace = (space: string, id: string) => `activity-outcome ${space} ${id}`;

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
      const sealed = vault.tryOpen(row.sealed, entryPlace(space, row.id));
      const outcome = outcomes.get(row.id);
      const sealedToo = outcome ? vault.tryOpen(outcome.sealed, outcomePlace(space, row.id)) : null;
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
    /** Notes an intent. Told again under the same id it changes nothing. */
    async begin(
      space: string,
      userId: number,
      { id, contactId, act, what, label = '', from, to, via }: Intent,
    ): Promise<void> {
      const sealed = vault.seal(JSON.stringify({ label, from, to } satisfies Texts), entryPlace(space, id));
      await store
        .insertInto('activity')
        .values({ space, id, at: now(), user_id: userId, contact_id: contactId, act, what, via, sealed })
        .onConflict((conflict) => conflict.columns(['space', 'id']).doNothing())
        .execute();
    },

    /** Notes an outcome after those that are there. Answers `null` when nobody had told of the intent, else its contact. */
    async finish(space: string, id: string, { result, reason = '', traceId = '' }: Outcome): Promise<string | null> {
      const entry = await rows(space).where('id', '=', id).executeTakeFirst();
      if (!entry) return null;
      const sealed = vault.seal(JSON.stringify({ reason, traceId } satisfies Told), outcomePlace(space, id));
      await store
        .insertInto('activity_outcome')
        .columns(['space', 'entry_id', 'position', 'at', 'result', 'sealed'])
        .expression((select) =>
          select
            .selectFrom('activity_outcome')
            .select((row) => [
              row.val(space).as('space'),
              row.val(id).as('entry_id'),
              sql<number>`coalesce(max(position), 0) + 1`.as('position'),
              row.val(now()).as('at'),
              row.val(result).as('result'),
              row.val(sealed).as('sealed'),
            ])
            .where('space', '=', space)
            .where('entry_id', '=', id),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return entry.contact_id;
    },

    /** Newest first. */
    /** `gristNames`: what Grist calls people who have not said who they are. */
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
