import type { Via } from '../../../panel-api/activity.ts';
import type { Same } from '../../../sync/cells.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import { problemWith, tidy } from '../../../sync/validate.ts';
import type { Row } from '../../section/port.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { Failure } from '../view.ts';
import type { Draft, Edits, Save } from './edits.ts';
import type { FieldIo } from './field-io.ts';
import { shownValue } from './field-views.ts';
import type { Saver } from './saver.ts';

interface FieldsOptions {
  traits: (key: FieldRef) => FieldTraits;
  same: Same;
  io: FieldIo;
  records: Cache<Records>;
  edits: Edits;
  saver: Saver;
  /** The row under the cursor when it is linked to a contact. */
  currentRow: () => Row | null;
  isReadOnly: () => boolean;
  onFailed: (contactId: string, key: FieldRef, failure: Failure) => void;
}

/** What a save replaced; `undefined` when that is not known. */
export function earlierValue(same: Same, key: FieldRef, { before, text }: Pick<Save, 'before' | 'text'>) {
  return before.map((values) => values[key]).findLast((value) => value !== undefined && !same(key, value, text));
}

/** What a person does with fields. Everything acts on the contact that is shown at that moment. */
export interface Fields {
  save(key: FieldRef, text: string): void;
  keepDraft(key: FieldRef, text: string | null): void;
  retry(key: FieldRef): void;
  discard(key: FieldRef): void;
  overwrite(key: FieldRef): void;
  /** Gives a saved field its earlier value again, whatever row is shown by now. */
  takeBack(contactId: string, key: FieldRef, saved: Save): void;
  /** Tries again, in all contacts, what failed for a reason that has passed. */
  retryAll(isDue: (failure: Failure) => boolean): void;
  /** The cursor leaves a contact: text that was being typed is saved to it, or kept with the reason why not. */
  leave(contactId: string): void;
}

export function createFields(options: FieldsOptions): Fields {
  const { traits, same, io, records, edits, saver, currentRow, isReadOnly, onFailed } = options;
  const typed = new Set<FieldRef>();

  const contactOf = (contactId: string) => records.peek(contactId)?.contact.state.peek().data;

  /** What the person has before their eyes, and what HighLevel may turn out to hold without anybody else's doing. */
  function startOf(row: Row, key: FieldRef): Omit<Draft, 'text' | 'failure'> {
    const contact = contactOf(row.contactId);
    const { draft, save } = edits.peek(row.contactId, key);
    const seen = [...(draft?.seen ?? []), ...(save ? [...save.seen, save.text] : [])];
    const shown = shownValue({ row, contact, io, edits: edits.of(row.contactId) }, key);
    const cell = draft ? draft.cell : row.values[key];
    return { seen: draft ? seen : [...seen, shown], rowId: row.rowId, cell, before: draft?.before ?? [] };
  }

  function begin(
    contactId: string,
    key: FieldRef,
    text: string,
    start: Omit<Draft, 'text' | 'failure'>,
    via: Via = 'panel',
  ) {
    const problem = problemWith(traits(key), text);
    if (problem) {
      const failure: Failure = { side: 'highlevel', code: problem, retryable: false };
      edits.set(contactId, key, { draft: { ...start, text, failure } });
      onFailed(contactId, key, failure);
      return;
    }
    const save: Save = {
      ...start,
      text: tidy(traits(key), text),
      failure: null,
      stage: 'highlevel',
      // A save that this one overtakes may have reached HighLevel without its cells.
      before: [...(edits.peek(contactId, key).save?.before ?? []), ...start.before],
      follows: [],
      id: crypto.randomUUID(),
      via,
    };
    edits.set(contactId, key, { draft: undefined, save });
    saver.save(contactId, key);
  }

  function isUnchanged(row: Pick<Row, 'contactId' | 'values'>, key: FieldRef, text: string): boolean {
    const { contactId } = row;
    const shown = shownValue({ row, io, contact: contactOf(contactId), edits: edits.of(contactId) }, key);
    return same(key, tidy(traits(key), text), shown);
  }

  function resend(contactId: string, key: FieldRef, more: readonly string[] = []) {
    const { draft, save } = edits.peek(contactId, key);
    if (draft) {
      begin(contactId, key, draft.text, { ...draft, seen: [...draft.seen, ...more] });
    } else if (save?.failure) {
      edits.set(contactId, key, { save: { ...save, failure: null } });
      saver.save(contactId, key);
    }
  }

  /** Runs a verb on the shown contact, if it may be changed. */
  const act = (verb: (row: Row) => void) => {
    const row = currentRow();
    if (row && !isReadOnly()) verb(row);
  };

  const keepDraft: Fields['keepDraft'] = (key, text) =>
    act((row) => {
      typed.add(key);
      const draft = text === null ? undefined : { ...startOf(row, key), text, failure: null };
      edits.set(row.contactId, key, { draft });
    });

  return {
    keepDraft,
    save: (key, text) =>
      act((row) => {
        if (!traits(key).writable) return;
        // Before HighLevel answers there is nothing to compare with: the text waits.
        if (!contactOf(row.contactId)) return keepDraft(key, text);
        typed.delete(key);
        if (isUnchanged(row, key, text)) edits.set(row.contactId, key, { draft: undefined });
        else begin(row.contactId, key, text, startOf(row, key));
      }),
    retry: (key) => act((row) => resend(row.contactId, key)),
    discard: (key) =>
      act((row) => {
        const { save } = edits.peek(row.contactId, key);
        edits.set(row.contactId, key, save?.failure ? { draft: undefined, save: undefined } : { draft: undefined });
      }),
    overwrite: (key) =>
      act((row) => {
        const theirs = edits.peek(row.contactId, key).draft?.failure?.theirs;
        resend(row.contactId, key, theirs === undefined ? [] : [theirs]);
      }),
    takeBack: (contactId, key, { before, text, rowId }) => {
      const earlier = earlierValue(same, key, { before, text });
      if (earlier !== undefined && !isReadOnly()) {
        begin(contactId, key, earlier, { seen: [text], rowId, before: [] }, 'undo');
      }
    },
    retryAll: (isDue) => {
      for (const [contactId, keys] of edits.all.peek()) {
        for (const [key, { draft }] of keys) if (draft?.failure && isDue(draft.failure)) resend(contactId, key);
      }
    },
    leave: (contactId) => {
      for (const key of typed) {
        const draft = edits.peek(contactId, key).draft;
        if (!draft || draft.failure || !contactOf(contactId)) continue;
        if (isUnchanged({ contactId, values: {} }, key, draft.text)) edits.set(contactId, key, { draft: undefined });
        else begin(contactId, key, draft.text, draft);
      }
      typed.clear();
    },
  };
}
