import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { GristCode } from '../../grist/doc.ts';
// Fetched late in a browser; here it is there before the clocks are stopped.
import '../../grist/entry-table.ts';
import type { ActivityLine } from '../../grist/log-table.ts';
import type { TableChoice } from '../../grist/structure.ts';
import { readContactId } from '../../sync/contact-id.ts';
import type { EntryKind } from '../../sync/entries.ts';
import { type FieldKey, fieldKeys } from '../../sync/fields.ts';
import type { FieldRef } from '../../sync/refs.ts';
import { createDocumentVerbs } from '../../widget/section/document.ts';
import type { AccessLevel, Environment, Row, Section, SectionState, WidgetOptions } from '../../widget/section/port.ts';
import { type FakeBundle, readBundle } from './fake-bundles.ts';
import { createFakeEntries, entryTableIds, type FakeEntries } from './fake-entries.ts';
import { readLog } from './fake-log.ts';
import { createFakePlugin } from './fake-plugin.ts';
import {
  colIdOf,
  contactIdColumn,
  contactsTable,
  createFakeTable,
  type FakeRow,
  type FakeTable,
} from './fake-table.ts';
import { createFakeTasks, tasksTable } from './fake-tasks.ts';
import { createGates } from './gates.ts';
import type { MemoryBundle } from './grist-memory/document.ts';

export interface FakeSectionOptions {
  /** One that other sections show too. */
  table?: FakeTable;
  rows?: Readonly<Record<number, FakeRow>>;
  mapped?: readonly FieldRef[];
  environment?: Partial<Environment>;
  level?: AccessLevel;
  tables?: readonly TableChoice[];
  docId?: string;
  /** Types of columns that are not text. */
  types?: Readonly<Partial<Record<FieldRef, string>>>;
  /** Fields whose column is a formula: it cannot be written. */
  computed?: readonly FieldKey[];
  /** Access rules hide which columns are formulas. */
  isStructureHidden?: boolean;
  /** Fields whose column an access rule closes. */
  closed?: readonly FieldKey[];
  /** What the first rows of a column hold. */
  columns?: Readonly<Partial<Record<FieldKey, readonly string[]>>>;
}

type Verb = 'writeRow' | 'linkRow' | 'tickTask' | 'accessToken' | 'rows' | 'activityTable';

export interface FakeSection {
  section: Section;
  /** Changes of rows that the panel made, oldest first. */
  readonly bundles: readonly FakeBundle[];
  readonly ticks: ReadonlyMap<string, boolean>;
  entryTables: FakeEntries & { readonly bundles: readonly MemoryBundle[] };
  /** What was copied of the panel's log. */
  readonly log: readonly ActivityLine[];
  row(rowId: number): FakeRow;
  /** Adds a row without a tick for a task to the document's Tasks table. */
  addTask(taskId: string): void;
  /** Moves the cursor: to a row, to the blank row, or to nothing. */
  select(rowId: number | 'new' | null): void;
  /** Shows a state that has nothing to do with the cursor. */
  show(state: SectionState): void;
  /** Another person gives a field's column another type. */
  retype(field: FieldRef, type: string): void;
  /** Another person changes a row in Grist. */
  change(rowId: number, change: Partial<FakeRow>): void;
  remove(rowId: number): void;
  /** Ctrl+Z in Grist. */
  undo(): void;
  /** The next call of a verb is refused. */
  refuse(verb: Verb, code: GristCode): void;
  /** Another person keeps other settings of the panel in the document. */
  setOptions(options: WidgetOptions): void;
  /** Nothing is refused any more. */
  allow(): void;
  /** Calls of a verb wait until the returned function is called. */
  hold(verb: Verb): () => void;
  /** "Open configuration" in Grist's creator panel. */
  askForSettings(): void;
}

const somewhere: Environment = {
  readOnly: false,
  language: 'en',
  culture: 'en-GB',
  timeZone: 'Europe/London',
  currency: 'EUR',
};

/** The Section port over a document in memory, through the widget's own code; a change of the document is seen at once. */
export function createFakeSection(options: FakeSectionOptions = {}): FakeSection {
  const table = options.table ?? createFakeTable(options.rows);
  const { document } = table;
  const tasks = createFakeTasks(document);
  const entryTables = createFakeEntries(document);
  const mapped = new Set<FieldRef>(options.mapped ?? fieldKeys);
  for (const field of mapped) table.hold(field);
  for (const [field, type] of Object.entries(options.types ?? {})) table.retype(field as FieldRef, type ?? 'Text');
  for (const field of options.computed ?? []) table.compute(field);
  const environment = { ...somewhere, ...options.environment };
  const own: MemoryBundle[] = [];
  const kept = signal<WidgetOptions>({});
  const asked = signal(0);
  const changes = signal(0);
  const level = options.level ?? 'full';
  const state = signal<SectionState>(level === 'full' ? { kind: 'booting' } : { kind: 'no-access', level });
  const { enter, refuse, allow, hold } = createGates<Verb>();
  let cursor: number | 'new' | null = null;

  const row = (rowId: number): FakeRow => table.rows.get(rowId) ?? { contactId: '', values: {} };

  /** What says nothing new keeps its identity, as in Grist. */
  function showCursor() {
    if (level !== 'full') return;
    const isThere = typeof cursor === 'number' && table.rows.has(cursor);
    const withoutRow = { kind: cursor === 'new' ? ('new-row' as const) : ('no-row' as const) };
    const next = isThere ? { kind: 'row' as const, row: asSeen(cursor as number) } : withoutRow;
    if (JSON.stringify(next) !== JSON.stringify(state.peek())) state.value = next;
  }

  /** Columns that are not mapped are not sent. */
  function asSeen(rowId: number): Row {
    const { contactId, values } = row(rowId);
    const visible = Object.fromEntries(Object.entries(values).filter(([key]) => mapped.has(key as FieldRef)));
    return { tableId: contactsTable, rowId, ...readContactId(contactId), values: visible };
  }

  const select = (rowId: number | 'new' | null) => {
    cursor = rowId;
    showCursor();
  };
  document.onChange(() => {
    showCursor();
    changes.value++;
  });

  const closed = new Set(options.closed?.map(colIdOf));
  const verbs = createDocumentVerbs({
    grist: createFakePlugin({
      document,
      tableId: contactsTable,
      rules: {
        isLocked: ({ tableId, colId }) => tableId === contactsTable && closed.has(colId),
        isClosed: (tableId) => options.isStructureHidden === true && tableId.startsWith('_grist'),
      },
      onBundle: (bundle) => own.push(bundle),
      setCursor: select,
    }),
    environment,
    state,
    options: computed(() => ({
      tasksTable,
      ...kept.value,
      ...(kept.value.mirrors && { mirrors: placesOf(kept.value.mirrors) }),
    })),
    columns: () => ({
      tableId: contactsTable,
      mapping: { ContactId: contactIdColumn },
      bound: new Map([...mapped].map((field) => [field, colIdOf(field)])),
    }),
  });

  const placesOf = (wanted: NonNullable<WidgetOptions['mirrors']>) =>
    Object.fromEntries((Object.keys(wanted) as EntryKind[]).map((kind) => [kind, entryTables.place(kind)]));

  const section: Section = {
    state: state as ReadonlySignal<SectionState>,
    environment,
    options: kept,
    mapped: computed(() => mapped),
    changes,
    settingsAsked: asked,
    isFollowing: signal(true),
    accessToken: async () => {
      await enter('accessToken');
      return { token: 'grist-token', docId: options.docId ?? 'doc1', origin: 'https://grist.test' };
    },
    docId: async () => options.docId ?? 'doc1',
    readRow: verbs.readRow,
    writeRow: async (...write) => {
      await enter('writeRow');
      return verbs.writeRow(...write);
    },
    linkRow: async (...link) => {
      await enter('linkRow');
      return verbs.linkRow(...link);
    },
    linkedRows: verbs.linkedRows,
    tasksTable: verbs.tasksTable,
    tickTask: async (...tick) => {
      await enter('tickTask');
      return verbs.tickTask(...tick);
    },
    tables: async () => options.tables ?? [],
    columns: async () =>
      (await verbs.columns()).map((column) => ({
        ...{ ...column, label: column.field ?? column.colId },
        samples: options.columns?.[column.field as FieldKey] ?? column.samples,
      })),
    whole: async () => ({
      ...verbs,
      rows: async () => {
        await enter('rows');
        return verbs.rows();
      },
      activityTable: async () => {
        await enter('activityTable');
        return verbs.activityTable();
      },
    }),
    contactTable: async () => {
      const contacts = await verbs.contactTable();
      return {
        ...contacts,
        rows: async (where) => {
          if (!where) await enter('rows');
          return contacts.rows(where);
        },
        write: async (...write) => {
          await enter('writeRow');
          return contacts.write(...write);
        },
        link: async (...link) => {
          await enter('linkRow');
          return contacts.link(...link);
        },
      };
    },
    entryTable: verbs.entryTable,
    setOptions: async (wanted) => {
      kept.value = wanted;
    },
  };

  const isOfEntries = ({ changes }: MemoryBundle) =>
    changes.some(({ tableId }) => Object.values(entryTableIds).includes(tableId));

  return {
    section,
    get bundles() {
      return own.flatMap((bundle) => readBundle(document, bundle, mapped));
    },
    get ticks() {
      return tasks.ticks();
    },
    get log() {
      return readLog(document);
    },
    entryTables: {
      ...entryTables,
      get bundles() {
        return own.filter(isOfEntries);
      },
    },
    row,
    addTask: tasks.add,
    select,
    show: (next) => {
      state.value = next;
    },
    retype: table.retype,
    change: table.write,
    remove: table.remove,
    undo: () => {
      const bundle = own.pop();
      if (bundle) document.undo(bundle);
    },
    refuse,
    setOptions: (wanted) => {
      kept.value = wanted;
    },
    allow,
    hold,
    askForSettings: () => void asked.value++,
  };
}
