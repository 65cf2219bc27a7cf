import type { EntryTable } from '../../grist/entry-table.ts';
import type { EntryRow } from '../../sync/entries.ts';
import { type Failure, isAbort, toFailure } from '../failure.ts';
import type { Operation } from '../operation.ts';
import type { Ports } from '../ports.ts';
import {
  type EntryLook,
  handsIn,
  type LinkedContact,
  lookAtEntries,
  type TableSnapshot,
  takeSnapshot,
} from './look.ts';
import type { EntryMemory } from './memory.ts';
import type { EntrySource } from './source.ts';

/** What is looked at: the entries of a table's kind that a contact has, and their rows. */
export interface Pair {
  table: EntryTable;
  contact: LinkedContact;
}

export interface ReadingContext {
  ports: Ports;
  memory: EntryMemory;
  source: EntrySource;
  /** Operations about entries that this client keeps. */
  operations(): Iterable<Operation>;
  /** Does no access rule hide rows from this person? */
  seesAll(): boolean;
}

/** Reads both sides of many contacts. What cannot be read is left out and has its failure. */
export interface Reading {
  /** Asks HighLevel for the entries of pairs. */
  readEntries(pairs: readonly Pair[]): Promise<void>;
  /** Reads each table once and compares. Pairs whose entries are not known, or could not be read, are left out. */
  look(pairs: readonly Pair[], isReady: IsReady): Promise<readonly EntryLook[]>;
  /** Was HighLevel asked for these entries? */
  isFresh(pair: Pair): boolean;
  /** By contact. */
  readonly failures: ReadonlyMap<string, Failure>;
  /** Several contacts in a row could not be read: HighLevel is not asked for the rest. */
  readonly isCutShort: boolean;
}

/** Contacts in a row that cannot be read before the others are left: then it is not about the contacts. */
const patience = 3;

export async function readTable(
  memory: EntryMemory,
  table: EntryTable,
  how?: Parameters<EntryTable['read']>[0],
): Promise<TableSnapshot> {
  const content = await table.read(how);
  memory.noteContent(table, content);
  return takeSnapshot(table, content);
}

export type IsReady = (table: EntryTable, row: EntryRow) => boolean;

/** Compares what is known of contacts at this moment with the rows of a table; contacts whose entries are not known are left out. */
export function lookAtKnown(
  { ports, memory, source, operations, seesAll }: ReadingContext,
  snapshot: TableSnapshot,
  contacts: readonly LinkedContact[],
  isReady: IsReady,
): readonly EntryLook[] {
  const context = {
    memory,
    hands: handsIn(operations()),
    directory: ports.directory(),
    seesAll: seesAll(),
    isReady,
  };
  return contacts.flatMap((contact) => {
    const known = source.known(snapshot.table.kind, contact.contactId);
    const agreed = ports.base.of(contact.contactId) ?? {};
    return known ? lookAtEntries(snapshot, contact, known, { ...context, agreed }) : [];
  });
}

export function createReading(context: ReadingContext, signal?: AbortSignal): Reading {
  const { memory, source } = context;
  const fresh = new Set<string>();
  const failures = new Map<string, Failure>();
  const failed = new Set<string>();
  let inRow = 0;
  const keyOf = ({ table, contact }: Pair) => `${table.kind} ${contact.contactId}`;

  function fail(pair: Pair, failure: Failure) {
    failed.add(keyOf(pair));
    failures.set(pair.contact.contactId, failures.get(pair.contact.contactId) ?? failure);
  }

  async function readPair(pair: Pair): Promise<void> {
    const { contactId } = pair.contact;
    const earlier = failures.get(contactId);
    const isHopeless = inRow >= patience || earlier?.code === 'not-found';
    if (isHopeless) return fail(pair, earlier ?? [...failures.values()].at(-1) ?? toFailure(null));
    try {
      await source.read(pair.table.kind, contactId);
      fresh.add(keyOf(pair));
      inRow = 0;
    } catch (error) {
      if (isAbort(error)) throw error;
      const failure = toFailure(error);
      if (failure.code !== 'not-found' && !earlier) inRow++;
      fail(pair, failure);
    }
  }

  return {
    failures,
    get isCutShort() {
      return inRow >= patience;
    },
    isFresh: (pair) => fresh.has(keyOf(pair)),

    async readEntries(pairs) {
      for (const pair of pairs) {
        signal?.throwIfAborted();
        await readPair(pair);
      }
    },

    async look(pairs, isReady) {
      const looks: EntryLook[] = [];
      for (const table of new Set(pairs.map((pair) => pair.table))) {
        const own = pairs.filter((pair) => pair.table === table && !failed.has(keyOf(pair)));
        if (own.length === 0) continue;
        // A day read as a time would be sent as one: what is about to be written is read by the columns as they are now.
        const snapshot = await readTable(memory, table, { fresh: true }).catch(toFailure);
        if ('code' in snapshot) {
          for (const pair of own) fail(pair, snapshot);
          continue;
        }
        const contacts = own.map(({ contact }) => contact);
        looks.push(...lookAtKnown(context, snapshot, contacts, isReady));
      }
      return looks;
    },
  };
}
