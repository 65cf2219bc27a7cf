import type { ReadonlySignal } from '@preact/signals';
import { operation } from '../../../engine/operation.ts';
import type { Row } from '../../section/port.ts';
import { contactOf, type Outbox } from '../outbox.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { ContactWork } from '../views/contact.ts';

export interface RemoveOptions {
  outbox: Outbox;
  records: Cache<Records>;
  row: ReadonlySignal<Row | null>;
  isReadOnly: () => boolean;
}

/** Deletes contacts. The row stays, with everything but its link. */
export function createRemove({
  outbox,
  records,
  row,
  isReadOnly,
}: RemoveOptions): Pick<ContactWork, 'belongings' | 'remove'> {
  /** What was typed for the contact goes with it. */
  function forget(contactId: string) {
    for (const one of outbox.all.peek().values()) if (contactOf(one) === contactId) outbox.drop(one.id);
  }

  return {
    belongings() {
      const known = records.peek(row.peek()?.contactId ?? '');
      const count = (list: readonly unknown[] | undefined) => list?.length ?? null;
      return {
        tasks: count(known?.tasks.state.peek().data),
        notes: count(known?.notes.state.peek().data),
        appointments: count(known?.appointments.state.peek().data),
      };
    },
    async remove() {
      const shown = row.peek();
      if (!shown || isReadOnly()) return null;
      const { contactId, rowId } = shown;
      const known = records.open(contactId).contact;
      const name = known.state.peek().data?.name ?? '';
      const { done, left, after } = await outbox.send(
        operation({ kind: 'contact', target: { contactId, rowId, name }, want: null, seen: null, origin: 'panel' }),
      );
      if (done || after !== null) forget(contactId);
      const [failed] = left;
      if (!failed) return null;
      outbox.drop(failed.id);
      // HighLevel has deleted it, and the row still holds it.
      if (failed.status === 'following') void known.load();
      return failed.failure;
    },
  };
}
