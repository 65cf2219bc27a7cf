import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { rowNames } from '../../../engine/base.ts';
import { readField } from '../../../engine/contact-values.ts';
import type { Report } from '../../../engine/execute.ts';
import type { ContactAndRow } from '../../../engine/kinds/field.ts';
import { syncContact } from '../../../engine/sync-contact.ts';
import type { ChoiceLooks } from '../../../grist/choices.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import type { ActivityVerbs } from '../../../panel-api/activity.ts';
import type { Values } from '../../../sync/cells.ts';
import { planContact, type RowPlan } from '../../../sync/plan.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Edits } from '../fields/edits.ts';
import { lazy } from '../lazy.ts';
import type { AnnounceGridSent } from '../operation-notices.ts';
import type { Outbox } from '../outbox.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { Asks } from '../views/fields.ts';
import type { Choice, ConflictView, Standing } from '../views/sync.ts';
import { giveToGrist, giveToHighLevel } from './choices.ts';
import { createConflicts } from './conflicts.ts';
import { decideAlways } from './decide-always.ts';
import { createEngine, type EngineOptions, type PanelEngine } from './engine.ts';
import type { Subscribe } from './event-stream.ts';
import { createFilledCells } from './filled-cells.ts';
import { createFlows } from './flows.ts';
import { createManyRows } from './many-rows.ts';
import { createOwnEvents } from './own-events.ts';
import { createShownBase } from './shown-base.ts';
import { standingsIn } from './standings.ts';
import { createTable, type Table } from './table.ts';
import type { TableSync } from './table-sync.ts';

/** What keeps both sides of the shown row equal, and shows where only a person can. */
export interface Syncing {
  readonly conflicts: ReadonlySignal<ReadonlyMap<FieldRef, ConflictView>>;
  /** Fields of the shown contact that flow from one side to the other now. */
  readonly flowing: ReadonlySignal<ReadonlySet<FieldRef>>;
  /** Fields of which a change of the grid waits for a person, and why. */
  readonly asks: ReadonlySignal<ReadonlyMap<FieldRef, Asks>>;
  readonly standings: ReadonlySignal<ReadonlyMap<FieldRef, Standing>>;
  readonly looks: ReadonlySignal<ReadonlyMap<FieldRef, ChoiceLooks>>;
  readonly engine: PanelEngine;
  readonly table: Table;
  /** The shown row in the terms of fields; `null` also until its columns are known. */
  readonly row: ReadonlySignal<Row | null>;
  /** Both sides of the shown row were compared, and what is equal was agreed on: from now on a change of the grid is an edit. */
  readonly isSettled: ReadonlySignal<boolean>;
  /** Any field of a contact as text. */
  read(contact: Contact, field: FieldRef): string;
  /** With `always` the column keeps deciding so. */
  resolve(field: FieldRef, choice: Choice, always: boolean): void;
  defer(field: FieldRef): void;
  /** Returns the same each time. */
  tableSync(): Promise<TableSync>;
  dispose(): void;
}

/** What the panel hands over. */
export interface SyncingOptions extends Omit<EngineOptions, 'table' | 'onBase' | 'section'> {
  section: Section;
  activity: ActivityVerbs;
  onGridSent: AnnounceGridSent;
  /** The proxy's events; absent where there is no proxy. */
  subscribe?: Subscribe | undefined;
  traits: (field: FieldRef) => FieldTraits;
  definitions: Parameters<typeof createTable>[0]['definitions'];
  country: Parameters<typeof createTable>[0]['country'];
  same: (field: FieldRef, left: string, right: string) => boolean;
  /** What HighLevel calls a custom field; `null` when it has none, or has not said so yet. Reads a signal. */
  labelOf: (field: FieldRef) => string | null;
  users: Parameters<typeof createTable>[0]['users'];
  businesses: Parameters<typeof createTable>[0]['businesses'];
  records: Cache<Records>;
  outbox: Outbox;
  edits: Edits;
  /** The linked row under the cursor, and its contact as HighLevel has it. */
  row: ReadonlySignal<Row | null>;
  contact: ReadonlySignal<Contact | undefined>;
  online: ReadonlySignal<boolean>;
  readOnly: ReadonlySignal<boolean>;
  /** May anything be written now: the person may, the network is there, nothing is still being read? */
  mayWrite: ReadonlySignal<boolean>;
}

const nothing: RowPlan['fields'] = new Map();
const noStandings: ReadonlyMap<FieldRef, Standing> = new Map();

/** Starts to compare whatever is shown. */
export function createSyncing(options: SyncingOptions): Syncing {
  const { section, contact, outbox, edits, same, labelOf, mayWrite, online, activity } = options;
  /** Names this page to the leases. */
  const holder = crypto.randomUUID();
  const table = createTable(options);
  const { rules, context, row } = table;
  const automatic = computed(() => section.options.value.sync?.automatic ?? true);
  const ownEvents = createOwnEvents();
  const baseChanges = signal(0);
  const engine = createEngine({
    ...options,
    state: ownEvents.watch(options.state),
    table,
    onBase: () => {
      baseChanges.value = baseChanges.peek() + 1;
    },
  });
  const { ports } = engine;
  const read = (of: Contact, field: FieldRef) => readField(of, field, options.customFields());

  const shownId = computed(() => contact.value?.id ?? '');
  const shown = createShownBase({
    row: computed(() => (row.value?.contactId === shownId.value ? row.value : null)),
    base: ports.base,
    changes: baseChanges,
    online,
  });
  const highlevel = computed((): Values => {
    const there = contact.value;
    return there ? Object.fromEntries([...table.fits.value.keys()].map((field) => [field, read(there, field)])) : {};
  });
  /** What is to become of each field of the shown row. A field that a person is at work on is left to them. */
  const plan = computed((): RowPlan['fields'] => {
    const [raw, agreed] = [options.row.value, shown.agreed.value];
    if (!raw || !agreed || contact.value?.id !== raw.contactId) return nothing;
    const base = Object.fromEntries([...agreed].map(([field, { value }]) => [field, value]));
    const sides = { rowId: raw.rowId, cells: raw.values, base, agreedElsewhere: shown.agreedElsewhere.value };
    const busy = new Set(edits.of(raw.contactId).keys());
    const [own] = planContact([sides], highlevel.value, rules.value, context.value, busy);
    return own?.fields ?? nothing;
  });

  const isSettled = computed(() => {
    if (!row.value) return false;
    const agreed = shown.agreed.value;
    const isAgreed = [...plan.value].every(([field, { kind }]) => kind !== 'same' || agreed?.has(field));
    return !mayWrite.value || (agreed !== undefined && isAgreed);
  });

  const manyRows = createManyRows({ section, row: options.row });
  const filledCells = createFilledCells(options.row);
  const held = computed(() => new Set([...manyRows.held.value, ...filledCells.held.value]));
  const isSending = () => automatic.peek() && [...plan.peek().values()].some(({ kind }) => kind === 'to-highlevel');
  const sync = async (of: Row) => {
    if (isSending()) await manyRows.look();
    return outbox.run(of.contactId, () =>
      syncContact(
        ports,
        { contactId: of.contactId, rowIds: [of.rowId] },
        {
          holder,
          sends: automatic.peek(),
          busy: (contactId) =>
            new Set([...edits.peekAll(contactId).keys(), ...manyRows.heldOf(of.rowId), ...held.peek()]),
          carry: async (op, known) => {
            filledCells.note(op);
            const report = (await outbox.carry(op, { known })) as Report<ContactAndRow>;
            if (op.origin === 'grid') options.onGridSent(report as Report);
            return report;
          },
        },
      ),
    );
  };
  const { flowing, stop: stopFlows } = createFlows({
    row,
    plan,
    base: shown,
    edits,
    same,
    sync,
    automatic,
    mayWrite,
    held,
    onEqual: (of, values) => ports.log.finish([], [{ contactId: of.contactId, values: rowNames(of, values) }]),
  });
  const conflicts = createConflicts({ row, plan, base: shown, same, activity });
  const stops = [table.stop, shown.stop, conflicts.stop, stopFlows, manyRows.stop, engine.dispose];
  let isDisposed = false;
  let opened: TableSync | null = null;

  const tableSync = lazy(async () => {
    const { createTableSync } = await import('./table-sync.ts');
    opened = createTableSync({
      ports,
      holder,
      table,
      outbox,
      edits,
      activity,
      shownId,
      labelOf,
      traits: options.traits,
      nameOf: (userId) => options.users.peek().find(({ id }) => id === userId)?.name ?? '',
      canWrite: computed(() => online.value && !options.readOnly.value),
      section,
    });
    return opened;
  });

  /** Other people work in the document, too: their changes are followed while the page is visible. */
  async function follow(subscribe: Subscribe) {
    const [{ keepSubscribed }, { createRemoteChanges }] = await Promise.all([
      import('./event-stream.ts'),
      import('./remote-changes.ts'),
    ]);
    if (isDisposed) return;
    const changes = createRemoteChanges({
      ownEvents,
      activity,
      records: options.records,
      shownId: () => shownId.peek(),
      onAgreed: shown.load,
      onActivity: (contactId) => {
        if (contactId === shownId.peek()) conflicts.look();
        opened?.onActivity(contactId);
      },
    });
    const catchUp = () => {
      shown.load();
      void options.records.peek(shownId.peek())?.contact.load();
    };
    const stop = keepSubscribed({ subscribe, online, onEvent: changes.onEvent, onGap: catchUp });
    stops.push(stop, changes.stop);
  }
  if (options.subscribe) follow(options.subscribe).catch(() => {});

  return {
    conflicts: conflicts.conflicts,
    flowing,
    isSettled,
    asks: computed(
      () =>
        new Map(
          [...plan.value].flatMap(([field, one]): [FieldRef, Asks][] => {
            if (one.kind === 'differs') return one.isDoubtful ? [[field, 'doubtful']] : [];
            if (one.kind !== 'to-highlevel' || flowing.value.has(field) || !mayWrite.value) return [];
            return [[field, manyRows.held.value.has(field) ? 'many-rows' : 'by-setting']];
          }),
        ),
    ),
    standings: computed(() => {
      const cells = row.value ? options.row.value?.values : undefined;
      if (!cells || !contact.value) return noStandings;
      return standingsIn(table.fits.value, { cells, highlevel: highlevel.value, plan: plan.value }, context.value);
    }),
    looks: table.looks,
    engine,
    table,
    row,
    read,
    resolve(field, choice, always) {
      const [shownRow, there] = [row.peek(), contact.peek()];
      const cell = shownRow?.values[field];
      if (!shownRow || !there || cell === undefined || !mayWrite.peek()) return;
      if (always && choice !== 'before') decideAlways(section, field, choice);
      const highlevel = read(there, field);
      if (choice === 'highlevel') {
        void giveToGrist({ ports, outbox }, shownRow, field, { cell, highlevel }).catch(() => {});
        return;
      }
      const text = choice === 'grist' ? cell : conflicts.conflicts.peek().get(field)?.before?.value;
      if (text !== undefined) void outbox.send(giveToHighLevel(shownRow, field, text, { cell, highlevel }));
    },
    defer: conflicts.defer,
    tableSync,
    dispose: () => {
      isDisposed = true;
      opened?.dispose();
      for (const stop of stops) stop();
    },
  };
}
