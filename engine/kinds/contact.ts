import { deleteContact, getContact } from '../../highlevel/contacts.ts';
import { isNotFound, toFailure } from '../failure.ts';
import { followed, type Handler } from '../handler.ts';

/** Deletes a contact in HighLevel; then the row loses its link and keeps everything else. */
export const contact: Handler<'contact', 'deleted'> = {
  parts: () => [''],
  only: (op) => op,

  lines: async (_, { target: { contactId, rowId, name }, origin }) => [
    { part: '', contactId, rowId, act: 'contact', what: contactId, from: name, to: '', via: origin },
  ],

  read: async () => 'deleted',
  judge: async () => ({ operation: null, refused: new Map() }),

  async write({ highlevel }, { target: { contactId } }) {
    await deleteContact(highlevel, contactId).catch((error: unknown) => {
      // Deleted already is as good.
      if (!isNotFound(error)) throw error;
    });
    return { now: 'deleted', refused: new Map() };
  },

  recover: ({ highlevel }, { target: { contactId } }) =>
    getContact(highlevel, contactId).then(
      () => null,
      (error: unknown) => (isNotFound(error) ? 'deleted' : null),
    ),

  async follow(ports, { target: { contactId, rowId } }) {
    await ports.contacts.link(rowId, contactId, '', ports.describe({ kind: 'deleted' })).catch((error: unknown) => {
      // A row that is gone, or holds another contact by now, has no link to clear.
      if (toFailure(error).code !== 'row-gone') throw error;
    });
    return followed;
  },

  inverse: () => null,
};
