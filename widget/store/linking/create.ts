import { signal } from '@preact/signals';
import { type Failure, resultOf, toFailure } from '../../../engine/failure.ts';
import type { Log } from '../../../engine/log.ts';
import { setBusiness } from '../../../highlevel/businesses.ts';
import type { Api } from '../../../highlevel/client.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import { createContact, getContact } from '../../../highlevel/contacts.ts';
import { isHighLevelError } from '../../../highlevel/errors.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Candidate, Creation } from '../views/linking.ts';
import { addressesOf, isLike, nameOf, summary, type Wish } from './contact-from-row.ts';
import type { Finder } from './finder.ts';
import { isMadeOf, type Making, type Makings } from './pending-creates.ts';
import type { Relink } from './relink.ts';

export interface MakerOptions {
  api: Api;
  locationId: () => Promise<string>;
  section: Pick<Section, 'readRow'>;
  makings: Makings;
  finder: Finder;
  /** The log of the document; its code comes with the engine. */
  log: () => Promise<Log>;
  relink: Relink;
  /** The row as it is now, as HighLevel would have it; `null` when there is none. */
  wishOf: (rowId: number) => Promise<{ row: Row; wish: Wish } | null>;
  weigh: (contacts: readonly Contact[], of: { rowId: number; contactId: string }) => Promise<readonly Candidate[]>;
  mayDuplicate: () => boolean;
}

const gone: Failure = { side: 'grist', code: 'row-gone', retryable: false };
const interrupted: Failure = { side: 'highlevel', code: 'interrupted', retryable: true };
const never = new AbortController().signal;

/** Only a contact that is, or may be, in HighLevel already makes such a state last. */
const isHalfMade = (state: Creation) => state.step === 'not-linked' || (state.step === 'failed' && state.unsure);

/**
 * Makes contacts of rows, at most one of a row. HighLevel takes no keys that would tell a repeated create from a second one:
 * so it is asked first who is there, each try has a name that our proxy keeps, and a try whose end nobody knows is looked for
 * before it is made again.
 */
export function createMaker(options: MakerOptions) {
  const { api, locationId, section, makings, finder, log, relink, wishOf, weigh, mayDuplicate } = options;
  const states = signal<ReadonlyMap<number, Creation>>(new Map());
  const running = new Set<number>();

  const show = (rowId: number, creation: Creation) => {
    states.value = new Map([...states.peek(), [rowId, creation]]);
  };

  /** What HighLevel takes only of a contact that is there. Should it fail, both sides differ in sight: the row is linked all the same. */
  async function joinBusiness({ rowId, contactId, businessId }: Making): Promise<void> {
    if (!businessId) return;
    // Where the link had to wait, somebody may have chosen a business meanwhile: theirs stays.
    const isFree = (await getContact(api, contactId).catch(() => null))?.businessId === '';
    if (!isFree) return;
    const id = crypto.randomUUID();
    const intent = {
      id,
      contactId,
      rowId,
      act: 'field',
      what: 'business',
      from: '',
      to: businessId,
      via: 'panel',
    } as const;
    try {
      await (await log()).begin([intent]);
      await setBusiness(api, await locationId(), [contactId], businessId);
      (await log()).finish([{ id, result: 'saved' }]);
    } catch (error) {
      const failure = toFailure(error);
      (await log()).finish([{ id, result: resultOf(failure), failure }]);
    }
  }

  async function linkMade(making: Making): Promise<void> {
    const { rowId, expected, contactId, wish } = making;
    show(rowId, { step: 'linking' });
    await joinBusiness(making);
    const failure = await relink({ rowId, from: expected, to: contactId, name: nameOf(wish), isNew: true });
    const row = failure?.code === 'row-gone' ? await section.readRow(rowId).catch(() => undefined) : undefined;
    // A row that is gone, or that somebody gave a contact meanwhile, waits for nothing any more.
    const isOver = !failure || row === null || (row && row.contactId !== expected);
    if (isOver) makings.drop(rowId);
    show(rowId, isOver ? { step: 'idle' } : { step: 'not-linked', contactId, failure });
  }

  function made(making: Making, contact: Contact): Promise<void> {
    const known = { ...making, contactId: contact.id };
    makings.put(known);
    return linkMade(known);
  }

  /** What a try made whose answer was lost, or that HighLevel refused and carried out all the same. */
  async function look({ wish, known }: Making): Promise<Contact | null> {
    const there = await finder.duplicatesOf(addressesOf(wish), never);
    return there.find((contact) => isLike(contact, wish) && !known.includes(contact.id)) ?? null;
  }

  async function send(making: Making, isAgain: boolean): Promise<void> {
    const { rowId, key, wish } = making;
    show(rowId, { step: 'creating' });
    makings.put(making);
    const earlier = isAgain ? await look(making) : null;
    if (earlier) return made(making, earlier);
    const id = crypto.randomUUID();
    // Nobody knows the contact's id yet.
    const about = { contactId: 'new', rowId, act: 'contact', what: 'contact' } as const;
    const own = await log();
    await own.begin([{ ...about, id, label: nameOf(wish), from: '', to: summary(wish), via: 'panel' }]);
    try {
      const contact = await createContact(api, await locationId(), wish, { key });
      own.finish([{ id, result: 'saved' }]);
      return await made(making, contact);
    } catch (error) {
      const failure = toFailure(error);
      const isUnsure = isHighLevelError(error) && error.details.unknownOutcome === true;
      const found = isUnsure || failure.code === 'rejected' ? await look(making).catch(() => null) : null;
      const result = found ? 'saved' : isUnsure ? 'unknown' : resultOf(failure);
      own.finish([{ id, result, failure: found ? null : failure }]);
      if (found) return made(making, found);
      if (isUnsure) return show(rowId, { step: 'failed', failure, unsure: true });
      makings.drop(rowId);
      const same = isHighLevelError(error) ? error.details.duplicateOf : undefined;
      if (!same) return show(rowId, { step: 'failed', failure, unsure: false });
      return showDuplicates(making, [await getContact(api, same.contactId)], false);
    }
  }

  async function showDuplicates(
    { rowId, expected }: Pick<Making, 'rowId' | 'expected'>,
    contacts: readonly Contact[],
    mayCreate: boolean,
  ) {
    const candidates = await weigh(contacts, { rowId, contactId: expected });
    show(rowId, { step: 'duplicates', candidates, mayCreate });
  }

  /** Reads signals. */
  function makingOf(row: Row): Making | undefined {
    const making = makings.all.value.get(row.rowId);
    return making && isMadeOf(making, row) ? making : undefined;
  }

  async function make(shown: Row, anyway: boolean): Promise<void> {
    const { rowId, contactId: expected, values: cells } = shown;
    const kept = makingOf(shown);
    if (kept?.contactId) return linkMade(kept);
    show(rowId, { step: 'checking' });
    const found = await wishOf(rowId);
    if (found?.row.contactId !== expected) return show(rowId, { step: 'failed', failure: gone, unsure: false });
    const { contact: wish, businessId, obstacles } = found.wish;
    const unnamed =
      !wish.email && !wish.phone && !obstacles.some(({ field }) => field === 'email' || field === 'phone');
    if (unnamed || obstacles.length > 0) return show(rowId, { step: 'incomplete', unnamed, obstacles });
    if (kept && JSON.stringify(kept.wish) === JSON.stringify(wish)) return send(kept, true);

    // The row says something else than when it was last tried: what that made, if anything, counts as there already.
    const before = kept ? await finder.duplicatesOf(addressesOf(kept.wish), never) : [];
    const same = [...(await finder.duplicatesOf(addressesOf(wish), never)), ...before];
    const others = [...new Map(same.map((contact) => [contact.id, contact])).values()];
    if (others.length > 0 && !(anyway && mayDuplicate()))
      return showDuplicates({ rowId, expected }, others, mayDuplicate());
    const known = others.map(({ id }) => id);
    return send(
      { rowId, cells, expected, key: crypto.randomUUID(), wish, businessId, contactId: '', known, at: Date.now() },
      false,
    );
  }

  return {
    /** Reads signals. */
    of(row: Row): Creation {
      const kept = makingOf(row);
      const state = states.value.get(row.rowId);
      if (state && (kept || !isHalfMade(state))) return state;
      if (!kept) return { step: 'idle' };
      return kept.contactId
        ? { step: 'not-linked', contactId: kept.contactId, failure: null }
        : { step: 'failed', failure: interrupted, unsure: true };
    },
    /** Makes a contact of a row, or goes on with one that is half made. Asked again meanwhile it does nothing. */
    create(row: Row, anyway: boolean): void {
      const { rowId } = row;
      if (running.has(rowId)) return;
      running.add(rowId);
      void make(row, anyway)
        .catch((error: unknown) => {
          show(rowId, { step: 'failed', failure: toFailure(error), unsure: makings.all.peek().has(rowId) });
        })
        .finally(() => running.delete(rowId));
    },
    /** The row has a contact now, whatever was being made of it. */
    settle(rowId: number): void {
      makings.drop(rowId);
      this.forget(rowId);
    },
    forget(rowId: number): void {
      if (running.has(rowId)) return;
      states.value = new Map([...states.peek()].filter(([row]) => row !== rowId));
    },
  };
}
