import { computed, type ReadonlySignal } from '@preact/signals';
import type { OperationOf } from '../../../engine/operation.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Outbox } from '../outbox.ts';

export type FieldOperation = OperationOf<'field'>;

/** What is wanted of one field. It may have both: text typed while an earlier text is on its way. */
export interface Edit {
  /** Typed and not sent, or given back with a failure. */
  draft?: FieldOperation;
  /** On its way. With a failure it is half done: HighLevel has it, the row has not. */
  save?: FieldOperation;
}

export type EditsOfContact = ReadonlyMap<FieldRef, Edit>;

/** The outbox's operations on fields, by contact and field. */
export interface Edits {
  readonly all: ReadonlySignal<ReadonlyMap<string, EditsOfContact>>;
  of(contactId: string): EditsOfContact;
  peekAll(contactId: string): EditsOfContact;
  peek(contactId: string, field: FieldRef): Edit;
}

const none: EditsOfContact = new Map();

export function createEdits(outbox: Pick<Outbox, 'all'>): Edits {
  const all = computed(() => {
    const contacts = new Map<string, Map<FieldRef, Edit>>();
    for (const operation of outbox.all.value.values()) {
      if (operation.kind !== 'field') continue;
      const { contactId } = operation.target;
      const edits = contacts.get(contactId) ?? new Map<FieldRef, Edit>();
      contacts.set(contactId, edits);
      const part = operation.status === 'draft' ? 'draft' : 'save';
      for (const field of Object.keys(operation.want) as FieldRef[])
        edits.set(field, { ...edits.get(field), [part]: operation });
    }
    return contacts;
  });
  return {
    all,
    of: (contactId) => all.value.get(contactId) ?? none,
    peekAll: (contactId) => all.peek().get(contactId) ?? none,
    peek: (contactId, field) => all.peek().get(contactId)?.get(field) ?? {},
  };
}
