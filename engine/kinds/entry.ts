import type { EntryKind } from '../../sync/entries.ts';
import { changed, type Failure, ignored, isNotFound, isUnknown, Refused } from '../failure.ts';
import { differences, type Entry, type EntryForm, endsFirst, filledKeys, notTaken, summary } from '../forms.ts';
import { followed, type Handler } from '../handler.ts';
import { type OperationOf, operation } from '../operation.ts';
import type { Ports } from '../ports.ts';
import { entryApi } from './entry-api.ts';

/** An entry as HighLevel has it; `null`: there is none yet, or none any more. */
export type EntryNow = { entry: Entry | null };

type EntryOperation = OperationOf<'entry'>;

/** What the log takes of a name and of a text; the whole is in the operation. */
const longest = { label: 500, text: 70_000 };
const clip = (text: string) => text.slice(0, longest.text);

const spanFailure: Failure = { side: 'highlevel', code: 'ends-first', retryable: false };
const formOf = (kind: EntryKind, entry: Entry): EntryForm => entryApi(kind).formOf(entry);

/** The keys whose values are to be written: what is wanted otherwise than HighLevel has it, as far as it was seen. */
function keysToWrite({ want, seen }: EntryOperation, now: EntryForm): readonly (keyof EntryForm)[] {
  if (!want) return [];
  const due = differences(want, now);
  if (!seen) return due;
  const foreign = new Set(differences(seen, now));
  const wanted = differences(want, seen);
  if (due.length > 0 && wanted.some((key) => foreign.has(key))) throw new Refused(changed(summary(now)));
  // What was left alone stays as another client made it.
  return due.filter((key) => wanted.includes(key));
}

function observe(ports: Ports, { target }: EntryOperation, id: string, entry: Entry | null) {
  ports.observe.entry?.({ contactId: target.contactId, kind: target.kind, id }, entry);
}

async function create(ports: Ports, op: EntryOperation, want: EntryForm): Promise<Entry> {
  const { contactId, kind, like } = op.target;
  const sent = op.progress ?? { key: op.id, form: want };
  const made = await entryApi(kind).create(ports, contactId, sent.form, { key: sent.key }, like);
  const keys = differences(want, sent.form);
  // The text was changed after a try whose outcome was unknown: what that try made is brought up to it.
  return keys.length === 0 ? made : entryApi(kind).update(ports, contactId, made.id, want, keys);
}

async function remove(ports: Ports, { target: { contactId, kind, entryId } }: EntryOperation): Promise<void> {
  await entryApi(kind)
    .remove(ports, contactId, entryId ?? '')
    .catch((error: unknown) => {
      // Deleted already is as good.
      if (!isNotFound(error)) throw error;
    });
}

/** Is the row of the grid still without an entry? Another client may have made it, and the person may have deleted the row. */
async function isRowWaiting(ports: Ports, { target: { kind, row } }: EntryOperation): Promise<boolean> {
  if (!row) return true;
  const content = await (await ports.entries(kind))?.read();
  return content?.rows.some(({ rowId, id }) => rowId === row.rowId && id === '') ?? false;
}

/** A task, note or appointment. Its row in the document follows when the table is next compared. */
export const entry: Handler<'entry', EntryNow> = {
  parts: () => [''],
  only: (op) => op,

  lines: async (_, op, now) => {
    const { contactId, kind, entryId } = op.target;
    const form = op.want ?? op.seen;
    const title = form && form.kind !== 'note' ? form.title : '';
    const before = now?.entry ?? null;
    return [
      {
        part: '',
        contactId,
        rowId: null,
        act: kind,
        // The log takes nothing without a name: an entry that HighLevel has not named yet goes by that of the operation.
        what: entryId ?? op.id,
        label: title.slice(0, longest.label),
        from: clip(before ? summary(formOf(kind, before)) : op.seen ? summary(op.seen) : ''),
        to: clip(op.want ? summary(op.want) : ''),
        via: op.origin,
      },
    ];
  },

  async read(ports, { target: { contactId, kind, entryId }, want }) {
    if (entryId === null) return { entry: null };
    const reading = entryApi(kind).read(ports, contactId, entryId);
    if (want) return { entry: await reading };
    // What is to be deleted is read for its undo; that it cannot be read is no reason to keep it.
    return { entry: await reading.catch(() => null) };
  },

  async judge(ports, op, { entry: now }) {
    if (!(await isRowWaiting(ports, op))) return { operation: null, refused: new Map(), isDropped: true };
    if (op.want === null) return { operation: null, refused: new Map() };
    if (endsFirst(op.want)) return { operation: null, refused: new Map([['', spanFailure]]) };
    if (op.target.entryId === null) {
      const progress = op.progress ?? { key: crypto.randomUUID(), form: op.want };
      return { operation: { ...op, progress }, refused: new Map() };
    }
    try {
      const keys = now ? keysToWrite(op, formOf(op.target.kind, now)) : [];
      return { operation: null, refused: new Map(), isThere: keys.length === 0 };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { operation: null, refused: new Map([['', error.failure]]) };
    }
  },

  async write(ports, op, { entry: now }) {
    const { contactId, kind, entryId } = op.target;
    const { want } = op;
    if (want === null) {
      await remove(ports, op);
      observe(ports, op, entryId ?? '', null);
      return { now: { entry: null }, refused: new Map() };
    }
    const keys = now ? keysToWrite(op, formOf(kind, now)) : filledKeys(want);
    const lostIn = (entry: Entry) => notTaken(want, formOf(kind, entry), keys);
    const answer =
      entryId !== null && now
        ? await entryApi(kind).update(ports, contactId, entryId, want, keys)
        : await create(ports, op, want);
    // What was written must not fail because it cannot be read.
    const read = () =>
      entryApi(kind)
        .read(ports, contactId, answer.id)
        .catch(() => answer);
    const entry = lostIn(answer).length === 0 ? answer : await read();
    observe(ports, op, entry.id, entry);
    const lost = lostIn(entry);
    if (lost.length === 0) return { now: { entry }, refused: new Map() };
    const theirs = lost.map((key) => String(formOf(kind, entry)[key] ?? '')).join('\n');
    const target = { contactId, kind, entryId: entry.id };
    return {
      now: { entry },
      refused: new Map([['', ignored(theirs)]]),
      operation: { ...op, target, seen: formOf(kind, entry), progress: null },
    };
  },

  async recover(ports, op) {
    const { contactId, kind, entryId } = op.target;
    // Whether a create took effect its key alone knows: it is repeated under it.
    if (entryId === null || op.want === null) return null;
    const now = await entryApi(kind).read(ports, contactId, entryId);
    const wanted = differences(op.want, op.seen ?? formOf(kind, now));
    if (notTaken(op.want, formOf(kind, now), wanted).length > 0) return null;
    observe(ports, op, now.id, now);
    return { entry: now };
  },

  // Another create under the same key would be refused; one that was certainly not carried out needs no key any more.
  afterFailure: (op, error) => (isUnknown(error) ? op : { ...op, progress: null }),

  follow: async () => followed,

  inverse(op, before, after) {
    const { contactId, kind, entryId } = op.target;
    const [was, is] = [before?.entry ?? null, after?.entry ?? null];
    if (op.want === null) return was && bringBack(contactId, kind, was);
    if (!is) return null;
    if (entryId === null)
      return operation({
        kind: 'entry',
        target: { contactId, kind, entryId: is.id },
        want: null,
        seen: formOf(kind, is),
        origin: 'undo',
      });
    return (
      was &&
      operation({
        kind: 'entry',
        target: { contactId, kind, entryId: is.id },
        want: formOf(kind, was),
        seen: formOf(kind, is),
        origin: 'undo',
      })
    );
  },
};

/** HighLevel keeps no deleted entries: one that comes back is a new one with the same content. */
function bringBack(contactId: string, kind: EntryKind, was: Entry): EntryOperation {
  const form = formOf(kind, was);
  // An appointment's own time is free again only for those who do not ask for a free slot.
  const want = form.kind === 'appointment' ? { ...form, outsideSlots: true } : form;
  return operation({
    kind: 'entry',
    target: { contactId, kind, entryId: null, like: was },
    want,
    seen: null,
    origin: 'undo',
  });
}
