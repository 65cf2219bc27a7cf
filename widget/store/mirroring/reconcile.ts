import {
  type MirroredEntry,
  type MirrorKind,
  type MirrorRow,
  type MirrorValues,
  planMirror,
} from '../../../sync/mirror.ts';
import type { MirrorContent, WholeDocument } from '../../grist/port.ts';
import type { MirrorMemory, MirrorPlace } from './memory.ts';

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
  content: MirrorContent;
  entries: readonly MirroredEntry[];
  /** Entries of which a change is on its way or given back: they are looked at when that has ended. */
  isBusy: (id: string) => boolean;
  /** Is such a row ready to be made in HighLevel? */
  isComplete: (row: MirrorRow) => boolean;
  description: string;
}

/** Texts by which a row that was typed in the grid is known again as the entry that was made of it. */
const marks: Readonly<Record<MirrorKind, readonly string[]>> = {
  task: ['title', 'due'],
  note: ['body'],
  appointment: ['title', 'starts'],
};

const isMadeOf = (kind: MirrorKind, entry: MirroredEntry, row: MirrorRow) =>
  marks[kind].every((key) => (row.values[key] ?? '') !== '' && row.values[key] === entry.values[key]);

/**
 * Brings one table's rows of one contact in step with HighLevel's entries, and answers what is left to be sent there. Of
 * several pages that look at once, one adds a row and one makes an entry. Throws `GristError` and `HighLevelError`.
 */
export async function reconcile(options: ReconcileOptions): Promise<Owed> {
  const { whole, memory, place, linked, content, isBusy, isComplete, description } = options;
  const { contactId } = linked;
  const entries = options.entries.filter(({ id }) => !isBusy(id));
  const ids = new Set(options.entries.map(({ id }) => id));
  const isOurs = ({ contact, id }: MirrorContent['rows'][number]) =>
    contact === linked.rowId || contact === contactId || (id !== '' && ids.has(id));
  const rows = content.rows.filter((row) => isOurs(row) && !isBusy(row.id));

  await memory.load(contactId);
  const seen = new Map<string, MirrorValues[]>();
  for (const { id, values } of [...rows, ...entries]) seen.set(id, [...(seen.get(id) ?? []), values]);
  const base = memory.base(contactId, place, seen);
  const plan = planMirror(entries, rows, base, (key) => content.sendable.has(key));

  const adopted = new Map<number, MirroredEntry>();
  const free = new Set(plan.add);
  for (const row of plan.create) {
    const made = [...free].find((entry) => isMadeOf(place.kind, entry, row));
    if (!made) continue;
    free.delete(made);
    adopted.set(row.rowId, made);
  }

  const claimed =
    free.size > 0
      ? await memory.claim(
          contactId,
          place,
          [...free].map(({ id }) => id),
        )
      : new Set<string>();
  const add = [...free].filter(({ id }) => claimed.has(id));
  const named = [...adopted].map(([rowId, { id, values }]) => ({ rowId, id, values }));
  const { update, remove } = plan;
  const changes = { contact: linked, add, update: [...named, ...update], remove };
  if (add.length + changes.update.length + remove.length > 0) await whole.writeMirror(place.kind, changes, description);

  const idOf = new Map(rows.map(({ rowId, id }) => [rowId, id]));
  const agreed = new Map(plan.agree);
  const note = (id: string, values: MirrorValues) => void agreed.set(id, { ...agreed.get(id), ...values });
  for (const { id, values } of [...add, ...adopted.values()]) note(id, values);
  for (const { rowId, values } of update) note(idOf.get(rowId) ?? '', values);
  await memory.note(contactId, place, agreed);

  const due = plan.create.filter((row) => !adopted.has(row.rowId) && isComplete(row));
  const nameOf = ({ rowId }: MirrorRow) => `row.${rowId}`;
  const mine = due.length > 0 ? await memory.claim(contactId, place, due.map(nameOf)) : new Set<string>();
  return {
    send: plan.send,
    conflicts: plan.conflicts.map(({ id, grist, highlevel }) => ({ id, values: grist, highlevel })),
    create: due.filter((row) => mine.has(nameOf(row))),
  };
}
