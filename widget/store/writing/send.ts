import { isHighLevelError } from '../../../highlevel/errors.ts';
import { toFailure } from '../failure.ts';
import { type Journal, resultOf } from '../journal.ts';
import type { Lanes } from '../lanes.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { EntryDraft, EntryDrafts } from '../timeline/entry-drafts.ts';
import type { Failure } from '../view.ts';
import type { EntryForm } from '../views/entries.ts';
import type { EntryKind } from '../views/timeline.ts';
import { differences, type FormOf, summary, type ThingOf } from './forms.ts';
import type { Kinds, KindWork } from './kinds.ts';

/** What became of a draft: the entry as HighLevel has it now, or `null` where it is deleted, and as it was before. */
export interface Sent<Kind extends EntryKind = EntryKind> {
  draft: EntryDraft;
  before: ThingOf<Kind> | null;
  after: ThingOf<Kind> | null;
}

interface SenderOptions {
  kinds: Kinds;
  drafts: EntryDrafts;
  records: Cache<Records>;
  journal: Journal;
  lanes: Lanes;
  /** Entries that a new one takes its other values from, by the draft's name. */
  like: ReadonlyMap<string, ThingOf<EntryKind>>;
  /** Does the row still want its entry? Another panel may have made it, and the person may have deleted the row. */
  isWanted: (draft: EntryDraft) => Promise<boolean>;
  /** Both sides have it: the table that mirrors entries follows. */
  onSent: (sent: Sent) => void;
  onFailed: (draft: EntryDraft) => void;
}

/** Somebody else changed the entry since the person saw it. */
class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  readonly theirs: string;
  constructor(theirs: string) {
    super('Somebody else changed it');
    this.theirs = theirs;
  }
}

const isUnknown = (error: unknown) => isHighLevelError(error) && error.details.unknownOutcome === true;
const isGone = (error: unknown) => isHighLevelError(error) && error.code === 'not-found';
const failureOf = (error: unknown): Failure =>
  error instanceof ChangedMeanwhile
    ? { side: 'highlevel', code: 'changed', theirs: error.theirs, retryable: false }
    : toFailure(error);

/** Sends drafts, those of one entry one after the other: looks first, writes, and looks again where no answer came. */
export function createSender(options: SenderOptions) {
  const { kinds, drafts, records, journal, lanes, like, isWanted, onSent, onFailed } = options;

  async function create<Kind extends EntryKind>(work: KindWork<Kind>, draft: EntryDraft): Promise<ThingOf<Kind>> {
    const { id, contactId, form } = draft;
    const known = draft.sent ?? { key: crypto.randomUUID(), form };
    drafts.put({ ...draft, sent: known });
    const model = like.get(id) as ThingOf<Kind> | undefined;
    try {
      const made = await work.create(contactId, known.form as FormOf<Kind>, { key: known.key }, model);
      const changed = differences(form as FormOf<Kind>, known.form as FormOf<Kind>);
      // The text was changed after a try whose end nobody knew: what that try made is brought up to it.
      return changed.length === 0 ? made : await update(work, { ...draft, entryId: made.id, seen: null });
    } catch (error) {
      const now = drafts.peek(id);
      // Another wish under the same key would be refused; this one was never fulfilled.
      if (now && !isUnknown(error)) drafts.put({ ...now, sent: null });
      throw error;
    }
  }

  async function update<Kind extends EntryKind>(work: KindWork<Kind>, draft: EntryDraft): Promise<ThingOf<Kind>> {
    const { contactId, entryId, seen } = draft;
    const [form, id] = [draft.form as FormOf<Kind>, entryId ?? ''];
    const now = await work.read(contactId, id);
    const due = differences(form, work.formOf(now));
    if (due.length === 0) return now;
    if (seen) {
      const foreign = new Set<keyof EntryForm>(differences(seen, work.formOf(now) as EntryForm) as (keyof EntryForm)[]);
      const wanted = differences(form as EntryForm, seen);
      if (wanted.some((name) => foreign.has(name))) throw new ChangedMeanwhile(summary(work.formOf(now)));
      // What the person left alone stays as somebody else made it.
      return write(
        work,
        contactId,
        id,
        form,
        due.filter((name) => (wanted as readonly unknown[]).includes(name)),
      );
    }
    return write(work, contactId, id, form, due);
  }

  async function write<Kind extends EntryKind>(
    work: KindWork<Kind>,
    contactId: string,
    id: string,
    form: FormOf<Kind>,
    names: readonly (keyof FormOf<Kind>)[],
  ): Promise<ThingOf<Kind>> {
    try {
      return await work.update(contactId, id, form, names);
    } catch (error) {
      if (!isUnknown(error)) throw error;
      const now = await work.read(contactId, id).catch(() => null);
      const isDone = now && differences(form, work.formOf(now)).every((name) => !names.includes(name));
      if (!isDone) throw error;
      return now;
    }
  }

  async function remove<Kind extends EntryKind>(work: KindWork<Kind>, { contactId, entryId }: EntryDraft) {
    await work.remove(contactId, entryId ?? '').catch((error: unknown) => {
      // Deleted already is as good.
      if (!isGone(error)) throw error;
    });
    return null;
  }

  function follow<Kind extends EntryKind>(work: KindWork<Kind>, draft: EntryDraft, after: ThingOf<Kind> | null) {
    const id = after?.id ?? draft.entryId;
    work.part(records.open(draft.contactId)).change((things) => {
      const at = things.findIndex((thing) => thing.id === id);
      if (!after) return things.filter((thing) => thing.id !== id);
      return at < 0 ? [...things, after] : things.with(at, after);
    });
  }

  async function carry<Kind extends EntryKind>(work: KindWork<Kind>, draft: EntryDraft) {
    const part = work.part(records.open(draft.contactId));
    const before = part.state.peek().data?.find(({ id }) => id === draft.entryId) ?? null;
    try {
      if (draft.row && !(await isWanted(draft))) {
        journal.finish(draft.attempt, 'given-up');
        return drafts.drop(draft.id);
      }
      await journal.begin(intentOf(draft, before && summary(work.formOf(before))));
      const verb = draft.verb === 'remove' ? remove : draft.entryId === null ? create : update;
      const after: ThingOf<Kind> | null = await verb(work, draft);
      drafts.drop(draft.id);
      follow(work, draft, after);
      journal.finish(draft.attempt, 'saved');
      onSent({ draft, before, after });
    } catch (error) {
      const failure = failureOf(error);
      journal.finish(draft.attempt, resultOf(failure), failure);
      const now = drafts.peek(draft.id);
      if (!now) return;
      const given: EntryDraft = { ...now, stage: 'typed', failure };
      drafts.put(given);
      onFailed(given);
    }
  }

  /** Sends a draft that stands as `sending`. */
  return function send(id: string): void {
    const draft = drafts.peek(id);
    if (!draft) return;
    void lanes.run(draft.entryId ?? id, async () => {
      const now = drafts.peek(id);
      if (now?.stage === 'sending') await carry(kinds[now.kind] as KindWork<EntryKind>, now);
    });
  };
}

/** What the log takes of a name and of a text; the whole is in the draft. */
const longest = { label: 500, text: 70_000 };

function intentOf({ id, attempt, contactId, kind, entryId, form, verb, via }: EntryDraft, from: string | null) {
  const clip = (text: string) => text.slice(0, longest.text);
  const to = clip(verb === 'remove' ? '' : summary(form));
  const label = form.kind === 'note' ? '' : form.title.slice(0, longest.label);
  // What HighLevel has not named yet goes by the draft's name: the log takes nothing without one.
  return {
    id: attempt,
    contactId,
    rowId: null,
    act: kind,
    what: entryId ?? id,
    label,
    from: clip(from ?? ''),
    to,
    via,
  };
}
