import { computed, signal } from '@preact/signals';
import { addressesOf, isRowOf, nameOf } from '../../../engine/contact-draft.ts';
import type { Report } from '../../../engine/execute.ts';
import { type Failure, toFailure } from '../../../engine/failure.ts';
import { type Operation, type OperationOf, operation } from '../../../engine/operation.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import type { Row } from '../../section/port.ts';
import type { Outbox } from '../outbox.ts';
import type { Candidate, Creation } from '../views/linking.ts';
import type { Wish } from './contact-from-row.ts';
import type { Finder } from './finder.ts';

interface CreateOptions {
  outbox: Outbox;
  finder: Finder;
  readContact: (contactId: string) => Promise<Contact>;
  /** The row as it is now, as HighLevel would have it; `null` when there is none. */
  wishOf: (rowId: number) => Promise<{ row: Row; wish: Wish } | null>;
  weigh: (contacts: readonly Contact[], of: { rowId: number; contactId: string }) => Promise<readonly Candidate[]>;
  mayDuplicate: () => boolean;
}

type NewContact = OperationOf<'new-contact'>;

const gone: Failure = { side: 'grist', code: 'row-gone', retryable: false };
const never = new AbortController().signal;

const isNewContact = (one: Operation): one is NewContact => one.kind === 'new-contact';
const isUnder = ({ status, failure }: NewContact) => status !== 'draft' && failure === null;

/** How far an operation of the outbox is. */
function stepOf({ status, failure, progress }: NewContact): Creation {
  if (status === 'following')
    return failure ? { step: 'not-linked', contactId: progress?.contactId ?? '', failure } : { step: 'linking' };
  return failure ? { step: 'failed', failure, unsure: progress !== null } : { step: 'creating' };
}

/**
 * Creates contacts of rows: looks first for those that HighLevel would take for the same, and lets a person decide about them.
 * What is decided is an operation of kind `new-contact`.
 */
export function createMaker({ outbox, finder, readContact, wishOf, weigh, mayDuplicate }: CreateOptions) {
  /** What a person is asked or informed about, by row, while no operation says more. */
  const steps = signal<ReadonlyMap<number, Creation>>(new Map());
  const running = new Set<number>();
  const pending = computed(() => [...outbox.all.value.values()].filter(isNewContact));

  const show = (rowId: number, step: Creation) => {
    steps.value = new Map([...steps.peek(), [rowId, step]]);
  };
  const forget = (rowId: number) => {
    steps.value = new Map([...steps.peek()].filter(([row]) => row !== rowId));
  };
  /** Reads signals. */
  const pendingOf = ({ rowId, values: cells }: Row) =>
    pending.value.find(({ target }) => isRowOf(target, { rowId, cells }));

  async function showDuplicates(rowId: number, expected: string, contacts: readonly Contact[], mayCreate: boolean) {
    const candidates = await weigh(contacts, { rowId, contactId: expected });
    show(rowId, { step: 'duplicates', candidates, mayCreate });
  }

  async function showFailure({ target, seen, status, failure }: NewContact): Promise<void> {
    const { rowId } = target;
    if (!failure || status === 'following') return;
    if (!failure.duplicateOf) return show(rowId, { step: 'failed', failure, unsure: false });
    return showDuplicates(rowId, seen.contactId, [await readContact(failure.duplicateOf)], false);
  }

  outbox.onEnd((ended: Operation, { left, isReplaced }: Report) => {
    const [op] = left;
    if (!isNewContact(ended) || isReplaced || !op || !isNewContact(op) || outbox.peek(op.id)) return;
    void showFailure(op).catch((error: unknown) =>
      show(op.target.rowId, { step: 'failed', failure: toFailure(error), unsure: false }),
    );
  });

  async function create(shown: Row, anyway: boolean): Promise<void> {
    const { rowId, contactId: expected, values: cells } = shown;
    const kept = pendingOf(shown);
    if (kept?.status === 'following') return outbox.retry(kept.id);
    show(rowId, { step: 'checking' });
    const found = await wishOf(rowId);
    if (found?.row.contactId !== expected || found.row.invalidId !== undefined)
      return show(rowId, { step: 'failed', failure: gone, unsure: false });
    const { contact, businessId, obstacles } = found.wish;
    const unnamed =
      !contact.email && !contact.phone && !obstacles.some(({ field }) => field === 'email' || field === 'phone');
    if (unnamed || obstacles.length > 0) return show(rowId, { step: 'incomplete', unnamed, obstacles });
    if (kept && JSON.stringify(kept.want.contact) === JSON.stringify(contact)) {
      forget(rowId);
      return outbox.retry(kept.id);
    }

    // The row says something else than at the last try: what that created, if anything, counts as there already.
    const before = kept ? await finder.duplicatesOf(addressesOf(kept.want.contact), never) : [];
    const same = [...(await finder.duplicatesOf(addressesOf(contact), never)), ...before];
    const others = [...new Map(same.map((one) => [one.id, one])).values()];
    if (others.length > 0 && !(anyway && mayDuplicate()))
      return showDuplicates(rowId, expected, others, mayDuplicate());
    forget(rowId);
    // One that an earlier page left may have been restored meanwhile.
    if (pendingOf(shown)?.id !== kept?.id) return;
    await outbox.send(
      operation({
        kind: 'new-contact',
        target: { rowId, name: nameOf(contact), cells },
        want: { contact, businessId },
        seen: { contactId: expected, known: others.map(({ id }) => id) },
        origin: 'panel',
      }),
    );
  }

  return {
    /** Reads signals. */
    of(row: Row): Creation {
      const kept = pendingOf(row);
      return steps.value.get(row.rowId) ?? (kept ? stepOf(kept) : { step: 'idle' });
    },
    /** Creates a contact of a row, or goes on with one that is pending. Called again meanwhile it does nothing. */
    create(row: Row, anyway: boolean): void {
      const { rowId } = row;
      const kept = pendingOf(row);
      if (running.has(rowId) || (kept && isUnder(kept))) return;
      running.add(rowId);
      void create(row, anyway)
        .catch((error: unknown) => {
          show(rowId, { step: 'failed', failure: toFailure(error), unsure: pendingOf(row) !== undefined });
        })
        .finally(() => running.delete(rowId));
    },
    /** The row has a contact now, whatever was being created for it. */
    settle(rowId: number): void {
      for (const { id, target } of pending.peek()) if (target.rowId === rowId) outbox.drop(id);
      this.forget(rowId);
    },
    forget(rowId: number): void {
      if (!running.has(rowId)) forget(rowId);
    },
  };
}
