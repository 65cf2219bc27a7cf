import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import { linkedContacts, type TableSnapshot } from '../../../engine/entries/look.ts';
import { createEntrySource, type EntrySource } from '../../../engine/entries/source.ts';
import { Refused } from '../../../engine/failure.ts';
import type { OperationOf } from '../../../engine/operation.ts';
import type { Ports } from '../../../engine/ports.ts';
import { createEntrySync, type EntrySync } from '../../../engine/sync-entries.ts';
import { type EntryKind, entryKinds } from '../../../sync/entries.ts';
import type { Row, Section } from '../../section/port.ts';
import { createKeyedQueue } from '../keyed-queue.ts';
import type { Outbox } from '../outbox.ts';
import type { Cache } from '../reading/cache.ts';
import { entriesIn, type Records } from '../reading/records.ts';
import { pollTables } from './poll.ts';

interface EntryTablesOptions {
  section: Pick<Section, 'options'>;
  ports: Ports;
  outbox: Outbox;
  records: Cache<Records>;
  /** The linked row under the cursor. */
  row: ReadonlySignal<Row | null>;
  mayWrite: ReadonlySignal<boolean>;
  /** Does this person own the document, so that no access rule hides rows from them? */
  isOwner: () => boolean;
}

/** Keeps the document's entry tables and HighLevel equal while the panel is open. */
export interface EntryTables {
  readonly ports: Ports;
  readonly sync: EntrySync;
  /** Names this page to the leases. */
  readonly holder: string;
  /** Takes HighLevel's values in place of those of the grid that a draft holds. To be called before the draft is dropped. */
  onDiscard(draft: OperationOf<'entry'>): void;
  dispose(): void;
}

/** What the panel knows of entries, ready for the engine. */
function sourceOf(records: Cache<Records>): EntrySource {
  return {
    known(kind, contactId) {
      const known = records.peek(contactId);
      const { data, error, loading } = known ? entriesIn(known, kind).state.peek() : {};
      return data && !error && !loading ? data : null;
    },
    async read(kind, contactId) {
      const part = entriesIn(records.open(contactId), kind);
      // What is being read already was sent for too early: the base may be newer than that.
      if (part.state.peek().loading) await part.load();
      await part.load();
      const { error } = part.state.peek();
      if (error) throw new Refused(error);
    },
  };
}

/** Contacts that are looked at together. */
const pageSize = 100;

/** Calls the engine when the shown row, what is known of its entries, or the rows of the tables change. */
export function createEntryTables(options: EntryTablesOptions): EntryTables {
  const { section, ports, outbox, records, row, mayWrite, isOwner } = options;
  const holder = crypto.randomUUID();
  const queue = createKeyedQueue();
  const sync = createEntrySync(ports, {
    holder,
    source: sourceOf(records),
    operations: () => outbox.all.peek().values(),
    carry: (operation) => outbox.send(operation),
    show: outbox.put,
    seesAll: isOwner,
  });
  outbox.onEnd((operation, report) => {
    const isOurs = operation.kind === 'entry' || operation.kind === 'tick';
    if (isOurs && operation.origin === 'mirror') void sync.ended(operation, report);
  });
  const kinds = computed(() => entryKinds.filter((kind) => section.options.value.mirrors?.[kind]));

  /** What cannot be read or written now is looked at again with the next poll. */
  const look = (
    { contactId, rowId }: Pick<Row, 'contactId' | 'rowId'>,
    read: () => Promise<readonly TableSnapshot[]>,
  ) =>
    queue
      .run(contactId, async () => {
        if (!mayWrite.peek()) return;
        const report = await sync.compare({ contactId, rowIds: [rowId] }, await read());
        if (report) void sync.carryOut(report);
      })
      .catch(() => {});

  /** Rows of contacts that are not shown were changed in the grid. */
  async function lookAtOthers(kind: EntryKind, changed: ReadonlySet<number | string>) {
    const [rowIds, contactIds] = [
      [...changed].filter(isNumber),
      [...changed].filter((id) => !isNumber(id)).map(String),
    ];
    const rows = [
      ...(rowIds.length > 0 ? await ports.contacts.rows({ rowIds }) : []),
      ...(contactIds.length > 0 ? await ports.contacts.rows({ contactIds }) : []),
    ];
    const others = linkedContacts(
      rows.filter(({ contactId }) => contactId !== '' && contactId !== row.peek()?.contactId),
    );
    for (let at = 0; at < others.length && mayWrite.peek(); at += pageSize) {
      // What is known of contacts that were shown a while ago may be old.
      const source = createEntrySource(ports);
      const report = await sync.sync(others.slice(at, at + pageSize), { kinds: [kind], source });
      void sync.carryOut(report);
    }
  }

  const polls = pollTables({
    read: sync.read,
    isDue: () => mayWrite.peek() && row.peek() !== null,
    kinds: () => kinds.peek(),
    onRead(snapshots, changedIn) {
      const shown = row.peek();
      if (shown) void look(shown, async () => snapshots);
      for (const snapshot of snapshots) {
        const changed = changedIn(snapshot);
        for (const own of [shown?.rowId, shown?.contactId]) if (own !== undefined) changed.delete(own);
        const { kind } = snapshot.table;
        if (changed.size > 0) void queue.run('others', () => lookAtOthers(kind, changed)).catch(() => {});
      }
    },
  });

  const lookAtKind = (shown: Row, kind: EntryKind) =>
    void look(shown, async () => {
      const snapshot = await sync.read(kind);
      return snapshot ? [snapshot] : [];
    });

  const stops = entryKinds.map((kind) => {
    // When a change has ended its entry is looked at again.
    const isSending = computed(() =>
      [...outbox.all.value.values()].some(
        (one) =>
          one.status !== 'draft' &&
          ((one.kind === 'entry' && one.target.kind === kind) || (one.kind === 'tick' && kind === 'task')) &&
          !one.failure,
      ),
    );
    return effect(() => {
      const shown = row.value;
      if (!shown || !kinds.value.includes(kind) || !mayWrite.value) return;
      const { data } = entriesIn(records.open(shown.contactId), kind).state.value;
      if (data && !isSending.value) untracked(() => lookAtKind(shown, kind));
    });
  });
  const stopForgetting = effect(() => {
    // Another table or another right decides anew about what was refused.
    if (mayWrite.value && kinds.value.length > 0) sync.forgetRefusals();
  });

  return {
    ports,
    sync,
    holder,
    onDiscard({ origin, target: { contactId, kind, entryId } }) {
      const shown = row.peek();
      if (origin !== 'mirror' || entryId === null || shown?.contactId !== contactId) return;
      const contact = { contactId, rowIds: [shown.rowId] };
      void queue.run(contactId, () => sync.takeHighLevels(contact, kind, entryId)).catch(() => {});
    },
    dispose: () => {
      polls.stop();
      for (const stop of [...stops, stopForgetting]) stop();
    },
  };
}

const isNumber = (id: number | string): id is number => typeof id === 'number';
