import { setBusiness } from '../../highlevel/businesses.ts';
import { findDuplicate } from '../../highlevel/contact-search.ts';
import { createContact, getContact } from '../../highlevel/contacts.ts';
import { isHighLevelError } from '../../highlevel/errors.ts';
import { addressesOf, isLike, isRowOf, summary } from '../contact-draft.ts';
import { type Failure, isUnknown, Refused, resultOf, toFailure } from '../failure.ts';
import { followed, type Handler } from '../handler.ts';
import { type OperationOf, operation } from '../operation.ts';
import type { Ports } from '../ports.ts';
import type { Intent } from '../state.ts';

type NewContact = OperationOf<'new-contact'>;

/** The contact that HighLevel has for the operation, or `''`. */
export interface NewContactNow {
  contactId: string;
}

const rowGone: Failure = { side: 'grist', code: 'row-gone', retryable: false };

/** Is the row still there, and still without a contact of its own? Throws `GristError`. */
async function isRowWaiting(ports: Ports, { target, seen }: NewContact): Promise<boolean> {
  const [row] = await ports.contacts.rows({ rowIds: [target.rowId] });
  return row?.invalidId === undefined && row?.contactId === seen.contactId && isRowOf(target, row);
}

/** The contact that an earlier try created: its response was lost, or HighLevel refused it and carried it out all the same. */
async function findCreated({ highlevel, locationId }: Ports, { want, seen }: NewContact): Promise<string | null> {
  const { email, phone } = addressesOf(want.contact);
  const of = { locationId: await locationId() };
  // Of both at once HighLevel returns one contact, though each may belong to another.
  for (const address of [email && { email }, phone && { phone }]) {
    const found = address ? await findDuplicate(highlevel, { ...of, ...address }) : null;
    if (found && isLike(found, want.contact) && !seen.known.includes(found.id)) return found.id;
  }
  return null;
}

/** Logs a change that goes with the create. Returns why it failed. */
async function logged(ports: Ports, line: Omit<Intent, 'id'>, change: () => Promise<unknown>): Promise<Failure | null> {
  const id = crypto.randomUUID();
  await ports.log.begin([{ ...line, id }]);
  const failure = await change().then(() => null, toFailure);
  ports.log.finish([{ id, result: failure ? resultOf(failure, 'sending') : 'saved', failure }]);
  return failure;
}

/** Where it fails, both sides differ in sight: the row is linked all the same. */
async function joinBusiness(ports: Ports, { target, want, origin }: NewContact, contactId: string): Promise<void> {
  const { businessId } = want;
  if (!businessId) return;
  // While the row had to wait, another client may have chosen a business: that one stays.
  const isFree = (await getContact(ports.highlevel, contactId).catch(() => null))?.businessId === '';
  if (!isFree) return;
  const line = { contactId, rowId: target.rowId, act: 'field', what: 'business', from: '', to: businessId } as const;
  await logged(ports, { ...line, via: origin }, async () =>
    setBusiness(ports.highlevel, await ports.locationId(), [contactId], businessId),
  );
}

/**
 * Creates a contact of a row, at most one: each try has a key that makes it idempotent, and a try of unknown outcome is looked for
 * before it is repeated. Then the row receives its id.
 */
export const newContact: Handler<'new-contact', NewContactNow> = {
  parts: () => [''],
  only: (op) => op,

  lines: async (_, { target: { rowId, name: label }, want, origin: via }) => [
    // Its id is not known yet.
    {
      part: '',
      contactId: 'new',
      rowId,
      act: 'contact',
      what: 'contact',
      label,
      from: '',
      to: summary(want.contact),
      via,
    },
  ],

  async read(ports, op) {
    if (!op.progress) return { contactId: '' };
    return { contactId: op.progress.contactId || ((await findCreated(ports, op)) ?? '') };
  },

  async judge(ports, op, { contactId }) {
    if (contactId) return { operation: null, refused: new Map(), isThere: true };
    if (!(await isRowWaiting(ports, op))) return { operation: null, refused: new Map([['', rowGone]]) };
    return { operation: { ...op, progress: op.progress ?? { key: op.id, contactId: '' } }, refused: new Map() };
  },

  async write(ports, op) {
    const { highlevel, locationId } = ports;
    const key = op.progress?.key ?? op.id;
    try {
      const { id } = await createContact(highlevel, await locationId(), op.want.contact, { key });
      return { now: { contactId: id }, refused: new Map() };
    } catch (error) {
      const isRejected = isHighLevelError(error) && error.code === 'rejected';
      const contactId = isRejected ? await findCreated(ports, op).catch(() => null) : null;
      if (contactId === null) throw error;
      return { now: { contactId }, refused: new Map() };
    }
  },

  async recover(ports, op) {
    const contactId = await findCreated(ports, op);
    return contactId === null ? null : { contactId };
  },

  // A create that was certainly not carried out needs no key any more.
  afterFailure: (op, error) => (isUnknown(error) ? op : { ...op, progress: null }),
  afterWrite: (op, { contactId }) => ({ ...op, progress: { key: op.progress?.key ?? op.id, contactId } }),

  async follow(ports, op, { contactId }) {
    const { target, seen, origin } = op;
    const { rowId, name: label } = target;
    await joinBusiness(ports, op, contactId);
    const line = {
      contactId,
      rowId,
      act: 'link',
      what: 'contact',
      label,
      from: seen.contactId,
      to: contactId,
    } as const;
    const failure = await logged(ports, { ...line, via: origin }, async () => {
      if (!(await isRowWaiting(ports, op))) throw new Refused(rowGone);
      await ports.contacts.link(rowId, seen.contactId, contactId, ports.describe({ kind: 'link', linked: true }));
    });
    if (failure) throw new Refused(failure);
    return followed;
  },

  inverse: ({ target: { rowId, name }, seen }, _, after) =>
    after &&
    operation({
      kind: 'link',
      target: { rowId, name, isCreated: true },
      want: seen.contactId,
      seen: after.contactId,
      origin: 'undo',
    }),
};
