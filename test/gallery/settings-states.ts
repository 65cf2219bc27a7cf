import { signal } from '@preact/signals';
import type { TableChoice } from '../../grist/structure.ts';
import type { ActivityEntry } from '../../panel-api/activity.ts';
import type { EntryKind } from '../../sync/entries.ts';
import type { DifferenceView, DriftView } from '../../widget/store/views/drift.ts';
import type { ActivityStore, BindingView } from '../../widget/store/views/sync.ts';
import { createFakePanel, type FakePanel } from '../helpers/fake-panel.ts';
import { environment, now, row, tables } from '../helpers/fake-panel-data.ts';
import { fakeEntryTables } from '../helpers/fake-panel-entry-tables.ts';
import { fakeActivity, fakeDrift, fakeMapping } from '../helpers/fake-panel-sync.ts';

const unreachable = { side: 'highlevel', code: 'unreachable', retryable: true } as const;
const silent = () => () => {};

const at = (time: string) => new Date(`2026-${time}`).getTime();

const entry = (id: string, time: string, change: Partial<ActivityEntry>): ActivityEntry => ({
  ...{ id, at: at(time), contactId: row.contactId, label: '', from: '', to: '', reason: '', traceId: '' },
  ...{ person: { userId: 5, highlevelUserId: 'ama', name: 'Ama Boateng' }, act: 'field', what: 'city' },
  ...{ via: 'panel', result: 'saved' },
  ...change,
});

const log = signal([
  entry('e1', '11-20T14:12', { what: 'phone', from: '+442079460182', to: '+442079460199' }),
  entry('e2', '11-20T13:58', {
    ...{ what: 'custom:deal', from: '16000', to: '18400', via: 'conflict', result: 'conflict', reason: 'changed' },
    person: { userId: 6, highlevelUserId: 'ben', name: 'Ben Osei' },
  }),
  entry('e3', '11-20T11:40', { what: 'assignee', from: '', to: 'ben', via: 'highlevel' }),
  entry('e4', '11-19T17:22', { act: 'task', label: 'Send fabric samples', from: 'false', to: 'true' }),
  entry('e5', '11-19T09:02', {
    ...{ what: 'email', from: 'grace@kimani.example', to: 'grace@', result: 'refused', reason: 'invalid' },
    person: { userId: 9, highlevelUserId: null, name: null },
  }),
]);

export const logged = (): Promise<ActivityStore> => Promise.resolve({ ...fakeActivity(() => () => {}), entries: log });

const different = (rowId: number, name: string, change: Partial<DifferenceView>): DifferenceView => ({
  ...{ rowId, name, contactId: 'c', field: 'city', outcome: 'to-highlevel', grist: 'York', highlevel: 'Leeds' },
  ...{ label: null, kind: 'text', sendable: true, takeable: true, busy: false, failure: null },
  ...change,
});

const checked: Partial<DriftView> = {
  ...{ step: 'done', rows: 200, total: 200, done: 200, asOf: now, differing: 3, flowing: 2, unlinked: 12 },
  differences: [
    different(7, 'Grace Kimani', {}),
    different(7, 'Grace Kimani', {
      ...{ field: 'assignee', kind: 'user', grist: 'ben', highlevel: 'ama', outcome: 'conflict' },
    }),
    different(31, 'Joseph Kimani', {
      field: 'phone',
      kind: 'phone',
      grist: '',
      highlevel: '+442079460111',
      busy: true,
    }),
    different(118, '', {
      ...{ field: 'address1', outcome: 'differs', takeable: false, failure: { ...unreachable } },
      ...{ grist: '14 Riverside Walk, Flat 3, London SE1', highlevel: '14 Riverside Walk, London SE1 9PP' },
    }),
  ],
  gone: [{ rowId: 44, name: 'Lena Fischer' }],
  unread: [{ rowId: 45, name: 'Omar Haddad', failure: unreachable }],
};

const columns: readonly [label: string, type: string, field: BindingView['field'], change?: Partial<BindingView>][] = [
  ['Name', 'Text', 'name'],
  ['E-mail', 'Text', 'email', { transform: { kind: 'text', trim: true, letters: 'lower' } }],
  [
    'Phone',
    'Text',
    'phone',
    {
      ...{ direction: 'to-highlevel', transform: { kind: 'phone', country: 'GB', inGrist: 'national' } },
      preview: [{ text: '020 7946 0182', becomes: '+442079460182' }],
    },
  ],
  ['Company', 'Text', 'companyName', { direction: 'to-grist', fixed: 'only-reads' }],
  [
    'Stage',
    'Choice',
    'custom:stage',
    { fieldLabel: 'Stage', problems: [{ code: 'not-an-option', samples: ['On hold', 'Maybe'] }] },
  ],
  ['Renewal', 'Date', 'custom:renewal', { fieldLabel: 'Renewal', onConflict: 'grist' }],
];

const bindings = columns.map(
  ([columnLabel, columnType, field, change]): BindingView => ({
    ...{ colId: columnLabel, field, direction: 'both', transform: { kind: 'as-is' }, onConflict: 'ask' },
    ...{ columnLabel, columnType, fieldLabel: null, preview: [], problems: [], remedy: null, fixed: null },
    ...{ alternatives: [], isAmbiguous: false },
    ...change,
  }),
);

const entryKeys: Record<EntryKind, readonly string[]> = {
  task: ['id', 'contact', 'title', 'due', 'done', 'assignee'],
  note: ['id', 'contact', 'body', 'added', 'author'],
  appointment: ['id', 'contact', 'title', 'starts', 'ends', 'status'],
};

const placeOf = (kind: EntryKind, tableId: string) => ({
  [kind]: { tableId, columns: Object.fromEntries(entryKeys[kind].map((key) => [key, key])) },
});

const entryTables: readonly TableChoice[] = Object.entries({ Tasks: 'task', Notes: 'note' } as const).map(
  ([tableId, kind]) => ({
    tableId,
    columns: entryKeys[kind].map((key) => ({ colId: key, label: key, type: 'Text' })),
  }),
);

const settings =
  (change: Parameters<typeof createFakePanel>[0]) =>
  (language: string): FakePanel =>
    createFakePanel({
      environment: { ...environment, language, culture: language === 'en' ? 'en-GB' : language },
      screen: signal({ kind: 'settings' }),
      activity: logged,
      ...change,
    });

const settingsWith = (view: Partial<DriftView>) => settings({ differences: async () => fakeDrift(silent, view) });

/** Every state of the settings. Those of the check and the log are looked at on their tabs. */
export const settingsStates = {
  settings: settings({
    settings: {
      mapping: async () => ({
        ...fakeMapping(silent),
        bindings: signal(bindings),
        freeColumns: signal([{ colId: 'Birthday', label: 'Birthday', type: 'Date' }]),
        freeFields: signal([{ field: 'dateOfBirth', label: null }]),
      }),
      entryTables: async () =>
        fakeEntryTables(silent, {
          tables: signal([...tables.slice(0, 1), ...entryTables]),
          chosen: signal({ ...placeOf('task', 'Tasks'), ...placeOf('note', 'Notes') }),
          fill: signal({ done: 124, total: 200, failed: 0, running: true, failure: null }),
        }),
    },
  }),
  'settings-new': settings({
    settings: { tasksTable: signal({ tableId: 'Tasks', idColumn: 'Task_ID', doneColumn: 'Done' }) },
    activity: async () => fakeActivity(silent),
  }),
  checked: settingsWith(checked),
  checking: settingsWith({ step: 'checking', rows: 200, total: 200, done: 124 }),
  equal: settingsWith({ step: 'done', rows: 200, total: 200, done: 200, asOf: now }),
};
