import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Change } from '../../engine/ports.ts';
import type { Api } from '../../highlevel/client.ts';
import type { Row, Section } from '../section/port.ts';
import { announceChanges } from './announcer.ts';
import { createClock } from './clock.ts';
import type { Calls } from './connecting/calls.ts';
import { createNetwork } from './connecting/network.ts';
import type { Access } from './connecting/session.ts';
import { createLateContact } from './contact-work/late-contact.ts';
import { copyText } from './copy.ts';
import type { ContactCode } from './fields/contact-code.ts';
import { createEdits } from './fields/edits.ts';
import { createFieldTraits } from './fields/field-traits.ts';
import { createFieldWork } from './fields/field-work.ts';
import { lazy } from './lazy.ts';
import { createLateLinking } from './linking/late-linking.ts';
import { createNotices } from './notices.ts';
import { contactOf, createOutbox } from './outbox.ts';
import { persist } from './persistence/persistence.ts';
import { createDirectory } from './reading/directory.ts';
import { keepTrying } from './reading/keep-trying.ts';
import { prefetchLater } from './reading/late-prefetch.ts';
import { createLoader } from './reading/loader.ts';
import { createRecordsCache } from './reading/records.ts';
import { createSelection } from './reading/selection.ts';
import { showContact } from './reading/shown-contact.ts';
import { createMoves } from './rows/moves.ts';
import { chooseScreen } from './screen.ts';
import { createSettings } from './settings.ts';
import { chooseBanner, chooseStatus } from './status.ts';
import type { SyncChunk } from './syncing/chunk.ts';
import { createLateSyncing } from './syncing/late-syncing.ts';
import { createTakeBack } from './take-back.ts';
import { createEntryStores } from './timeline/entry-work.ts';
import { createTimeline } from './timeline/timeline.ts';
import { createTroubles } from './troubles.ts';
import { createHistory } from './undo.ts';
import type { Panel } from './view.ts';
import type { Connecting } from './views/connection.ts';

export interface PanelOptions {
  section: Section;
  calls: Calls;
  /** What compares and changes contacts, as soon as it is loaded. */
  code: ReadonlySignal<ContactCode | null>;
  access: Access;
  /** What Grist's own log says about a change of the document. */
  describe: (change: Change) => string;
  connecting: () => Promise<Connecting>;
  /** Loads what keeps both sides equal. */
  syncChunk: () => Promise<SyncChunk>;
  /** The connection itself, for stores whose code is loaded when it is needed. */
  api: () => Promise<Api>;
}

/** Joins the stores to the one thing that components see. */
export function createPanel(options: PanelOptions): Panel {
  const { section, calls, access, describe, api } = options;
  const { environment } = section;
  const clock = createClock();
  const network = createNetwork();
  const history = createHistory();
  const notices = createNotices(history);
  const selection = createSelection(section.state);
  const directory = createDirectory({ calls, access, timeZone: environment.timeZone });
  const outbox = createOutbox(async () => (await syncing.open()).engine.execute);
  const edits = createEdits(outbox);
  const readOnly = computed(() => environment.readOnly || access.role.value === 'viewer');
  const linkedRow = computed(() => (selection.contactId.value === '' ? null : selection.row.value));

  const records = createRecordsCache({
    calls,
    timeZone: directory.timeZone,
    isBusy: (contactId) =>
      contactId === selection.contactId.peek() ||
      [...outbox.all.peek().values()].some((operation) => contactOf(operation) === contactId),
  });
  const loader = createLoader({ selection, records, directory });
  const { contact, comparable: shownContact } = showContact(loader, linkedRow);

  const { traits, same, labelOf } = createFieldTraits(directory, options.code);
  const businesses = async () => (await contactWork()).businesses();
  const chunk = lazy(options.syncChunk);
  const takeBack = createTakeBack({ outbox, history, invert: async () => (await chunk()).invert });
  const syncing = createLateSyncing(async () =>
    (await chunk()).open({
      section,
      notices,
      history,
      takeBack,
      cursorId: selection.contactId,
      api,
      records,
      outbox,
      edits,
      directory,
      traits,
      same,
      labelOf,
      businesses,
      describe,
      readOnly,
      locationId: access.locationId,
      row: linkedRow,
      contact: shownContact,
      online: network.online,
      mayWrite: computed(() => !readOnly.value && network.online.value && !contact.value.loading),
    }),
  );
  const fields = createFieldWork({
    code: options.code,
    section,
    records,
    outbox,
    edits,
    directory,
    notices,
    syncing,
    traits,
    same,
    labelOf,
    readOnly,
    row: linkedRow,
    contact: shownContact,
  });
  const entries = createEntryStores({
    api,
    section,
    outbox,
    records,
    directory,
    notices,
    history,
    takeBack,
    access,
    syncing,
    readOnly,
    now: clock.now,
    row: linkedRow,
    online: network.online,
    describe: (of) => describe({ kind: 'entries', of }),
  });
  const contactWork = createLateContact({
    api,
    section,
    outbox,
    records,
    locationId: access.locationId,
    row: linkedRow,
    contact: shownContact,
    isReadOnly: () => readOnly.peek(),
  });
  const timeline = createTimeline({
    records: loader.current,
    tasks: entries.tasks,
    row: linkedRow,
    readOnly,
    overlay: entries.overlay,
    now: clock.now,
    timeZone: environment.timeZone,
  });
  const settings = createSettings(section, {
    entryTables: entries.settings,
    mapping: lazy(async () => {
      const { createMapping } = await import('./syncing/mapping.ts');
      return createMapping({ section, directory, table: (await syncing.open()).table });
    }),
    setup: lazy(async () => {
      const { createSetup } = await import('./setup/setup.ts');
      return createSetup({ section, directory });
    }),
  });
  const changing = signal<Row | null>(null);
  const screen = computed(() =>
    chooseScreen({
      section: section.state.value,
      contact: contact.value,
      settingsOpen: settings.isOpen.value,
      changing: changing.value,
    }),
  );
  const troubles = createTroubles({ current: loader.current, outbox, now: clock.now });

  const tableSync = async () => (await syncing.open()).tableSync();
  const facts = computed(() => ({
    online: network.online.value,
    readOnly: readOnly.value,
    isFollowing: section.isFollowing.value,
    fields: fields.shown.value,
    failedEntries: troubles.failedEntries.value,
    elsewhere: troubles.elsewhere.value,
    saving: troubles.saving.value,
    waiting: troubles.waiting.value,
    limitedUntil: troubles.limitedUntil.value,
    // Before both sides were compared a change of the grid is no edit yet: nothing is up to date.
    loading: troubles.loading.value || (shownContact.value !== undefined && !syncing.isSettled.value),
    asOf: contact.value.asOf,
    error: contact.value.error,
  }));

  const trying = keepTrying({ troubles, network, clock, outbox, load: loader.load });

  const moves = createMoves({ section, api, access, notices, row: selection.row, now: () => clock.now.peek() });

  let left = '';
  const stops = [
    effect(() => {
      const contactId = selection.contactId.value;
      untracked(() => fields.leave(left));
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
    effect(() => {
      // The code is loaded when there is a contact to compare: after the first paint.
      if (shownContact.value) untracked(() => void syncing.open().catch(() => {}));
    }),
    syncing.dispose,
    entries.dispose,
    trying.dispose,
    moves.dispose,
    prefetchLater({ section, selection, records, troubles, online: network.online, api, access }),
    persist(outbox, section),
    ...[clock, network, notices, selection, loader, settings].map(({ dispose }) => dispose),
  ];

  return {
    environment,
    now: clock.now,
    readOnly,
    screen,
    banner: computed(() => chooseBanner(facts.value)),
    status: computed(() => chooseStatus(facts.value)),
    notices,
    row: selection.row,
    moves,
    unsaved: {
      count: troubles.unsaved,
      load: lazy(async () => (await import('./unsaved.ts')).createUnsaved({ outbox, records, labelOf, traits })),
    },
    contact,
    fields,
    contactWork,
    timeline,
    entryWork: entries.work,
    directory,
    linking: {
      load: createLateLinking({
        section,
        directory,
        screen,
        outbox,
        api,
        table: async () => (await syncing.open()).table,
        locationId: access.locationId,
        isReadOnly: () => readOnly.peek(),
        onMade: ({ dispose }) => stops.push(dispose),
      }),
      idColumn: lazy(async () => {
        const { createIdColumn } = await import('./linking/id-column.ts');
        return createIdColumn({ section, outbox, row: selection.row, isReadOnly: () => readOnly.peek() });
      }),
      open: () => {
        changing.value = selection.row.peek();
      },
      close: () => {
        changing.value = null;
      },
    },
    connecting: options.connecting,
    settings,
    activity: async () => (await tableSync()).activity,
    history: async () => (await tableSync()).history,
    differences: async () => (await tableSync()).drift,
    refresh: () => {
      loader.load(true);
      trying.now();
    },
    copy: (text) => void copyText(text).then((copied) => copied && notices.show('copied')),
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}
