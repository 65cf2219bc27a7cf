import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Api } from '../../../highlevel/client.ts';
import type { EntryKind } from '../../../sync/entries.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Access } from '../connecting/session.ts';
import type { EntryTables } from '../entry-tables/entry-tables.ts';
import { lazy } from '../lazy.ts';
import type { Notices } from '../notices.ts';
import type { Outbox } from '../outbox.ts';
import type { Cache } from '../reading/cache.ts';
import type { Directory } from '../reading/directory.ts';
import type { Records } from '../reading/records.ts';
import type { LateSyncing } from '../syncing/late-syncing.ts';
import type { TakeBack } from '../take-back.ts';
import type { History } from '../undo.ts';
import type { EntryWork } from '../views/entries.ts';
import type { EntryTableSettings } from '../views/entry-tables.ts';
import type { Writing } from '../writing/entry-work.ts';
import { createTasks, type Tasks } from './tasks.ts';
import type { Overlay } from './timeline.ts';

interface EntryStoresOptions {
  api: () => Promise<Api>;
  section: Section;
  outbox: Outbox;
  records: Cache<Records>;
  directory: Directory;
  notices: Notices;
  history: History;
  takeBack: TakeBack;
  access: Access;
  syncing: LateSyncing;
  now: ReadonlySignal<number>;
  /** The row under the cursor when it is linked to a contact. */
  row: ReadonlySignal<Row | null>;
  readOnly: ReadonlySignal<boolean>;
  online: ReadonlySignal<boolean>;
  describe: (kind: EntryKind) => string;
}

/** All about tasks, notes and appointments: ticks, whatever else is written, and the document's tables of them. */
export interface EntryStores {
  readonly tasks: Tasks;
  /** How the timeline shows what is on its way; `null` while there is nothing. */
  readonly overlay: ReadonlySignal<Overlay | null>;
  /** What writes entries; its code is loaded when a person first writes. */
  work(): Promise<EntryWork>;
  /** The settings of the entry tables; the same each time. */
  settings(): Promise<EntryTableSettings>;
  dispose(): void;
}

/** Joins the stores of entries to each other. */
export function createEntryStores(options: EntryStoresOptions): EntryStores {
  const { section, outbox, records, directory, row, readOnly, syncing } = options;
  const hasEntries = computed(() => [...outbox.all.value.values()].some(({ kind }) => kind === 'entry'));
  const writing = signal<Writing | null>(null);
  let isDisposed = false;
  let tables: EntryTables | null = null;

  const openWriting = lazy(async () => {
    const [{ createWriting }, api] = await Promise.all([import('../writing/entry-work.ts'), options.api()]);
    writing.value = createWriting({
      api,
      outbox,
      records,
      now: options.now,
      contactId: computed(() => row.value?.contactId ?? ''),
      isReadOnly: () => readOnly.peek(),
      calendars: () => directory.calendars.peek(),
      onDiscard: (draft) => tables?.onDiscard(draft),
    });
    return writing.value;
  });

  const openTables = lazy(async () => {
    const [{ createEntryTables }, { engine }] = await Promise.all([
      import('../entry-tables/entry-tables.ts'),
      syncing.open(),
    ]);
    const opened = createEntryTables({
      section,
      ports: engine.ports,
      outbox,
      records,
      row,
      mayWrite: computed(() => !readOnly.value && options.online.value),
      isOwner: () => options.access.role.peek() === 'owner',
    });
    if (isDisposed) opened.dispose();
    else tables = opened;
    return opened;
  });

  const stops = [
    effect(() => {
      // Entries that an earlier page left are shown as what they are.
      if (hasEntries.value) untracked(() => void openWriting().catch(() => {}));
    }),
    effect(() => {
      // The code is loaded when there is something to compare: after the first paint, and only where there are such tables.
      if (Object.keys(section.options.value.mirrors ?? {}).length === 0 || row.value === null) return;
      const shown = records.peek(row.value.contactId);
      if (shown?.contact.state.value.data) untracked(() => void openTables().catch(() => {}));
    }),
  ];

  return {
    tasks: createTasks(options),
    overlay: computed(() => (hasEntries.value ? (writing.value?.overlay ?? null) : null)),
    work: async () => (await openWriting()).work,
    settings: lazy(async () => {
      const { createEntryTableSettings } = await import('../entry-tables/settings.ts');
      return createEntryTableSettings({ section, entryTables: openTables, describe: options.describe });
    }),
    dispose: () => {
      isDisposed = true;
      for (const stop of stops) stop();
      tables?.dispose();
    },
  };
}
