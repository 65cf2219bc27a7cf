import type { Failure } from '../../../engine/failure.ts';
import { operation } from '../../../engine/operation.ts';
import type { Same, Values } from '../../../sync/cells.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import { problemWith, strangeCharacter, tidy } from '../../../sync/validate.ts';
import type { Row } from '../../section/port.ts';
import type { Outbox } from '../outbox.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { Edits, FieldOperation } from './edits.ts';
import { type ReadField, shownValue } from './field-views.ts';

interface FieldsOptions {
  traits: (key: FieldRef) => FieldTraits;
  same: Same;
  read: ReadField;
  records: Cache<Records>;
  edits: Edits;
  outbox: Outbox;
  /** The row under the cursor when it is linked to a contact. */
  currentRow: () => Row | null;
  isReadOnly: () => boolean;
  onInvalid: () => void;
}

/** What a person does with fields. Everything acts on the contact that is shown at that moment. */
export interface Fields {
  save(key: FieldRef, text: string): void;
  keepDraft(key: FieldRef, text: string | null): void;
  retry(key: FieldRef): void;
  discard(key: FieldRef): void;
  overwrite(key: FieldRef): void;
  /** The cursor leaves a contact: text that was being typed is saved to it, or kept with the reason why not. */
  leave(contactId: string): void;
}

/** What was on the screen when a text was begun. */
type Start = Pick<FieldOperation, 'target' | 'seen'> & { before: readonly Values[] };

const seenOf = ({ seen }: Pick<FieldOperation, 'seen'>, key: FieldRef) => seen.highlevel[key] ?? [];

export function createFields(options: FieldsOptions): Fields {
  const { traits, same, read, records, edits, outbox, currentRow, isReadOnly, onInvalid } = options;
  const typed = new Set<FieldRef>();

  const contactOf = (contactId: string) => records.peek(contactId)?.contact.state.peek().data;
  const seeing = (key: FieldRef, highlevel: readonly string[], cell: string | undefined): FieldOperation['seen'] => ({
    highlevel: { [key]: highlevel },
    cells: cell === undefined ? {} : { [key]: cell },
  });

  /** What is on the screen, and what HighLevel may turn out to hold by this panel's own doing. */
  function startOf({ contactId, rowId, values }: Row, key: FieldRef): Start {
    const { draft, save } = edits.peek(contactId, key);
    const known = [...(draft ? seenOf(draft, key) : []), ...(save ? [...seenOf(save, key), save.want[key] ?? ''] : [])];
    const target = { contactId, rowId };
    if (draft) return { target, seen: seeing(key, known, draft.seen.cells[key]), before: draft.progress?.before ?? [] };
    const shown = shownValue({ row: { values }, contact: contactOf(contactId), read, edits: edits.of(contactId) }, key);
    return { target, seen: seeing(key, [...known, shown], values[key]), before: [] };
  }

  const draftOf = (key: FieldRef, text: string, { before, ...start }: Start, failure: Failure | null = null) => {
    const kept = edits.peek(start.target.contactId, key).draft;
    return operation({
      ...(kept && { id: kept.id }),
      ...start,
      kind: 'field',
      want: { [key]: text },
      origin: 'panel',
      status: 'draft',
      failure,
      progress: before.length > 0 ? { before, follows: [] } : null,
    });
  };

  function begin(key: FieldRef, text: string, start: Start) {
    const problem = problemWith(traits(key), text);
    if (problem) {
      const character = problem === 'invalid' ? strangeCharacter(traits(key), text) : undefined;
      const failure = { side: 'highlevel', code: problem, retryable: false, ...(character && { character }) } as const;
      outbox.put(draftOf(key, text, start, failure));
      onInvalid();
      return;
    }
    // An operation that this one replaces may have reached HighLevel without its cells.
    const replaced = edits.peek(start.target.contactId, key).save?.progress?.before ?? [];
    const draft = draftOf(key, tidy(traits(key), text), { ...start, before: [...replaced, ...start.before] });
    void outbox.send({ ...draft, id: crypto.randomUUID(), status: 'sending', at: Date.now() });
  }

  function isUnchanged(row: Pick<Row, 'contactId' | 'values'>, key: FieldRef, text: string): boolean {
    const { contactId } = row;
    const shown = shownValue({ row, read, contact: contactOf(contactId), edits: edits.of(contactId) }, key);
    return same(key, tidy(traits(key), text), shown);
  }

  const drop = (contactId: string, key: FieldRef, part: 'draft' | 'save') => {
    const id = edits.peek(contactId, key)[part]?.id;
    if (id) outbox.drop(id);
  };

  function resend(contactId: string, key: FieldRef, more: readonly string[] = []) {
    const { draft, save } = edits.peek(contactId, key);
    if (draft) {
      const { target, seen, progress } = draft;
      const wider = seeing(key, [...seenOf(draft, key), ...more], seen.cells[key]);
      begin(key, draft.want[key] ?? '', { target, seen: wider, before: progress?.before ?? [] });
    } else if (save?.failure) outbox.retry(save.id);
  }

  /** Runs a verb on the shown contact, if it may be changed. */
  const act = (verb: (row: Row) => void) => {
    const row = currentRow();
    if (row && !isReadOnly()) verb(row);
  };

  const keepDraft: Fields['keepDraft'] = (key, text) =>
    act((row) => {
      typed.add(key);
      if (text === null) drop(row.contactId, key, 'draft');
      else outbox.put(draftOf(key, text, startOf(row, key)));
    });

  return {
    keepDraft,
    save: (key, text) =>
      act((row) => {
        if (!traits(key).writable) return;
        // Before HighLevel answers there is nothing to compare with: the text waits.
        if (!contactOf(row.contactId)) return keepDraft(key, text);
        typed.delete(key);
        if (isUnchanged(row, key, text)) drop(row.contactId, key, 'draft');
        else begin(key, text, startOf(row, key));
      }),
    retry: (key) => act(({ contactId }) => resend(contactId, key)),
    discard: (key) =>
      act(({ contactId }) => {
        drop(contactId, key, 'draft');
        if (edits.peek(contactId, key).save?.failure) drop(contactId, key, 'save');
      }),
    overwrite: (key) =>
      act(({ contactId }) => {
        const theirs = edits.peek(contactId, key).draft?.failure?.theirs;
        resend(contactId, key, theirs === undefined ? [] : [theirs]);
      }),
    leave: (contactId) => {
      for (const key of typed) {
        const { draft } = edits.peek(contactId, key);
        if (!draft || draft.failure || !contactOf(contactId)) continue;
        const text = draft.want[key] ?? '';
        if (isUnchanged({ contactId, values: {} }, key, text)) outbox.drop(draft.id);
        else begin(key, text, { ...draft, before: draft.progress?.before ?? [] });
      }
      typed.clear();
    },
  };
}
