import type { ContactRow } from '../grist/contact-table.ts';
import { withPriority } from '../highlevel/client.ts';
import type { Contact } from '../highlevel/contact.ts';
import { searchContacts } from '../highlevel/contact-search.ts';
import { getContact } from '../highlevel/contacts.ts';
import { type FieldPlan, type RowPlan, readCells } from '../sync/plan.ts';
import type { FieldRef } from '../sync/refs.ts';
import { readField } from './contact-values.ts';
import { createEntriesJob, type EntriesJobOptions } from './entries/job.ts';
import { linkedContacts } from './entries/look.ts';
import { type Failure, isAbort, isNotFound, toFailure } from './failure.ts';
import { listedAtOnce, readListed } from './listed-contacts.ts';
import type { Paced } from './pace.ts';
import type { Ports } from './ports.ts';
import { equalIn, type Look, planRows, type SyncOptions, settle } from './sync-contact.ts';

/** Work on many rows, a page of contacts after the other. */
export interface Job {
  /** `check` compares fields and writes nothing; `sync` lets flow what may; `entries` brings entry tables in step. */
  kind: 'check' | 'sync' | 'entries';
  /** In the order in which they are visited. */
  contactIds: readonly string[];
}

/** How far a job has come. It is yielded after its page is written on both sides, so a killed job repeats at most one page. */
export interface Checkpoint {
  /** Contacts of the job that are done. */
  done: number;
}

/** A field of a row whose sides do not mean the same. What its field cannot hold is as the cell says it. */
export interface DifferingField {
  field: FieldRef;
  plan: Exclude<FieldPlan, { kind: 'same' }>;
  grist: string;
  highlevel: string;
}

/** What was found of one row; of a `sync`, as it is after it. */
export type RowReport = {
  rowId: number;
  contactId: string;
  name: string;
} /** `differing`: the fields whose sides do not mean the same, with both sides in the terms of the field. */ & (
  | { kind: 'compared'; differing: readonly DifferingField[] }
  /** The rows of its entries are in step, and what the grid changed was sent. */
  | { kind: 'synced' }
  /** HighLevel no longer has the contact. */
  | { kind: 'gone' }
  | { kind: 'unread'; failure: Failure }
);

export interface Page {
  checkpoint: Checkpoint;
  results: readonly RowReport[];
  /** HighLevel failed several times in a row: the rest of the rows is reported as unread, and the job ends. */
  isCutShort: boolean;
  /** HighLevel's list of contacts repeated itself: those that it did not list are read one by one. */
  isListCut?: boolean;
}

export interface RunOptions extends Omit<SyncOptions, 'sends' | 'carry'> {
  signal: AbortSignal;
  /** Gives each request its turn, behind those of people. */
  paced: Paced;
  /** Runs a job of one contact when nothing else is under way for it. */
  inLane?: <T>(contactId: string, job: () => Promise<T>) => Promise<T>;
  carry?: SyncOptions['carry'];
  /** Nothing may be written, not even what both sides agree on. */
  isReadOnly?: boolean;
  /** For `entries`: that of a client which keeps them in step by itself, too. */
  entries?: EntriesJobOptions['entries'];
  /** For `entries`: a page of many contacts takes long, so each contact is reported when it was read. */
  onRead?: EntriesJobOptions['onRead'];
}

/** Contacts in one page: a lease of a page must not keep others waiting for long. */
const pageSizes = { check: 100, sync: 10, entries: 100 };
/** Up to this many contacts each is read by itself: that costs a request for each and says what is true this moment. */
const fewContacts = 50;
/** Failures in a row after which the rest is left. */
const patience = 3;
/** Milliseconds: a page of a hundred contacts, each with some requests. */
const leaseTime = 5 * 60_000;

const nameOf = ({ cells }: ContactRow, contact?: Contact) =>
  cells.name || contact?.name || [cells.firstName, cells.lastName].filter(Boolean).join(' ');

/**
 * Runs a job from a checkpoint on. Where HighLevel fails several times in a row the rest is reported as unread and the job ends.
 * Throws `GristError` where the rows cannot be read, `HighLevelError` where the state cannot.
 */
export async function* run(given: Ports, job: Job, from: Checkpoint | null, options: RunOptions): AsyncGenerator<Page> {
  const { signal } = options;
  const ports = { ...given, highlevel: withPriority(given.highlevel, 'bulk') };
  const listed = new Map<string, Contact>();
  const pageSize = pageSizes[job.kind];
  const rest = job.contactIds.slice(from?.done ?? 0);
  const isListCut =
    job.kind === 'check' && rest.length > fewContacts && (await list(ports, new Set(rest), options, listed)) === 'cut';
  const failures: Failure[] = [];
  const partsOf =
    job.kind === 'entries'
      ? createEntryPages(ports, options, failures)
      : (contactIds: readonly string[]) => runPage(ports, job.kind, contactIds, listed, options, failures);
  for (let at = from?.done ?? 0; at < job.contactIds.length; at += pageSize) {
    const contactIds = job.contactIds.slice(at, at + pageSize);
    let done = at;
    for await (const { contacts, results } of partsOf(contactIds)) {
      if (signal.aborted) return;
      done += contacts;
      const isCutShort = failures.length >= patience;
      if (isCutShort)
        return yield {
          checkpoint: { done },
          isCutShort,
          isListCut,
          results: [...results, ...(await unreadRest(ports, job, done, failures))],
        };
      yield { checkpoint: { done }, isCutShort, isListCut, results };
    }
  }
}

async function unreadRest({ contacts }: Ports, { contactIds }: Job, done: number, failures: readonly Failure[]) {
  const rows = await contacts.rows({ contactIds: contactIds.slice(done) });
  return rows.map((row) => unread(row, failures.at(-1) ?? toFailure(null)));
}

/** The list is seconds behind HighLevel and leaves out some fields: that two sides differ is only believed of the contact itself. */
async function list(
  { highlevel, locationId }: Ports,
  wanted: ReadonlySet<string>,
  { paced }: RunOptions,
  found: Map<string, Contact>,
) {
  const patient = {
    ...highlevel,
    post: (...request: Parameters<typeof highlevel.post>) => paced(() => highlevel.post(...request)),
  };
  const contacts = searchContacts(patient, { locationId: await locationId(), pageSize: listedAtOnce });
  return readListed(wanted, contacts, (contact) => found.set(contact.id, contact));
}

interface Part {
  /** How many contacts of the page these results are about. */
  contacts: number;
  results: readonly RowReport[];
}

/** Pages of an `entries` job. */
function createEntryPages(ports: Ports, options: RunOptions, failures: Failure[]) {
  const bringInStep = createEntriesJob(ports, options);
  return async function* (contactIds: readonly string[]): AsyncGenerator<Part> {
    const rows = await ports.contacts.rows({ contactIds });
    const page = await bringInStep(linkedContacts(rows)).catch((error: unknown) => {
      if (isAbort(error)) return null;
      throw error;
    });
    if (page === null) return;
    const results = rows.map((row): RowReport => {
      const failure = page.failures.get(row.contactId);
      if (!failure) return { ...refOf(row), kind: 'synced' };
      return failure.code === 'not-found' ? { ...refOf(row), kind: 'gone' } : unread(row, failure);
    });
    if (page.isCutShort) failures.push(...[...page.failures.values()].slice(-patience));
    yield { contacts: contactIds.length, results };
  };
}

/** A check yields contact by contact, and a sync once its page is written on both sides. */
async function* runPage(
  ports: Ports,
  kind: Job['kind'],
  contactIds: readonly string[],
  listed: ReadonlyMap<string, Contact>,
  options: RunOptions,
  failures: Failure[],
): AsyncGenerator<Part> {
  const { holder, signal, paced } = options;
  const keys = contactIds.map((id) => `contact:${id}`);
  const granted = kind === 'sync' ? await ports.state.claim(holder, keys, leaseTime) : new Set(keys);
  const own = contactIds.filter((id) => granted.has(`contact:${id}`));
  const flush = ports.log.collect();
  const collected: RowReport[] = [];
  try {
    const [mapping, rows] = await Promise.all([
      ports.mapping('fresh'),
      ports.contacts.rows({ contactIds: own }),
      own.length > 0 && paced(() => ports.base.load(own)),
    ]);
    const rowsOf = new Map<string, ContactRow[]>();
    for (const row of rows) rowsOf.set(row.contactId, [...(rowsOf.get(row.contactId) ?? []), row]);
    const isSettled = (look: Look) => look.plans.every(({ fields }) => isEqual(fields));
    const later: string[] = [];
    for (const contactId of own) {
      const known = listed.get(contactId);
      const look = known && planRows(ports, known, rowsOf.get(contactId) ?? [], mapping, options.busy?.(contactId));
      if (look && isSettled(look)) collected.push(...reportsOf(look));
      else later.push(contactId);
    }
    if (kind === 'check') yield { contacts: contactIds.length - later.length, results: collected };
    for (const contactId of later) {
      const found = await visit(ports, kind, contactId, rowsOf.get(contactId) ?? [], options);
      if (signal.aborted) return;
      const failed = found.flatMap((one) => (one.kind === 'unread' ? [one.failure] : []));
      if (failed.length > 0) failures.push(...failed.slice(0, 1));
      else failures.length = 0;
      if (kind === 'check') yield { contacts: 1, results: found };
      else collected.push(...found);
      if (failures.length >= patience) return;
    }
  } finally {
    flush(kind === 'sync' ? { holder, keys } : undefined);
  }
  if (kind === 'sync') yield { contacts: contactIds.length, results: collected };
}

/** Reads one contact as it is this moment and, where the job says so, lets flow what may. */
async function visit(
  ports: Ports,
  kind: Job['kind'],
  contactId: string,
  rows: readonly ContactRow[],
  { paced, inLane = (_, job) => job(), busy, carry, isReadOnly = false }: RunOptions,
): Promise<readonly RowReport[]> {
  try {
    return await inLane(contactId, async () => {
      const contact = await paced(() => getContact(ports.highlevel, contactId));
      ports.observe.contact?.(contact);
      // The rows of the page may be minutes old by now.
      const fresh = await ports.contacts.rows({ rowIds: rows.map(({ rowId }) => rowId) });
      const held = fresh.filter((row) => row.contactId === contactId);
      const look = planRows(ports, contact, held, await ports.mapping(), busy?.(contactId));
      if (kind === 'check') {
        if (!isReadOnly) ports.log.finish([], equalIn(ports, look));
        return reportsOf(look);
      }
      const reports = await settle(ports, look, { sends: true, ...(carry && { carry }) });
      const after = reports.findLast((report) => report.after !== null)?.after?.contact ?? contact;
      const written = await ports.contacts.rows({ rowIds: held.map(({ rowId }) => rowId) });
      return reportsOf(planRows(ports, after, written, look.mapping, busy?.(contactId)));
    });
  } catch (error) {
    // A job that was stopped says nothing about the row.
    if (isAbort(error)) return [];
    if (isNotFound(error)) return rows.map((row) => ({ ...refOf(row), kind: 'gone' }));
    return rows.map((row) => unread(row, toFailure(error)));
  }
}

const refOf = (row: ContactRow, contact?: Contact) => ({
  rowId: row.rowId,
  contactId: row.contactId,
  name: nameOf(row, contact),
});
const unread = (row: ContactRow, failure: Failure): RowReport => ({ ...refOf(row), kind: 'unread', failure });
const isEqual = (fields: RowPlan['fields']) => [...fields.values()].every(({ kind }) => kind === 'same');
const reportsOf = ({ contact, rows, plans, mapping: { rules, context, customFields } }: Look): readonly RowReport[] =>
  rows.map((row) => {
    const fields = [...(plans.find(({ rowId }) => rowId === row.rowId)?.fields ?? [])];
    const values = readCells(row.cells, rules, context);
    const differing = fields.flatMap(([field, plan]): DifferingField[] => {
      if (plan.kind === 'same') return [];
      const grist = values[field] ?? row.cells[field] ?? '';
      return [{ field, plan, grist, highlevel: readField(contact, field, customFields) }];
    });
    return { ...refOf(row, contact), kind: 'compared', differing };
  });
