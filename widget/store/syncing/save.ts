import type { Contact } from '../../../highlevel/contact.ts';
import { isHighLevelError } from '../../../highlevel/errors.ts';
import type { Intent, Via } from '../../../panel-api/activity.ts';
import { cellsAfterSave, changedBy, type Same, type Values } from '../../../sync/cells.ts';
import { rebaseItems } from '../../../sync/rebase.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Calls } from '../connecting/calls.ts';
import { toFailure } from '../failure.ts';
import type { Edits, Save } from '../fields/edits.ts';
import type { FieldIo } from '../fields/field-io.ts';
import type { Saver } from '../fields/saver.ts';
import { type Journal, resultOf } from '../journal.ts';
import type { Lanes } from '../lanes.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { Failure } from '../view.ts';
import type { WriteCells } from './write-cells.ts';

export interface SaverOptions {
  calls: Pick<Calls, 'getContact'>;
  io: FieldIo;
  same: Same;
  section: Pick<Section, 'mapped' | 'readRow'>;
  writeCells: WriteCells;
  records: Cache<Records>;
  edits: Edits;
  journal: Journal;
  /** Saves of one contact run one after the other, whoever makes them. */
  lanes: Lanes;
  describe: (key: FieldRef) => string;
  /** Both sides hold these values now. */
  onAgreed: (row: Row, values: Values) => void;
  onSaved: (contactId: string, key: FieldRef, save: Save) => void;
  onFailed: (contactId: string, key: FieldRef, failure: Failure, via: Via) => void;
}

const changed = (theirs: string): Failure => ({ side: 'highlevel', code: 'changed', theirs, retryable: false });
const interrupted: Failure = { side: 'highlevel', code: 'interrupted', retryable: true };
const rowGone: Failure = { side: 'highlevel', code: 'row-gone', retryable: false };

/**
 * Makes the saver. Saves of one contact run one after the other: HighLevel answers an update with the whole contact and
 * joins the full name itself, so answers that overtake each other would tell yesterday's name.
 */
export function createSaver(options: SaverOptions): Saver {
  const { calls, io, same, section, records, edits, journal, lanes, describe } = options;

  /** The text becomes a draft again, unless the person has typed something newer. */
  function giveBack(contactId: string, key: FieldRef, save: Save, failure: Failure) {
    journal.finish(save.id, resultOf(failure), failure);
    const { text, seen, rowId, cell } = edits.peek(contactId, key).draft ?? save;
    // What was typed in the grid is there for all to see: the two sides differ, and nothing has to be kept here.
    const isInGrid = save.via === 'grid' && failure.code === 'changed';
    const draft = isInGrid ? undefined : { text, seen, rowId, cell, before: save.before, failure };
    if (edits.settle(contactId, key, save, { save: undefined, draft }))
      options.onFailed(contactId, key, failure, save.via);
  }

  const intentOf = (contactId: string, what: FieldRef, { id, rowId, text, via }: Save, from: string): Intent => ({
    ...{ id, contactId, rowId, act: 'field', what, from, to: text, via },
  });

  /** A cell that held something else than HighLevel is replaced too: that is told apart. */
  async function tellOfCell(contactId: string, key: FieldRef, save: Save, cell = '', next = cell) {
    if (same(key, cell, next) || save.before.some((values) => same(key, values[key] ?? '', cell))) return;
    const apart = { ...save, id: crypto.randomUUID() };
    await journal.begin(intentOf(contactId, key, apart, cell));
    journal.finish(apart.id, 'saved');
  }

  async function update(now: Contact, key: FieldRef, text: string): Promise<Contact> {
    return io.write(now, key, text).catch(async (error: unknown) => {
      if (!isHighLevelError(error) || !error.details.unknownOutcome) throw error;
      // The change may have been made although no answer came: HighLevel itself knows.
      const later = await calls.getContact(now.id).catch(() => null);
      if (later === null || !same(key, io.read(later, key), text)) throw error;
      return later;
    });
  }

  async function saveInHighLevel(contactId: string, key: FieldRef, save: Save) {
    const { contact } = records.open(contactId);
    const { id, seen } = save;
    const reading = section.readRow(save.rowId).catch(() => undefined);
    const now = await calls.getContact(contactId).catch(async (error: unknown) => {
      // What somebody wanted is told, although nothing can come of it now.
      await journal.begin(intentOf(contactId, key, save, seen.at(-1) ?? ''));
      throw error;
    });
    contact.put(now);
    const there = io.read(now, key);
    const isSeen = seen.some((value) => same(key, there, value));
    // Tags are many values in one: those of other people are nobody's conflict.
    const text = key === 'tags' && !isSeen ? rebaseItems(seen[0] ?? '', save.text, there) : save.text;
    await journal.begin(intentOf(contactId, key, { ...save, text }, there));
    // Text of a row that somebody deleted meanwhile may be half a word, and nobody would see where it went.
    if (save.via === 'panel' && (await reading) === null) return giveBack(contactId, key, save, rowGone);
    const isThere = same(key, there, text);
    if (!isThere && !isSeen && key !== 'tags') return giveBack(contactId, key, save, changed(there));
    const marked = { ...save, text, before: [...save.before.slice(0, 1), { ...io.readAll(now), [key]: there }] };
    // A newer text of the same field takes over before anything is sent.
    if (!edits.settle(contactId, key, save, { save: marked })) return journal.finish(id, 'given-up');
    try {
      const after = isThere ? now : await update(now, key, text);
      contact.put(after);
      await saveInGrist(contactId, key, marked, after);
    } catch (error) {
      giveBack(contactId, key, marked, toFailure(error));
    }
  }

  /** Writes the cells that are due, as the row is by now: other saves, and other people, write to it too. */
  async function writeRow(contactId: string, key: FieldRef, { before, cell, ...save }: Save, after: Values) {
    const { rowId } = save;
    const row = await section.readRow(rowId);
    if (row?.contactId !== contactId) return { isEqual: true, failure: null };
    const mapped = section.mapped.peek();
    const cells = cellsAfterSave(key, { cell, before, after, row: row.values, mapped, same });
    await tellOfCell(contactId, key, { ...save, before, cell }, row.values[key], cells[key]);
    const refusals = await options.writeCells(rowId, contactId, cells, describe(key));
    const taken = Object.fromEntries(Object.entries(cells).filter(([field]) => !refusals.has(field as FieldRef)));
    options.onAgreed(row, taken);
    const held = taken[key] ?? row.values[key];
    const isEqual = held === undefined || same(key, held, after[key] ?? '');
    if (isEqual) options.onAgreed(row, { [key]: after[key] });
    // A row that is gone by now has nothing left to be written, and a formula takes nothing.
    const [failure = null] = [...refusals.values()].filter(({ code }) => code !== 'formula' && code !== 'row-gone');
    return { isEqual: isEqual || refusals.get(key)?.code === 'row-gone', failure };
  }

  async function saveInGrist(contactId: string, key: FieldRef, save: Save, contact: Contact) {
    const after = io.readAll(contact);
    const { before } = save;
    const due: Save = { ...save, stage: 'grist', follows: changedBy(key, before, after), failure: null };
    if (!edits.settle(contactId, key, save, { save: due })) return journal.finish(save.id, 'half');
    const { isEqual, failure } = await writeRow(contactId, key, save, after).catch((error: unknown) => ({
      isEqual: false,
      failure: toFailure(error),
    }));
    if (failure) {
      journal.finish(save.id, 'half', failure);
      if (edits.settle(contactId, key, due, { save: { ...due, failure } }))
        options.onFailed(contactId, key, failure, save.via);
      return;
    }
    journal.finish(save.id, isEqual ? 'saved' : 'conflict');
    if (edits.settle(contactId, key, due, { save: undefined })) options.onSaved(contactId, key, due);
  }

  /** What was refused may be overtaken: a later save changed the full name once more. */
  async function newest(contactId: string): Promise<Contact> {
    return records.open(contactId).contact.state.peek().data ?? (await calls.getContact(contactId));
  }

  const inTurn = (contactId: string, key: FieldRef, job: (save: Save) => Promise<void>) =>
    lanes.run(contactId, async () => {
      const { save } = edits.peek(contactId, key);
      if (save) await job(save).catch((error) => giveBack(contactId, key, save, toFailure(error)));
    });

  return {
    save: (contactId, key) =>
      inTurn(contactId, key, async (save) => {
        if (save.stage === 'highlevel') await saveInHighLevel(contactId, key, save);
        else await saveInGrist(contactId, key, save, await newest(contactId));
      }),
    resume: (contactId, key) =>
      inTurn(contactId, key, async (save) => {
        const now = await calls.getContact(contactId);
        records.open(contactId).contact.put(now);
        if (!same(key, io.read(now, key), save.text)) return giveBack(contactId, key, save, interrupted);
        await saveInGrist(contactId, key, save, now);
      }),
  };
}
