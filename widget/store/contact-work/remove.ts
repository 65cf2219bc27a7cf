import type { ReadonlySignal } from '@preact/signals';
import type { Api } from '../../../highlevel/client.ts';
import { deleteContact, getContact } from '../../../highlevel/contacts.ts';
import { isHighLevelError } from '../../../highlevel/errors.ts';
import type { Row, Section } from '../../section/port.ts';
import { toFailure } from '../failure.ts';
import { type Journal, resultOf } from '../journal.ts';
import type { Lanes } from '../lanes.ts';
import type { Notices } from '../notices.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { Failure } from '../view.ts';
import type { ContactWork } from '../views/contact.ts';

export interface RemoveOptions {
  api: Api;
  section: Pick<Section, 'linkRow'>;
  records: Cache<Records>;
  journal: Journal;
  lanes: Lanes;
  notices: Notices;
  row: ReadonlySignal<Row | null>;
  isReadOnly: () => boolean;
  /** What was typed for the contact goes with it. */
  forget: (contactId: string) => void;
}

const isGone = (error: unknown) => isHighLevelError(error) && error.code === 'not-found';

/** Deletes contacts. The row stays, with everything but its link. */
export function createRemove(options: RemoveOptions): Pick<ContactWork, 'belongings' | 'remove'> {
  const { api, section, records, journal, lanes, notices, row, isReadOnly, forget } = options;

  /** Where no answer came, HighLevel itself knows whether the contact is still there. */
  async function deleteThere(contactId: string): Promise<void> {
    try {
      await deleteContact(api, contactId);
    } catch (error) {
      if (isGone(error)) return;
      if (!isHighLevelError(error) || !error.details.unknownOutcome) throw error;
      const isThere = await getContact(api, contactId).then(
        () => true,
        (reason) => !isGone(reason),
      );
      if (isThere) throw error;
    }
  }

  async function remove({ contactId, rowId }: Row): Promise<Failure | null> {
    const id = crypto.randomUUID();
    const known = records.open(contactId).contact;
    const from = known.state.peek().data?.name ?? '';
    try {
      await journal.begin({ id, contactId, rowId, act: 'contact', what: contactId, from, to: '', via: 'panel' });
      await deleteThere(contactId);
    } catch (error) {
      const failure = toFailure(error);
      journal.finish(id, resultOf(failure), failure);
      return failure;
    }
    forget(contactId);
    try {
      await section.linkRow(rowId, contactId, '', 'HighLevel panel: clear the link of a deleted contact');
    } catch (error) {
      const failure = toFailure(error);
      // A row that is gone, or holds another contact by now, has no link to clear.
      if (failure.code !== 'row-gone') {
        journal.finish(id, 'half', failure);
        void known.load();
        return failure;
      }
    }
    journal.finish(id, 'saved');
    notices.show('contact-deleted');
    notices.announce('contact-deleted');
    return null;
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
    remove: async () => {
      const shown = row.peek();
      if (!shown || isReadOnly()) return null;
      return lanes.run(shown.contactId, () => remove(shown));
    },
  };
}
