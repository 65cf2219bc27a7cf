import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { Api } from '../../../highlevel/client.ts';
import type { EntryKind } from '../../../sync/entries.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Calls } from '../connecting/calls.ts';
import type { Access } from '../connecting/session.ts';
import type { Journal } from '../journal.ts';
import type { Keeper } from '../keeping/keeper.ts';
import { once } from '../lazy.ts';
import type { Mirroring } from '../mirroring/start.ts';
import type { Notices } from '../notices.ts';
import type { Cache } from '../reading/cache.ts';
import type { Directory } from '../reading/directory.ts';
import type { Records } from '../reading/records.ts';
import type { SyncParts } from '../syncing/parts.ts';
import type { History } from '../undo.ts';
import type { MirrorTables } from '../views/mirror.ts';
import { createLateWriting, type LateWriting } from '../writing/late-writing.ts';
import { createTasks, type Tasks } from './tasks.ts';

/** What is done to the document for an entry, to be put in words for Grist's activity log. */
export type EntryAct = { kind: 'task'; completed: boolean } | { kind: 'mirror'; of: EntryKind };

export interface EntryWorkOptions {
  calls: Calls;
  api: () => Promise<Api>;
  section: Section;
  records: Cache<Records>;
  directory: Directory;
  notices: Notices;
  history: History;
  journal: Journal;
  keeper: Keeper;
  access: Access;
  syncParts: () => Promise<SyncParts>;
  now: ReadonlySignal<number>;
  /** The row under the cursor when it is linked to a contact. */
  row: ReadonlySignal<Row | null>;
  readOnly: ReadonlySignal<boolean>;
  online: ReadonlySignal<boolean>;
  describe: (act: EntryAct) => string;
}

/** All about tasks, notes and appointments: ticks, whatever else is written, and the tables that mirror them. */
export interface EntryStores {
  readonly tasks: Tasks;
  readonly writing: LateWriting;
  /** Answers the same store each time. */
  mirrorTables(): Promise<MirrorTables>;
  dispose(): void;
}

/** Joins the stores of entries to each other. */
export function createEntryStores(options: EntryWorkOptions): EntryStores {
  const { calls, section, records, directory, notices, history, journal, keeper, row, readOnly, describe } = options;
  let isOver = false;
  let loaded: Mirroring | null = null;

  const tasks = createTasks({
    ...{ calls, section, records, notices, history, journal },
    describe: (completed) => describe({ kind: 'task', completed }),
    onChange: keeper.keepTicks,
  });
  const writing = createLateWriting({
    onChange: keeper.keepEntries,
    start: async (drafts) => {
      const [{ createWriting }, api] = await Promise.all([import('../writing/start.ts'), options.api()]);
      return createWriting({
        ...{ api, drafts, records, notices, history, journal, now: options.now },
        contactId: computed(() => row.value?.contactId ?? ''),
        isReadOnly: () => readOnly.peek(),
        whole: section.whole,
        calendars: () => directory.calendars.peek(),
        locationId: options.access.locationId,
        onSent: ({ draft, after }) => loaded?.onSent(draft, after?.id ?? null),
        onDiscarded: (draft) => loaded?.onDiscarded(draft),
      });
    },
  });
  const startMirroring = once(async () => {
    const [{ createMirroring }, started, { verbs }] = await Promise.all([
      import('../mirroring/start.ts'),
      writing.open(),
      options.syncParts(),
    ]);
    const mirroring = createMirroring({
      ...{ section, records, directory, tasks, row, journal, writing: started, kinds: started.kinds, base: verbs.base },
      drafts: writing.drafts.all,
      mayWrite: computed(() => !readOnly.value && options.online.value),
      describe: (of) => describe({ kind: 'mirror', of }),
    });
    if (isOver) mirroring.dispose();
    else loaded = mirroring;
    return mirroring;
  });

  const stop = effect(() => {
    // The code is fetched when there is something to compare: after the first paint, and only where tables are mirrored.
    if (Object.keys(section.options.value.mirrors ?? {}).length === 0 || row.value === null) return;
    const shown = records.peek(row.value.contactId);
    if (shown?.contact.state.value.data) untracked(() => void startMirroring().catch(() => {}));
  });

  return {
    tasks,
    writing,
    mirrorTables: once(async () => {
      const { createMirrorTables } = await import('../mirroring/tables.ts');
      const describeTable = (of: EntryKind) => describe({ kind: 'mirror', of });
      return createMirrorTables({ section, mirroring: startMirroring, describe: describeTable });
    }),
    dispose: () => {
      isOver = true;
      stop();
      loaded?.dispose();
    },
  };
}
