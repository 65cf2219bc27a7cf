import { computed, effect, signal, untracked } from '@preact/signals';
import type { Api } from '../../highlevel/client.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { Row, Section } from '../section/port.ts';
import { announceChanges } from './announcer.ts';
import { createClock } from './clock.ts';
import type { Calls } from './connecting/calls.ts';
import { createNetwork } from './connecting/network.ts';
import type { Access } from './connecting/session.ts';
import { createLateContact } from './contact-work/late-contact.ts';
import { copyText } from './copy.ts';
import { createEdits } from './fields/edits.ts';
import { createFieldWork } from './fields/field-work.ts';
import { createKeeper } from './keeping/keeper.ts';
import { createLateLinking } from './linking/late-linking.ts';
import { createNotices } from './notices.ts';
import { createDirectory } from './reading/directory.ts';
import { keepTrying } from './reading/keep-trying.ts';
import { prefetchLater } from './reading/late-prefetch.ts';
import { createLoader } from './reading/loader.ts';
import { createRecordsCache } from './reading/records.ts';
import { empty } from './reading/resource.ts';
import { createSelection } from './reading/selection.ts';
import { chooseScreen } from './screen.ts';
import { createSettings } from './settings.ts';
import { chooseBanner, chooseStatus } from './status.ts';
import type { SyncParts } from './syncing/parts.ts';
import { createEntryStores, type EntryAct } from './timeline/entry-work.ts';
import { createTimeline } from './timeline/timeline.ts';
import { createTroubles } from './troubles.ts';
import { createHistory } from './undo.ts';
import type { Panel } from './view.ts';
import type { Connecting } from './views/connection.ts';

/** What the panel does to the document, to be put in words for Grist's activity log. */
export type Act = { kind: 'field'; key: FieldRef } | EntryAct;

export interface PanelOptions {
  section: Section;
  calls: Calls;
  access: Access;
  describe: (act: Act) => string;
  connecting: () => Promise<Connecting>;
  /** Fetches what keeps both sides equal. */
  syncParts: () => Promise<SyncParts>;
  /** The connection itself, for stores whose code is fetched when it is needed. */
  api: () => Promise<Api>;
}

/** Joins the stores to the one thing that components see. */
export function createPanel(options: PanelOptions): Panel {
  const { section, calls, access, describe, connecting } = options;
  const { environment } = section;
  const clock = createClock();
  const network = createNetwork();
  const history = createHistory();
  const notices = createNotices(history);
  const keeper = createKeeper();
  const selection = createSelection(section.state);
  const directory = createDirectory({ calls, access, timeZone: environment.timeZone });
  const edits = createEdits(keeper.keep);
  const readOnly = computed(() => environment.readOnly || access.role.value === 'viewer');
  const linkedRow = computed(() => (selection.contactId.value === '' ? null : selection.row.value));

  const records = createRecordsCache({
    calls,
    timeZone: directory.timeZone,
    isBusy: (contactId) =>
      contactId === selection.contactId.peek() || edits.all.peek().has(contactId) || writing.isBusy(contactId),
  });
  const loader = createLoader({ selection, records, directory });
  const contact = computed(() => {
    const state = loader.current.value?.contact.state.value;
    // Where the cursor has just arrived nothing is asked yet, but it will be.
    return state?.data || state?.error ? state : { ...empty, loading: state !== undefined };
  });
  const businesses = async () => (await contactWork()).businesses();
  const work = createFieldWork({
    ...{ calls, section, records, edits, directory, notices, history, contact, readOnly },
    row: linkedRow,
    online: network.online,
    describe: (key) => describe({ kind: 'field', key }),
    businesses,
    syncParts: options.syncParts,
  });
  const { fields, saver, verbs: fieldVerbs } = work;
  const entries = createEntryStores({
    ...{ calls, section, records, directory, notices, history, keeper, access, describe, readOnly },
    ...{ api: options.api, syncParts: options.syncParts, journal: work.syncing.journal },
    ...{ now: clock.now, row: linkedRow, online: network.online },
  });
  const { tasks, writing } = entries;
  const contactWork = createLateContact({
    ...{ section, records, notices, history, api: options.api, locationId: access.locationId },
    journal: work.syncing.journal,
    row: linkedRow,
    contact: computed(() => contact.value.data),
    isReadOnly: () => readOnly.peek(),
    forget: (contactId) => {
      for (const key of edits.peekAll(contactId).keys())
        edits.set(contactId, key, { draft: undefined, save: undefined });
      writing.forget(contactId);
    },
  });
  const timeline = createTimeline({
    records: loader.current,
    wishes: tasks.wishes,
    overlay: writing.overlay,
    now: clock.now,
  });
  const settings = createSettings(section);
  const changing = signal<Row | null>(null);
  const screen = computed(() =>
    chooseScreen({
      section: section.state.value,
      contact: contact.value,
      settingsOpen: settings.isOpen.value,
      changing: changing.value,
    }),
  );
  const troubles = createTroubles({
    current: loader.current,
    edits,
    wishes: tasks.wishes,
    drafts: writing.drafts.all,
    now: clock.now,
  });

  const facts = computed(() => ({
    online: network.online.value,
    readOnly: readOnly.value,
    fields: fields.value,
    failedEntries: troubles.failedEntries.value,
    waiting: troubles.waiting.value,
    limitedUntil: troubles.limitedUntil.value,
    loading: troubles.loading.value,
    asOf: contact.value.asOf,
  }));

  const trying = keepTrying({
    ...{ troubles, network, clock, load: loader.load },
    senders: [fieldVerbs, tasks, writing],
  });

  let left = '';
  const stops = [
    effect(() => {
      const contactId = selection.contactId.value;
      untracked(() => fieldVerbs.leave(left));
      left = contactId;
    }),
    announceChanges({
      notices,
      contactId: selection.contactId,
      name: computed(() => contact.value.data?.name || linkedRow.value?.values.name || ''),
      timeline,
      network,
      waiting: troubles.waiting,
    }),
    work.dispose,
    entries.dispose,
    trying.dispose,
    prefetchLater({ section, selection, records, troubles, online: network.online, api: options.api }),
    keeper.takeUp({ section, edits, saver, tasks, writing }),
    ...[clock, network, notices, selection, loader, settings].map(({ dispose }) => dispose),
  ];

  return {
    environment,
    screen,
    now: clock.now,
    row: selection.row,
    contact,
    fields,
    moreFields: work.moreFields,
    timeline: timeline.view,
    users: directory.users,
    calendars: directory.calendars,
    customFields: directory.customFields,
    location: directory.location,
    readOnly,
    banner: computed(() => chooseBanner(facts.value)),
    status: computed(() => chooseStatus(facts.value)),
    toast: notices.toast,
    announcement: notices.announcement,
    kind: timeline.kind,
    openOnly: timeline.openOnly,
    search: timeline.search,
    saveField: fieldVerbs.save,
    keepDraft: fieldVerbs.keepDraft,
    retryField: fieldVerbs.retry,
    discardField: fieldVerbs.discard,
    overwriteField: fieldVerbs.overwrite,
    resolveConflict: work.resolveConflict,
    deferConflict: work.deferConflict,
    completeTask: (taskId, completed) => {
      const shown = linkedRow.peek();
      if (shown && !readOnly.peek()) tasks.complete(shown.contactId, taskId, completed);
    },
    retryTask: tasks.retry,
    undo: notices.undo,
    undoLast: history.undo,
    redoLast: history.redo,
    dismissToast: () => notices.dismiss(),
    holdToast: notices.hold,
    copy: (text) => {
      copyText(text).then((copied) => {
        if (copied) notices.show('copied');
      });
    },
    refresh: () => {
      loader.load(true);
      trying.now();
    },
    connecting,
    entryWork: writing.work,
    contactWork,
    linking: createLateLinking({
      ...{ section, calls, directory, screen, notices, history, api: options.api, locationId: access.locationId },
      businesses,
      journal: work.syncing.journal,
      isReadOnly: () => readOnly.peek(),
      onMade: ({ dispose }) => stops.push(dispose),
    }),
    openLinking: () => {
      changing.value = selection.row.peek();
    },
    closeLinking: () => {
      changing.value = null;
    },
    activity: work.activity,
    history: work.history,
    differences: work.differences,
    mapping: work.mapping,
    domain: settings.domain,
    chooseDomain: settings.chooseDomain,
    openSettings: settings.open,
    closeSettings: settings.close,
    mirrorTables: entries.mirrorTables,
    tasksTable: settings.tasksTable,
    tables: settings.tables,
    chooseTasksTable: settings.choose,
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}
