import { setImmediate as pause } from 'node:timers/promises';
import type { ActivityEntry } from '../../panel-api/activity.ts';
import type { Store } from '../database/open.ts';
import type { ActivityTable } from '../database/schema.ts';
import type { Names } from '../grist/names.ts';
import type { Vault } from '../secrets/vault.ts';
import { entryAad, type OutcomeTexts, outcomeAad, type Texts } from './activity.ts';
import type { People } from './people.ts';

export interface ActivityQuery {
  contactId?: string | undefined;
  /** Entries older than this one. */
  before?: string | undefined;
  limit: number;
  problems: boolean;
  search: string;
}

/** Entries that a search decrypts at most: they are sealed, so the database cannot search them. */
const mostOpened = 5_000;
const batch = 250;

const noTexts: Texts = { label: '', from: '', to: '' };
const noOutcomeTexts: OutcomeTexts = { reason: '', traceId: '' };

/** Reads the log. */
export function createActivityList(store: Store, vault: Vault, people: People) {
  const rows = (space: string) => store.selectFrom('activity').selectAll().where('space', '=', space);

  async function outcomesOf(space: string, ids: readonly string[]) {
    const found = await store
      .selectFrom('activity_outcome')
      .selectAll()
      .where('space', '=', space)
      .where('entry_id', 'in', [...ids])
      .orderBy('position')
      .execute();
    // The last one counts.
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
      // The entry is listed even when the key to its texts is lost.
      const texts = sealed === null ? noTexts : (JSON.parse(sealed) as Texts);
      const outcomeTexts = sealedToo === null ? noOutcomeTexts : (JSON.parse(sealedToo) as OutcomeTexts);
      const known = names.get(row.user_id);
      const person = {
        userId: row.user_id,
        highlevelUserId: known?.highlevelUserId ?? null,
        // A user's own choice counts before the name that Grist has.
        name: known?.name ?? gristNames.get(row.user_id) ?? null,
      };
      const { id, at, contact_id: contactId, act, what, via } = row;
      return { id, at, person, contactId, act, what, via, ...texts, result: outcome?.result ?? null, ...outcomeTexts };
    });
  }

  const matches = ({ problems, search }: ActivityQuery, entry: ActivityEntry) =>
    (!problems || (entry.result !== 'saved' && entry.result !== 'given-up')) &&
    (search === '' ||
      [entry.what, entry.label, entry.from, entry.to, entry.reason, entry.person.name ?? ''].some((text) =>
        text.toLowerCase().includes(search),
      ));

  async function older(space: string, { contactId, before }: ActivityQuery, from: ActivityTable | null, count: number) {
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

  /** Newest first. `gristNames`: what Grist calls users who have not said who they are in HighLevel. */
  return async function listActivity(
    space: string,
    question: ActivityQuery,
    gristNames: Names = new Map(),
  ): Promise<{ entries: ActivityEntry[]; more: boolean }> {
    const entries: ActivityEntry[] = [];
    let last: ActivityTable | null = null;
    for (let opened = 0; opened < mostOpened; opened += batch) {
      const found: ActivityTable[] = await older(space, question, last, batch);
      const matching = (await openAll(space, found, gristNames)).filter((entry) => matches(question, entry));
      entries.push(...matching);
      last = found.at(-1) ?? null;
      if (entries.length > question.limit || found.length < batch) break;
      // Other requests go on between two batches.
      await pause();
    }
    return { entries: entries.slice(0, question.limit), more: entries.length > question.limit };
  };
}
