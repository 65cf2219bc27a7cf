import {
  type MirroredEntry,
  type MirrorKind,
  type MirrorPlan,
  type MirrorRow,
  type MirrorValues,
  planMirror,
} from '../../../sync/mirror.ts';
import { plainOf } from '../../../sync/plain-text.ts';
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
  send: readonly { id: string; values: MirrorValues }[];
  conflicts: readonly { id: string; values: MirrorValues; highlevel: MirrorValues }[];
  /** Rows that are this page's to create. */
  create: readonly MirrorRow[];
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
  isComplete: (row: MirrorRow) => boolean;
  /** The entry that this page made of a row which does not say so yet. */
  madeOf: (rowId: number) => string | undefined;
  description: string;
}

/** Texts by which a row that was typed in the grid is known again as the entry that was made of it. */
const marks: Readonly<Record<MirrorKind, readonly string[]>> = {
  task: ['title', 'due'],
  note: ['body'],
  appointment: ['title', 'starts'],
};

const wordsOf = (text = '') => plainOf(text).plain.replace(/\r\n?/g, '\n').trim();

const isMadeOf = (kind: MirrorKind, entry: MirroredEntry, row: MirrorRow) =>
  marks[kind].every(
    (key) => wordsOf(row.values[key]) !== '' && wordsOf(row.values[key]) === wordsOf(entry.values[key]),
  );

/** A plan, and which of its typed rows are known again as which of its entries without a row. */
interface Work extends Omit<MirrorPlan, 'add'> {
  rows: readonly MirrorRow[];
  add: ReadonlySet<MirroredEntry>;
  adopted: ReadonlyMap<number, MirroredEntry>;
  /** Typed rows that are ready to be made. */
  due: readonly MirrorRow[];
}

function workOf({ content, entries: all }: Seen, options: ReconcileOptions): Work {
  const { memory, place, linked, isBusy, isComplete, madeOf } = options;
  const entries = all.filter(({ id }) => !isBusy(id));
  const ids = new Set(all.map(({ id }) => id));
  const isOurs = ({ contact, id }: Seen['content']['rows'][number]) =>
    contact === linked.rowId || contact === linked.contactId || (id !== '' && ids.has(id));
  const rows = content.rows.filter((row) => isOurs(row) && !isBusy(row.id));
  const values = new Map<string, MirrorValues[]>();
  for (const one of [...rows, ...entries]) values.set(one.id, [...(values.get(one.id) ?? []), one.values]);
  const base = memory.base(linked.contactId, place, values);
  const plan = planMirror(entries, rows, base, (key) => content.sendable.has(key));

  const [adopted, add] = [new Map<number, MirroredEntry>(), new Set(plan.add)];
  const adopt = (row: MirrorRow, isIt: (entry: MirroredEntry) => boolean) => {
    const made = [...add].find(isIt);
    if (made) adopted.set(row.rowId, made);
    if (made) add.delete(made);
  };
  // Two rows may say the same: what is known for sure comes first.
  for (const row of plan.create) adopt(row, ({ id }) => id === madeOf(row.rowId));
  for (const row of plan.create) {
    if (madeOf(row.rowId) === undefined) adopt(row, (entry) => isMadeOf(place.kind, entry, row));
  }
  const isDue = (row: MirrorRow) => !adopted.has(row.rowId) && madeOf(row.rowId) === undefined && isComplete(row);
  return { ...plan, rows, add, adopted, due: plan.create.filter(isDue) };
}

/** What there is to be done, as text; `''` for nothing. */
function nameOf({ add, adopted, update, remove, send, conflicts, due }: Work): string {
  const all = [[...add].map(({ id }) => id), [...adopted.keys()], update, remove, send, conflicts, due];
  return all.some((part) => part.length > 0) ? JSON.stringify(all) : '';
}

/** What is sent is looked at before it is written; all else relies on what HighLevel had when it was read. */
const needsEntries = ({ add, adopted, update, remove, conflicts, due }: Work) =>
  add.size + adopted.size + update.length + remove.length + conflicts.length + due.length > 0;

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

  const { update, remove } = work;
  const missing = [...work.add];
  const taken = await claim(missing.map(({ id }) => id));
  const add = missing.filter(({ id }) => taken.has(id));
  const named = [...work.adopted].map(([rowId, { id, values }]) => ({ rowId, id, values }));
  const changes = { contact: linked, add, update: [...named, ...update], remove };
  if (add.length + changes.update.length + remove.length > 0) {
    await tell(work.rows, { update, remove }, () => whole.writeMirror(place.kind, changes, description));
  }

  const idOf = new Map(work.rows.map(({ rowId, id }) => [rowId, id]));
  const agreed = new Map(work.agree);
  const note = (id: string, values: MirrorValues) => void agreed.set(id, { ...agreed.get(id), ...values });
  for (const { id, values } of [...add, ...named]) note(id, values);
  for (const { rowId, values } of update) note(idOf.get(rowId) ?? '', values);
  await memory.note(contactId, place, agreed);

  const { send, conflicts } = work;
  const asked = conflicts.map(({ id, grist, highlevel }) => ({ id, values: grist, highlevel }));
  return { send, conflicts: asked, create: await toMake() };

  async function claim(names: readonly string[]): Promise<ReadonlySet<string>> {
    return names.length > 0 ? memory.claim(contactId, place, names) : new Set();
  }

  /** A row that another page claimed before may have been made since this one last looked. */
  async function toMake(): Promise<readonly MirrorRow[]> {
    const rowName = ({ rowId }: MirrorRow) => `row.${rowId}`;
    const own = await claim(work.due.map(rowName));
    if (own.size === 0 || (!isFresh && !(await sight.renew()))) return [];
    return workOf(sight.seen(), options).due.filter((row) => own.has(rowName(row)));
  }
}
