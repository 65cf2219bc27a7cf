import type { EntryRow, EntryValues, HighLevelEntry } from '../../../sync/entries.ts';
import { type EntryPlan, planEntries } from '../../../sync/plan-entries.ts';
import type { WholeDocument } from '../../section/port.ts';
import type { MirrorMemory, MirrorPlace } from './memory.ts';
import type { Seen, Sight } from './sight.ts';
import type { Tell } from './tell.ts';

/** A row of the panel's table and its contact. */
export interface Linked {
  rowId: number;
  contactId: string;
}

/** What of a plan is not the table's own to do. */
export interface Owed {
  send: readonly { id: string; values: EntryValues }[];
  conflicts: readonly { id: string; values: EntryValues; highlevel: EntryValues }[];
  /** Rows that are this page's to create. */
  create: readonly EntryRow[];
}

interface ReconcileOptions {
  whole: Pick<WholeDocument, 'writeMirror'>;
  memory: MirrorMemory;
  place: MirrorPlace;
  linked: Linked;
  sight: Sight;
  tell: Tell;
  /** Entries of which a change is on its way or given back: they are looked at when that has ended. */
  isBusy: (id: string) => boolean;
  /** Is such a row ready to be made in HighLevel? */
  isComplete: (row: EntryRow) => boolean;
  /** The entry that this page made of a row which does not say so yet. */
  madeOf: (rowId: number) => string | undefined;
  description: string;
}

/** A plan, and which rows it is about. */
interface Work extends EntryPlan {
  rows: readonly EntryRow[];
  add: readonly HighLevelEntry[];
  /** Typed rows that are ready to be made. */
  due: readonly EntryRow[];
}

function workOf({ content, entries: all }: Seen, options: ReconcileOptions): Work {
  const { memory, place, linked, isBusy, isComplete, madeOf } = options;
  const entries = all.filter(({ id }) => !isBusy(id));
  const ids = new Set(all.map(({ id }) => id));
  const isOurs = ({ contact, id }: Seen['content']['rows'][number]) =>
    contact === linked.rowId || contact === linked.contactId || (id !== '' && ids.has(id));
  const rows = content.rows.filter((row) => isOurs(row) && !isBusy(row.id));
  const values = new Map<string, EntryValues[]>();
  for (const one of [...rows, ...entries]) values.set(one.id, [...(values.get(one.id) ?? []), one.values]);
  const base = memory.base(linked.contactId, place, values);
  const made = new Map(
    rows.flatMap((row) => {
      const id = row.id === '' ? madeOf(row.rowId) : undefined;
      return id === undefined ? [] : [[row.rowId, { id, values: row.values }] as const];
    }),
  );
  const { sendable } = content;
  const plan = planEntries(
    place.kind,
    { entries, rows, base, made },
    { direction: 'both', onConflict: 'ask', sendable },
  );
  // Each row that cannot be read may stand for any of the entries.
  const add = content.unreadable.length > 0 ? [] : plan.missing.map(({ entry }) => entry);
  return { ...plan, rows, add, due: plan.create.filter(isComplete) };
}

/** What there is to be done, as text; `''` for nothing. */
function nameOf({ add, adopt, update, remove, send, conflicts, due }: Work): string {
  const all = [add.map(({ id }) => id), adopt, update, remove, send, conflicts, due];
  return all.some((part) => part.length > 0) ? JSON.stringify(all) : '';
}

/** What is sent is looked at before it is written; all else relies on what HighLevel had when it was read. */
const needsEntries = ({ add, adopt, update, remove, conflicts, due }: Work) =>
  [add, adopt, update, remove, conflicts, due].some((part) => part.length > 0);

const nothing: Owed = { send: [], conflicts: [], create: [] };

/**
 * Brings one table's rows of one contact in step with HighLevel's entries, and answers what is left to be sent there. What
 * others did meanwhile is read before anything is done: what they agreed on first, since a side older than that would look
 * like somebody's change. Of several pages that look at once, one adds a row and one makes an entry. Throws `GristError`
 * and `HighLevelError`.
 */
export async function reconcile(options: ReconcileOptions): Promise<Owed> {
  const { whole, memory, place, linked, sight, tell, description } = options;
  const { contactId } = linked;
  await memory.load(contactId);
  let work = workOf(sight.seen(), options);
  const due = nameOf(work);
  let isFresh = false;
  if (sight.isNews(due)) {
    // Seen equal is agreed on at once: whoever changes a cell while all is read again is then known to have changed it.
    await memory.note(contactId, place, work.agree);
    await memory.load(contactId, true);
    if (!(await sight.renewRows())) return nothing;
    work = workOf(sight.seen(), options);
    if (needsEntries(work)) {
      isFresh = await sight.renew();
      if (!isFresh) return nothing;
      work = workOf(sight.seen(), options);
    }
  }
  sight.noteLooked(due);

  const { adopt, remove } = work;
  const update = work.update.map(({ rowId, values }) => ({ rowId, values }));
  const taken = await claim(work.add.map(({ id }) => id));
  const add = work.add.filter(({ id }) => taken.has(id));
  const changes = { contact: linked, add, update: [...adopt, ...update], remove };
  if (add.length + changes.update.length + remove.length > 0) {
    await tell(work.rows, { update, remove }, () => whole.writeMirror(place.kind, changes, description));
  }

  const agreed = new Map(work.agree);
  for (const { id, values } of [...add, ...adopt, ...work.update]) agreed.set(id, { ...agreed.get(id), ...values });
  await memory.note(contactId, place, agreed);

  const { send, conflicts } = work;
  const asked = conflicts.map(({ id, grist, highlevel }) => ({ id, values: grist, highlevel }));
  return { send, conflicts: asked, create: await toMake() };

  async function claim(names: readonly string[]): Promise<ReadonlySet<string>> {
    return names.length > 0 ? memory.claim(contactId, place, names) : new Set();
  }

  /** A row that another page claimed before may have been made since this one last looked. */
  async function toMake(): Promise<readonly EntryRow[]> {
    const rowName = ({ rowId }: EntryRow) => `row.${rowId}`;
    const own = await claim(work.due.map(rowName));
    if (own.size === 0 || (!isFresh && !(await sight.renew()))) return [];
    return workOf(sight.seen(), options).due.filter((row) => own.has(rowName(row)));
  }
}
