import type { Contact } from '../../highlevel/contacts.ts';
import { isHighLevelError } from '../../highlevel/errors.ts';
import { cellsAfterSave, changedBy, fieldValuesOf } from '../../sync/cells.ts';
import { isSameValue } from '../../sync/compare.ts';
import type { FieldKey } from '../../sync/fields.ts';
import type { Section } from '../grist/port.ts';
import type { Cache } from './cache.ts';
import type { Calls } from './calls.ts';
import type { Edits, Save } from './edits.ts';
import { toFailure } from './failure.ts';
import { createLanes } from './lanes.ts';
import type { Records } from './records.ts';
import type { Failure } from './view.ts';

interface SaverOptions {
  calls: Calls;
  section: Pick<Section, 'mapped' | 'readRow' | 'writeRow'>;
  records: Cache<Records>;
  edits: Edits;
  describe: (key: FieldKey) => string;
  onSaved: (contactId: string, key: FieldKey, save: Save) => void;
  onFailed: (contactId: string, key: FieldKey, failure: Failure) => void;
}

/** Carries saves through: HighLevel first, then the cells of the row that follow from it. */
export interface Saver {
  save(contactId: string, key: FieldKey): Promise<void>;
  /** Finds out what became of a save that a reload cut: finishes it, or gives its text back as a draft. */
  resume(contactId: string, key: FieldKey): Promise<void>;
}

const changed = (theirs: string): Failure => ({ side: 'highlevel', code: 'changed', theirs, retryable: false });
const interrupted: Failure = { side: 'highlevel', code: 'interrupted', retryable: true };

/**
 * Makes the saver. Saves of one contact run one after the other: HighLevel answers an update with the whole contact and
 * joins the full name itself, so answers that overtake each other would tell yesterday's name.
 */
export function createSaver(options: SaverOptions): Saver {
  const { calls, section, records, edits, describe } = options;
  const lanes = createLanes();

  /** The text becomes a draft again, unless the person has typed something newer. */
  function giveBack(contactId: string, key: FieldKey, save: Save, failure: Failure) {
    const { text, seen, rowId } = edits.peek(contactId, key).draft ?? save;
    const draft = { text, seen, rowId, before: save.before, failure };
    if (edits.settle(contactId, key, save, { save: undefined, draft })) options.onFailed(contactId, key, failure);
  }

  async function update(before: Contact, key: FieldKey, text: string): Promise<Contact> {
    const answer = await calls.updateContact(before.id, { [key]: text }).catch(async (error: unknown) => {
      if (!isHighLevelError(error) || !error.details.unknownOutcome) throw error;
      // The change may have been made although no answer came: HighLevel itself knows.
      const now = await calls.getContact(before.id).catch(() => null);
      if (now === null || !isSameValue(key, now[key], text)) throw error;
      return now;
    });
    return { ...before, ...fieldValuesOf(answer), dateUpdated: answer.dateUpdated };
  }

  async function saveInHighLevel(contactId: string, key: FieldKey, save: Save) {
    const { contact } = records.open(contactId);
    const now = await calls.getContact(contactId);
    contact.put(now);
    const isThere = isSameValue(key, now[key], save.text);
    if (!isThere && !save.seen.some((value) => isSameValue(key, now[key], value))) {
      return giveBack(contactId, key, save, changed(now[key]));
    }
    const marked = { ...save, before: [...save.before.slice(0, 1), fieldValuesOf(now)] };
    // A newer text of the same field takes over before anything is sent.
    if (!edits.settle(contactId, key, save, { save: marked })) return;
    try {
      const after = isThere ? now : await update(now, key, save.text);
      contact.put(after);
      await saveInGrist(contactId, key, marked, after);
    } catch (error) {
      giveBack(contactId, key, marked, toFailure(error));
    }
  }

  async function saveInGrist(contactId: string, key: FieldKey, save: Save, contact: Contact) {
    const after = fieldValuesOf(contact);
    const due: Save = { ...save, stage: 'grist', follows: changedBy(key, save.before, after), failure: null };
    if (!edits.settle(contactId, key, save, { save: due })) return;
    try {
      // As the row is by now: other saves, and other people, write to it too.
      const row = await section.readRow(save.rowId);
      if (row?.contactId === contactId) {
        const cells = cellsAfterSave(key, save.before, after, row.values, section.mapped.peek());
        if (Object.keys(cells).length > 0) await section.writeRow(save.rowId, contactId, cells, describe(key));
      }
    } catch (error) {
      const failure = toFailure(error);
      // A row that is gone or belongs to another contact by now has nothing left to be written.
      if (failure.code !== 'row-gone') {
        if (edits.settle(contactId, key, due, { save: { ...due, failure } })) options.onFailed(contactId, key, failure);
        return;
      }
    }
    if (edits.settle(contactId, key, due, { save: undefined })) options.onSaved(contactId, key, due);
  }

  /** What was refused may be overtaken: a later save changed the full name once more. */
  async function newest(contactId: string): Promise<Contact> {
    return records.open(contactId).contact.state.peek().data ?? (await calls.getContact(contactId));
  }

  const inTurn = (contactId: string, key: FieldKey, job: (save: Save) => Promise<void>) =>
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
        if (!isSameValue(key, now[key], save.text)) return giveBack(contactId, key, save, interrupted);
        await saveInGrist(contactId, key, save, now);
      }),
  };
}
