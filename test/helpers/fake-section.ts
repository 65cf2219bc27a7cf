import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { GristError } from '../../grist/doc.ts';
import { toGristError } from '../../grist/errors.ts';
import { type FieldKey, fieldKeys } from '../../sync/fields.ts';
import type {
  AccessLevel,
  ActivityLine,
  Environment,
  GristCode,
  Row,
  Section,
  SectionState,
  TableChoice,
  TasksTable,
  WidgetOptions,
} from '../../widget/section/port.ts';
import { createFakeMirrors, type FakeMirrors, fakeMirrorVerbs } from './fake-mirror.ts';
import { contactTableOf, entryTableOf } from './fake-ports.ts';
import { createFakeTable, type FakeBundle, type FakeRow, type FakeTable } from './fake-table.ts';
import { fakeWhole } from './fake-whole.ts';

export interface FakeSectionOptions {
  /** One that other sections show too. */
  table?: FakeTable;
  rows?: Readonly<Record<number, FakeRow>>;
  mapped?: readonly FieldKey[];
  environment?: Partial<Environment>;
  level?: AccessLevel;
  tables?: readonly TableChoice[];
  docId?: string;
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
  bundles: readonly FakeBundle[];
  ticks: ReadonlyMap<string, boolean>;
  mirrors: FakeMirrors;
  /** What was copied of the panel's log. */
  log: readonly ActivityLine[];
  row(rowId: number): FakeRow;
  /** Adds a row without a tick for a task to the document's Tasks table. */
  addTask(taskId: string): void;
  /** Moves the cursor: to a row, to the blank row, or to nothing. */
  select(rowId: number | 'new' | null): void;
  /** Shows a state that has nothing to do with the cursor. */
  show(state: SectionState): void;
  /** Somebody changes a row in Grist. */
  change(rowId: number, change: Partial<FakeRow>): void;
  remove(rowId: number): void;
  /** Ctrl+Z in Grist. */
  undo(): void;
  /** The next call of a verb is refused. */
  refuse(verb: Verb, code: GristCode): void;
  /** Somebody keeps other settings of the panel in the document. */
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

const tasksTable: TasksTable = { tableId: 'Tasks', idColumn: 'HighLevel_ID', doneColumn: 'Done' };

/** The Section port over a small table in memory, with Grist's manners: what is unmapped is not written, a write comes back as a row. */
export function createFakeSection(options: FakeSectionOptions = {}): FakeSection {
  const table = options.table ?? createFakeTable(options.rows);
  const { rows, heard } = table;
  const ticks = new Map<string, boolean>();
  const mirrors = createFakeMirrors();
  const mapped = new Set<FieldKey>(options.mapped ?? fieldKeys);
  const environment = { ...somewhere, ...options.environment };
  const bundles: FakeBundle[] = [];
  const log: ActivityLine[] = [];
  const refusals: { verb: Verb; code: GristCode }[] = [];
  const gates = new Map<Verb, Promise<void>>();
  const kept = signal<WidgetOptions>({});
  const asked = signal(0);
  const level = options.level ?? 'full';
  const state = signal<SectionState>(level === 'full' ? { kind: 'booting' } : { kind: 'no-access', level });
  let cursor: number | 'new' | null = null;

  const row = (rowId: number): FakeRow => rows.get(rowId) ?? { contactId: '', values: {} };

  function showCursor() {
    if (level !== 'full') return;
    if (typeof cursor !== 'number' || !rows.has(cursor)) {
      state.value = { kind: cursor === 'new' ? 'new-row' : 'no-row' };
      return;
    }
    state.value = { kind: 'row', row: asSeen(cursor) };
  }

  /** Columns that are not mapped are not sent. */
  function asSeen(rowId: number): Row {
    const { contactId, values, tags = null } = row(rowId);
    const visible = Object.fromEntries(Object.entries(values).filter(([key]) => mapped.has(key as FieldKey)));
    return { tableId: 'Contacts', rowId, contactId, values: visible, tags };
  }

  /** Every verb answers later, after what holds it is released. */
  async function enter(verb: Verb) {
    await Promise.resolve();
    await gates.get(verb);
    const index = refusals.findIndex((refusal) => refusal.verb === verb);
    const [refusal] = index < 0 ? [] : refusals.splice(index, 1);
    if (refusal) throw new GristError(refusal.code, `refused: ${refusal.code}`);
    if (environment.readOnly && verb !== 'accessToken' && verb !== 'rows')
      throw new GristError('read-only', 'No write access');
  }

  function change(rowId: number, changed: Partial<FakeRow>) {
    const { values, ...rest } = { ...row(rowId), ...changed };
    rows.set(rowId, { ...rest, values: { ...row(rowId).values, ...values } });
    for (const hear of heard) hear();
  }

  heard.add(showCursor);

  const section: Section = {
    state: state as ReadonlySignal<SectionState>,
    environment,
    options: kept,
    mapped: computed(() => mapped),
    settingsAsked: asked,
    accessToken: async () => {
      await enter('accessToken');
      return { token: 'grist-token', docId: options.docId ?? 'doc1', origin: 'https://grist.test' };
    },
    docId: async () => options.docId ?? 'doc1',
    readRow: async (rowId) => {
      await Promise.resolve();
      return rows.has(rowId) ? asSeen(rowId) : null;
    },
    writeRow: async (rowId, contactId, values, description) => {
      await enter('writeRow');
      const written = Object.entries(values).filter(([key]) => mapped.has(key as FieldKey));
      if (written.length === 0) return;
      if (!rows.has(rowId) || row(rowId).contactId !== contactId) throw new GristError('row-gone', 'The row is gone');
      const isAny = (fields: readonly FieldKey[] = []) => written.some(([key]) => fields.includes(key as FieldKey));
      if (isAny(options.computed)) throw toGristError(new Error("Can't save value to formula column"));
      if (isAny(options.closed)) throw toGristError(new Error('Blocked by access rules'));
      bundles.push({ kind: 'row', rowId, values: Object.fromEntries(written), before: row(rowId).values, description });
      change(rowId, { values: Object.fromEntries(written) });
    },
    linkRow: async (rowId, expected, contactId, description) => {
      await enter('linkRow');
      if (!rows.has(rowId) || row(rowId).contactId !== expected) throw new GristError('row-gone', 'The row is gone');
      bundles.push({ kind: 'link', rowId, contactId, before: expected, description });
      change(rowId, { contactId });
    },
    linkedRows: async (contactIds) =>
      new Map(contactIds.map((id) => [id, [...rows].flatMap(([rowId, held]) => (held.contactId === id ? rowId : []))])),
    tasksTable: async () => (kept.value.tasksTable === undefined ? tasksTable : kept.value.tasksTable),
    tickTask: async (taskId, completed, description) => {
      await enter('tickTask');
      if (kept.value.tasksTable === null || !ticks.has(taskId)) return false;
      if (ticks.get(taskId) === completed) return true;
      bundles.push({ kind: 'tick', taskId, completed, description });
      ticks.set(taskId, completed);
      return true;
    },
    tables: async () => options.tables ?? [],
    columns: async () =>
      [...mapped].map((field) => ({
        ...{ colId: field, label: field, type: 'Text', field },
        samples: options.columns?.[field] ?? [],
      })),
    whole: fakeWhole({
      mirrors: fakeMirrorVerbs(mirrors, (kind) => kept.value.mirrors?.[kind] !== undefined),
      enter,
      log,
      rows: () => [...rows.keys()].map(asSeen),
      computed: new Set(options.isStructureHidden ? [] : options.computed),
      select: (rowId) => {
        cursor = rowId;
        showCursor();
      },
    }),
    contactTable: async () => contactTableOf(section, await section.whole()),
    entryTable: async (kind) => entryTableOf(await section.whole(), kind),
    setOptions: async (wanted) => {
      kept.value = wanted;
    },
  };

  return {
    log,
    section,
    bundles,
    ticks,
    mirrors,
    row,
    addTask: (taskId) => void ticks.set(taskId, false),
    select: (rowId) => {
      cursor = rowId;
      showCursor();
    },
    show: (next) => {
      state.value = next;
    },
    change,
    remove: (rowId) => {
      rows.delete(rowId);
      showCursor();
    },
    undo: () => {
      const bundle = bundles.pop();
      if (bundle?.kind === 'tick') ticks.set(bundle.taskId, !bundle.completed);
      if (bundle?.kind === 'link') change(bundle.rowId, { contactId: bundle.before });
      if (bundle?.kind === 'row') change(bundle.rowId, { values: bundle.before });
    },
    refuse: (verb, code) => void refusals.push({ verb, code }),
    setOptions: (wanted) => {
      kept.value = wanted;
    },
    allow: () => {
      refusals.length = 0;
    },
    hold: (verb) => {
      let release = () => {};
      const gate = new Promise<void>((resolve) => {
        release = resolve;
      });
      gates.set(verb, gate);
      return () => {
        gates.delete(verb);
        release();
      };
    },
    askForSettings: () => void asked.value++,
  };
}
