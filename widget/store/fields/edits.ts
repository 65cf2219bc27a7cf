import { type ReadonlySignal, signal } from '@preact/signals';
import type { Via } from '../../../panel-api/activity.ts';
import type { Values } from '../../../sync/cells.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Failure } from '../view.ts';

/** Text that was typed for a field and is not being saved. */
export interface Draft {
  text: string;
  /** Values of HighLevel that the person has seen: another one found there was written by somebody else. */
  seen: readonly string[];
  /** Why it was given back; `null` for text that was only typed. */
  failure: Failure | null;
  /** The row on which the typing began. */
  rowId: number;
  /** What its cell held then, as far as that could be read: another value found there is somebody's own. */
  cell?: string | undefined;
  /** What the contact's values were when HighLevel was asked to take the text: at the first time, and at the last. */
  before: readonly Values[];
}

/** A save of a field. Without a failure it is under way; with one it is half done: HighLevel has the text, the row not. */
export interface Save extends Draft {
  stage: 'highlevel' | 'grist';
  /** In stage `grist`: the fields whose cells follow. */
  follows: readonly FieldRef[];
  /** Its name in the log. */
  id: string;
  via: Via;
}

/** One field may have both: text typed while an earlier text is on its way. */
export interface Edit {
  draft?: Draft;
  save?: Save;
}

export type EditsOfContact = ReadonlyMap<FieldRef, Edit>;

/** All that is not saved in both places, by contact: it stays what it is whatever row is shown. */
export interface Edits {
  readonly all: ReadonlySignal<ReadonlyMap<string, EditsOfContact>>;
  of(contactId: string): EditsOfContact;
  peekAll(contactId: string): EditsOfContact;
  peek(contactId: string, key: FieldRef): Edit;
  /** Changes a part of a field's edit; `undefined` forgets the part. */
  set(contactId: string, key: FieldRef, change: Partial<Record<keyof Edit, undefined>> | Edit): void;
  /** Changes an edit if that save is still its own, not a newer one. Answers whether it was. */
  settle(contactId: string, key: FieldRef, save: Save, change: Edit): boolean;
}

const none: EditsOfContact = new Map();

export function createEdits(onChange: (contactId: string, edits: EditsOfContact) => void): Edits {
  const all = signal<ReadonlyMap<string, EditsOfContact>>(new Map());

  const peek = (contactId: string, key: FieldRef) => all.peek().get(contactId)?.get(key) ?? {};

  function set(contactId: string, key: FieldRef, change: Edit) {
    const edit = { ...peek(contactId, key), ...change };
    const edits = new Map(all.peek().get(contactId));
    if (edit.draft || edit.save) edits.set(key, edit);
    else edits.delete(key);
    const next = new Map(all.peek());
    if (edits.size > 0) next.set(contactId, edits);
    else next.delete(contactId);
    all.value = next;
    onChange(contactId, edits);
  }

  return {
    all,
    of: (contactId) => all.value.get(contactId) ?? none,
    peekAll: (contactId) => all.peek().get(contactId) ?? none,
    peek,
    set,
    settle: (contactId, key, save, change) => {
      const isOwn = peek(contactId, key).save === save;
      if (isOwn) set(contactId, key, change);
      return isOwn;
    },
  };
}
