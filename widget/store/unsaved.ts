import { computed } from '@preact/signals';
import type { Operation } from '../../engine/operation.ts';
import type { FieldRef, FieldTraits } from '../../sync/refs.ts';
import { contactOf, type Outbox } from './outbox.ts';
import type { Cache } from './reading/cache.ts';
import type { Records } from './reading/records.ts';
import { isUnsaved, isWaiting } from './troubles.ts';
import type { Subject, Unsaved, UnsavedEdit } from './views/unsaved.ts';

interface UnsavedOptions {
  outbox: Pick<Outbox, 'all' | 'retry'>;
  records: Cache<Records>;
  /** What HighLevel calls a custom field. */
  labelOf: (field: FieldRef) => string | null;
  traits: (field: FieldRef) => FieldTraits;
}

/** Lists what the outbox keeps beyond an ordinary save on its way. */
export function createUnsaved({ outbox, records, labelOf, traits }: UnsavedOptions): Unsaved {
  function subjectOf(operation: Operation): { subject: Subject; text: string } {
    switch (operation.kind) {
      case 'field': {
        const [[field, text] = ['name', ''] as const] = Object.entries(operation.want) as [FieldRef, string][];
        return { subject: { kind: 'field', field, label: labelOf(field), holds: traits(field).kind }, text };
      }
      case 'tick':
        return { subject: { kind: 'task' }, text: operation.target.title };
      case 'entry': {
        const { want } = operation;
        return { subject: { kind: operation.target.kind }, text: want === null ? '' : want.title };
      }
      default:
        return { subject: { kind: 'contact' }, text: '' };
    }
  }

  function view(operation: Operation): UnsavedEdit {
    const { id, target, failure } = operation;
    const contactId = contactOf(operation);
    const rowId = 'rowId' in target ? target.rowId : 'row' in target ? (target.row?.linked.rowId ?? null) : null;
    const name = records.peek(contactId)?.contact.state.peek().data?.name ?? ('name' in target ? target.name : '');
    const state = isWaiting(operation) ? 'waiting' : failure ? 'failed' : 'typed';
    return { id, contactId, rowId, name, state, failure, ...subjectOf(operation) };
  }

  return {
    list: computed(() => [...outbox.all.value.values()].filter(isUnsaved).map(view)),
    retry: outbox.retry,
  };
}
