import type { EntryKind, EntryValues } from '../sync/entries.ts';
import { createCarrier } from './entries/carrier.ts';
import { dueIn, equalIn, type LinkedContact, type TableSnapshot } from './entries/look.ts';
import { createEntryMemory } from './entries/memory.ts';
import { keysOf, type Owed } from './entries/owed.ts';
import { type PageContext, type PageOptions, type PageReport, syncPage } from './entries/page.ts';
import { type IsReady, lookAtKnown, type ReadingContext, readTable } from './entries/reading.ts';
import { createEntrySource, type EntrySource } from './entries/source.ts';
import type { Report } from './execute.ts';
import type { EntryNow } from './kinds/entry.ts';
import type { EntryOperation, OperationOf, TypedRow } from './operation.ts';
import type { Ports } from './ports.ts';

/** Keeps the document's entry tables and HighLevel's entries equal, for one page or worker. */
export interface EntrySync {
  /** Reads a table; `null` when the document has none for that kind. Rejects with `GristError`. */
  read(kind: EntryKind): Promise<TableSnapshot | null>;
  /**
   * Compares what the source knows of a contact with rows that were just read. Nothing is asked where nothing new is due; else both
   * sides are looked at as they are now. `null`: nothing was due.
   */
  compare(contact: LinkedContact, snapshots: readonly TableSnapshot[]): Promise<PageReport | null>;
  /** Looks at a page of contacts, at most 100, and brings both sides in step. */
  sync(contacts: readonly LinkedContact[], options?: Partial<PageOptions>): Promise<PageReport>;
  /** Carries out what a page came to. Never rejects. */
  carryOut(report: PageReport): Promise<void>;
  /**
   * An operation that was given back ended after all, as when a person tried it again: its row gets the id of its entry. Those
   * that `carryOut` waits for are left to it. Never rejects.
   */
  ended(operation: EntryOperation, report: Report): Promise<void>;
  /** Takes HighLevel's values for a row in place of its own. */
  takeHighLevels(contact: LinkedContact, kind: EntryKind, entryId: string): Promise<void>;
  /** Tries again what was refused: other rules, or another person, decide about it. */
  forgetRefusals(): void;
}

export interface EntrySyncOptions extends Partial<Pick<ReadingContext, 'operations' | 'seesAll'>> {
  /** Names this page or worker to the leases. */
  holder: string;
  /** Knows entries that this client shows; without one HighLevel is asked for each look. */
  source?: EntrySource;
  /** Carries an operation out; where a client shows operations, through its outbox. Never rejects. */
  carry?(operation: EntryOperation): Promise<Report>;
  /** Shows what a person has to choose. */
  show?(choice: OperationOf<'entry'>): void;
}

/** Milliseconds: one contact, its requests repeated. */
const leaseTime = 2 * 60_000;
/** Milliseconds that other clients leave a row alone when no answer to its create came. */
const unsureTime = 5 * 60_000;
/** Operations that are carried out side by side. */
const atOnce = 4;

/**
 * Rows and entries are one: either can be changed. What changed on one side alone goes to the other; what changed on both is a
 * person's choice. Typed rows become entries when they have rested; entries without a row get one.
 */
export function createEntrySync(ports: Ports, options: EntrySyncOptions): EntrySync {
  const memory = createEntryMemory();
  /** What is being carried out, by operation. */
  const pending = new Map<string, Owed & { holder: string }>();
  const alone = createCarrier(ports);
  const context: PageContext = {
    ports,
    memory,
    operations: () => [
      ...(options.operations ?? alone.refused)(),
      // Until its turn comes an operation is nowhere else.
      ...[...pending.values()].map(({ operation }) => operation),
    ],
    seesAll: options.seesAll ?? (() => true),
  };

  async function sync(contacts: readonly LinkedContact[], how: Partial<PageOptions> = {}): Promise<PageReport> {
    const source = options.source ?? createEntrySource(ports);
    const { holder } = options;
    const report = await syncPage(context, contacts, { holder, leaseTime, source, ...how });
    for (const one of report.owed) pending.set(one.operation.id, { holder, ...how, ...one });
    return report;
  }

  async function compare(contact: LinkedContact, snapshots: readonly TableSnapshot[]): Promise<PageReport | null> {
    const { contactId } = contact;
    const { source } = options;
    if (!source) return sync([contact], { kinds: snapshots.map(({ table }) => table.kind) });
    if (ports.base.of(contactId) === undefined) await ports.base.load([contactId]);
    const hasRested: IsReady = (table, row) => memory.restOf(table, row) === 0;
    const looks = snapshots.flatMap((snapshot) => lookAtKnown({ ...context, source }, snapshot, [contact], hasRested));
    // Seen equal is agreed on at once: a cell that is changed while both sides are read again is then known to be changed.
    ports.log.finish(
      [],
      looks.flatMap((look) => equalIn(ports, look.table, contactId, look.plan.agree)),
    );
    const news = looks.filter((look) => memory.isNews(look.table, contactId, dueIn(look)));
    for (const look of looks) if (dueIn(look) === '') memory.noteActed(look.table, contactId, '', false);
    if (news.length === 0) return null;
    return sync([contact], { kinds: news.map(({ table }) => table.kind), expected: news.flatMap(keysOf) });
  }

  async function carryOut({ owed, choices }: PageReport): Promise<void> {
    for (const choice of choices) options.show?.(choice);
    const due = owed.map(({ operation }) => operation);
    const carry = options.carry ?? alone.carry;
    const carryNext = async () => {
      for (let next = due.shift(); next; next = due.shift()) await end(next, await carry(next));
    };
    await Promise.all(Array.from({ length: atOnce }, carryNext));
  }

  async function end(operation: EntryOperation, report: Report): Promise<void> {
    const owed = pending.get(operation.id);
    const flush = ports.log.collect();
    try {
      if (report.done) await follow(operation, report, owed);
      else await nameMade(operation, report, owed);
    } catch {
      // The row gets its id with the next look at it.
    } finally {
      pending.delete(operation.id);
      flush(owed && !isUnsure(report) ? { holder: owed.holder, keys: [owed.key] } : undefined);
    }
    // What may work the next time is due again.
    if (owed && report.left.some(({ failure }) => failure?.retryable))
      memory.noteActed(owed.table, owed.contactId, '', false);
    if (owed && isUnsure(report)) await ports.state.claim(owed.holder, [owed.key], unsureTime).catch(() => {});
  }

  /** What was sent is agreed on: what HighLevel made of it then flows to the row. */
  async function follow(operation: EntryOperation, report: Report, owed: Owed | undefined): Promise<void> {
    const id = entryIdOf(operation, report);
    if (id === null) return;
    const row = operation.kind === 'entry' ? operation.target.row : undefined;
    if (operation.kind === 'entry' && row) await nameRow(operation.target.kind, row, id, owed?.values ?? {});
    if (!owed) return;
    const { table, contactId, values } = owed;
    ports.log.finish([], equalIn(ports, table, contactId, new Map([[id, values]])));
  }

  /** An entry that HighLevel made of a row and took in part only has its id all the same. Nothing is agreed on. */
  async function nameMade(operation: EntryOperation, { left }: Report, owed: Owed | undefined): Promise<void> {
    if (operation.kind !== 'entry' || operation.target.entryId !== null || !operation.target.row) return;
    const rest = left.find((one) => one.kind === 'entry' && one.target.entryId !== null);
    if (rest?.kind === 'entry' && rest.target.entryId !== null)
      await nameRow(operation.target.kind, operation.target.row, rest.target.entryId, owed?.values ?? {});
  }

  async function nameRow(kind: EntryKind, { rowId, linked }: TypedRow, id: string, values: EntryValues) {
    const table = await ports.entries(kind);
    if (!table) return;
    memory.noteMade(table, rowId, { id, values });
    const change = { contact: linked, add: [], update: [{ rowId, values: {}, id }], remove: [] };
    const [refusal] = await table.write([change], ports.describe({ kind: 'entries', of: kind }));
    if (refusal) throw refusal.error;
  }

  return {
    async read(kind) {
      const table = await ports.entries(kind);
      return table && readTable(memory, table);
    },
    compare,
    sync,
    carryOut,
    ended: async (operation, report) => {
      if (!pending.has(operation.id)) await end(operation, report);
    },
    async takeHighLevels(contact, kind, entryId) {
      const table = await ports.entries(kind);
      if (!table) return;
      const snapshot = await readTable(memory, table);
      const row = snapshot.content.rows.find(({ id }) => id === entryId);
      if (!row) return;
      await ports.base.load([contact.contactId]);
      // Agreed on as it stands in the grid, HighLevel's value is the newer one and flows there.
      ports.log.finish([], equalIn(ports, table, contact.contactId, new Map([[entryId, row.values]])));
      const report = await compare(contact, [snapshot]);
      if (report) await carryOut(report);
    },
    forgetRefusals: memory.forgetActed,
  };
}

function entryIdOf(operation: EntryOperation, { after }: Report): string | null {
  if (operation.kind === 'tick') return operation.target.taskId;
  return (after as EntryNow | null)?.entry?.id ?? null;
}

/** Was something sent to make an entry, and no answer came? */
const isUnsure = ({ left }: Report) =>
  left.some((one) => one.kind === 'entry' && one.target.entryId === null && one.progress !== null);
