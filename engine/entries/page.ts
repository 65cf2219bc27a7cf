import type { EntryTable } from '../../grist/entry-table.ts';
import { type EntryKind, entryKinds } from '../../sync/entries.ts';
import type { Failure } from '../failure.ts';
import { createLeases, type Leases } from '../leases.ts';
import type { OperationOf } from '../operation.ts';
import { rest } from '../pace.ts';
import { dueIn, type EntryLook, equalIn, type LinkedContact, reliesOnHighLevel } from './look.ts';
import { choicesIn, keysOf, type Owed, owedBy, rowKeyOf } from './owed.ts';
import { createReading, type IsReady, type Pair, type Reading, type ReadingContext } from './reading.ts';
import type { EntrySource } from './source.ts';
import { writeRows } from './write-rows.ts';

export type PageContext = Omit<ReadingContext, 'source'>;

export interface PageOptions {
  /** Names this page or worker to the leases. */
  holder: string;
  source: EntrySource;
  /** Those of which the document has a table; all when absent. */
  kinds?: readonly EntryKind[];
  /** Milliseconds that the page may take before other clients take its contacts over. */
  leaseTime: number;
  /** Leases that will be needed as far as is known: claimed before anything is read, they save reading again. */
  expected?: readonly string[];
  /** Waits for rows that are being typed, and tries again what was refused before. */
  isThorough?: boolean;
  signal?: AbortSignal;
}

/** What became of a page of contacts. */
export interface PageReport {
  /** Why contacts could not be read or written, by contact. `not-found`: HighLevel no longer has the contact. */
  failures: ReadonlyMap<string, Failure>;
  /** Another client is at work on these. */
  busy: readonly LinkedContact[];
  /** What goes to HighLevel from here; its leases last until it has ended. */
  owed: readonly Owed[];
  /** What a person has to choose. */
  choices: readonly OperationOf<'entry'>[];
  /** HighLevel failed several times in a row, and was not asked for the rest. */
  isCutShort: boolean;
}

const nothing: PageReport = { failures: new Map(), busy: [], owed: [], choices: [], isCutShort: false };

const contactKey = ({ contactId }: LinkedContact) => `entries:${contactId}`;

/** Opens the entry tables that the document has. */
async function openTables({ ports }: Pick<PageContext, 'ports'>, kinds: readonly EntryKind[] = entryKinds) {
  const tables = await Promise.all(kinds.map((kind) => ports.entries(kind)));
  return tables.filter((table) => table !== null);
}

/**
 * Brings the rows of a page of contacts in step with HighLevel's entries: one read of the base, one of each table and one bundle
 * for each, however many contacts there are. One client at a time carries a contact, under a lease; under it the base is read
 * first, since sides older than the base would look like changes. Rejects with `HighLevelError` where the state cannot be reached,
 * and with the signal's reason.
 */
export async function syncPage(
  context: PageContext,
  contacts: readonly LinkedContact[],
  options: PageOptions,
): Promise<PageReport> {
  const { ports } = context;
  const tables = await openTables(context, options.kinds);
  if (tables.length === 0) return nothing;
  const leases = createLeases(ports.state, options.holder, options.leaseTime);
  await leases.claim([...contacts.map(contactKey), ...(options.expected ?? [])]);
  const own = contacts.filter((contact) => leases.has(contactKey(contact)));
  const flush = ports.log.collect();
  try {
    const page = {
      reading: createReading({ ...context, source: options.source }, options.signal),
      leases,
      options,
      context,
    };
    const done = own.length === 0 ? { owed: [], choices: [], failures: new Map() } : await carryPage(page, tables, own);
    for (const { key } of done.owed) leases.handOver(key);
    return {
      ...done,
      failures: new Map([...page.reading.failures, ...done.failures]),
      busy: contacts.filter((contact) => !leases.has(contactKey(contact))),
      isCutShort: page.reading.isCutShort,
    };
  } finally {
    flush(leases.rest());
  }
}

interface Page {
  context: PageContext;
  reading: Reading;
  leases: Leases;
  options: PageOptions;
}

async function carryPage(page: Page, tables: readonly EntryTable[], contacts: readonly LinkedContact[]) {
  const { ports, memory } = page.context;
  await ports.base.load(contacts.map(({ contactId }) => contactId));
  const looks = await lookUp(page, tables, contacts);
  const isNews = (look: EntryLook) => memory.isNews(look.table, look.contact.contactId, dueIn(look));
  const due = looks.filter((look) => page.options.isThorough || isNews(look));
  const isGranted = (key: string) => page.leases.has(key);
  for (const look of looks)
    if (!due.includes(look)) ports.log.finish([], equalIn(ports, look.table, look.contact.contactId, look.plan.agree));
  // A row that another client makes an entry of has no id yet: the new entry would be given a second row.
  const isWaiting = (look: EntryLook) => !createKeys(look).every(isGranted);
  const written = due.map((look) => (isWaiting(look) ? { ...look, add: [] } : look));
  const failures = await writeRows(ports, written);
  const refused = new Map(due.map((look, at) => [look, written[at] && failures.get(written[at])]));
  for (const look of due) {
    const isOpen = refused.get(look)?.retryable === true || !keysOf(look).every(isGranted);
    memory.noteActed(look.table, look.contact.contactId, dueIn(look), isOpen);
  }
  return {
    owed: due.flatMap(owedBy).filter(({ key }) => isGranted(key)),
    choices: due.flatMap(choicesIn),
    failures: new Map([...failures].map(([look, failure]) => [look.contact.contactId, failure])),
  };
}

/** Looks at both sides, and again where what is due relies on what HighLevel has, or on no other client being about to do it. */
async function lookUp(page: Page, tables: readonly EntryTable[], contacts: readonly LinkedContact[]) {
  const { reading, leases, options, context } = page;
  const { memory } = context;
  const hasRested: IsReady = (table, row) => memory.restOf(table, row) === 0;
  const isReady = options.isThorough ? () => true : hasRested;
  const pairs = contacts.flatMap((contact) => tables.map((table) => ({ table, contact })));

  await reading.readEntries(pairs.filter(({ table, contact }) => !options.source.known(table.kind, contact.contactId)));
  await leases.renew();
  const kept = pairs.filter(({ contact }) => leases.has(contactKey(contact)));
  let looks = await reading.look(kept, isReady);
  const lookAgain = async (stale: readonly Pair[], ready: IsReady) => {
    if (stale.length === 0) return;
    await reading.readEntries(stale);
    const next = await reading.look(stale, ready);
    looks = [...looks.filter((look) => !stale.some((pair) => isOf(pair, look))), ...next];
  };
  await lookAgain(
    looks.filter((look) => reliesOnHighLevel(look) && !reading.isFresh(look)),
    isReady,
  );

  const early = new Set(looks.flatMap(keysOf).filter(leases.has));
  await leases.claim(looks.flatMap(keysOf));
  const creating = looks.filter((look) => createKeys(look).some((key) => leases.has(key) && !early.has(key)));
  if (creating.length > 0 && options.isThorough) await rest(longestRest(context, creating), options.signal);
  await lookAgain(creating, hasRested);
  return looks;
}

const isOf = (pair: Pair, look: EntryLook) => pair.table.kind === look.table.kind && pair.contact === look.contact;

const createKeys = ({ table, create }: EntryLook) => create.map(({ row }) => rowKeyOf(table, row.rowId));

const longestRest = ({ memory }: PageContext, looks: readonly EntryLook[]) =>
  Math.max(0, ...looks.flatMap(({ table, create }) => create.map(({ row }) => memory.restOf(table, row))));
