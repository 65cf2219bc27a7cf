import { signal } from '@preact/signals';
import type { Screen } from '../../widget/store/view.ts';
import type { ConflictView } from '../../widget/store/views/sync.ts';
import { createFakePanel, type FakePanel } from '../helpers/fake-panel.ts';
import { environment, fieldViews, note, now, row, task, timeline } from '../helpers/fake-panel-data.ts';
import { everyField } from './every-field.ts';
import { linkingStates } from './linking-states.ts';
import { logged, settingsStates } from './settings-states.ts';
import { setupStates } from './setup-states.ts';
import { writingStates } from './writing-states.ts';

type State = (language: string) => FakePanel;

const panelIn = (language: string, change: Parameters<typeof createFakePanel>[0] = {}) =>
  createFakePanel({
    environment: { ...environment, language, culture: language === 'en' ? 'en-GB' : language },
    ...change,
  });

const screen =
  (shown: Screen): State =>
  (language) =>
    panelIn(language, { screen: signal(shown) });

const unreachable = { side: 'highlevel', code: 'unreachable', retryable: true } as const;

const html = `<p>Met at the <b>autumn show</b>. <img src="https://pictures.example/stand.png" alt="stand"></p>
<ul><li>oak</li><li>grey linen</li></ul><p><a href="https://kimani-interiors.example">Her site</a></p>
<script>document.body.remove()</script>`;

/** Every state that a person can meet, by name. */
export const states: Record<string, State> = {
  contact: (language) => {
    const panel = panelIn(language);
    panel.setField('source', { mark: 'unsaved', draft: 'Word of mouth, Anna' });
    panel.setField('email', {
      mark: 'failed',
      draft: 'grace@',
      failure: { side: 'highlevel', code: 'invalid', retryable: false },
    });
    panel.setField('city', { mark: 'differs', inGrist: 'Leeds' });
    panel.setField('website', { mark: 'saving' });
    panel.setField('phone', {
      mark: 'failed',
      draft: '+442079460199',
      failure: { side: 'highlevel', code: 'changed', theirs: '+442079460111', retryable: true },
    });
    return panel;
  },
  walked: (language) => {
    const edit = { contactId: 'c2', failure: null, text: '' };
    const panel = panelIn(language, {
      moves: { place: signal({ row: 12, rows: 60, gridRow: 3 }), go: async () => {} },
      unsaved: {
        count: signal(3),
        load: async () => ({
          retry: () => {},
          list: signal([
            {
              ...edit,
              id: 'a',
              rowId: 21,
              name: 'Rhys Fletcher',
              subject: { kind: 'field', field: 'phone', label: null, holds: 'phone' },
              text: '07700 90014',
              state: 'failed',
              failure: { side: 'highlevel', code: 'invalid', retryable: false },
            },
            {
              ...edit,
              id: 'b',
              rowId: null,
              name: 'Ava Singh',
              subject: { kind: 'note' },
              state: 'waiting',
              failure: unreachable,
            },
            {
              ...edit,
              id: 'c',
              rowId: 4,
              name: 'Caio Rocha',
              subject: { kind: 'field', field: 'city', label: null, holds: 'text' },
              text: 'Recife',
              state: 'typed',
            },
          ]),
        }),
      },
    });
    panel.status.value = { kind: 'failed', count: 1 };
    return panel;
  },
  conflict: (language) => {
    const panel = panelIn(language);
    const at = new Date('2026-11-17T16:02').getTime();
    const conflict: ConflictView = {
      before: { value: '14 Riverside Walk, London SE1', at },
      grist: '14 Riverside Walk, Flat 3, London SE1',
      highlevel: '14 Riverside Walk, London SE1 9PP',
      ...{ gristBy: { name: 'Lena Fischer', at: at + 86_400_000 }, highlevelBy: null, deferred: false },
    };
    panel.status.value = { kind: 'conflicts', count: 1 };
    panel.setField('address1', { mark: 'conflict', conflict });
    return panel;
  },
  calm: (language) => panelIn(language),
  fields: (language) => {
    const panel = panelIn(language, everyField);
    const failure = { side: 'highlevel', code: 'invalid', retryable: false } as const;
    panel.setField('custom:c6', { mark: 'failed', draft: 'twelve', failure });
    panel.setField('custom:c2', { mark: 'differs', inGrist: 'Won' });
    panel.setField('custom:c1', { mark: 'saving' });
    return panel;
  },
  loading: (language) =>
    panelIn(language, {
      contact: signal({ data: undefined, loading: true, error: undefined, asOf: undefined }),
      fields: {
        shown: signal(
          fieldViews.map((field) => ({ ...field, value: row.values[field.key] ?? '', editable: 'loading' as const })),
        ),
      },
      timeline: { view: signal({ ...timeline, groups: [], total: 0, loading: true }) },
      status: signal({ kind: 'loading' }),
      directory: { users: signal(new Map()) },
    }),
  html: (language) =>
    panelIn(language, {
      timeline: {
        view: signal({
          ...timeline,
          groups: [{ kind: 'undated', day: null, entries: [note('n9', html, '11-19T10:00')] }],
        }),
      },
    }),
  'grid-asks': (language) => {
    const panel = panelIn(language, {});
    panel.setField('name', { mark: 'differs', asks: 'doubtful', inGrist: 'Grace called; wants an offer by Tuesday' });
    panel.setField('source', { mark: 'differs', asks: 'many-rows', inGrist: 'Fair' });
    panel.setField('city', { mark: 'differs', asks: 'by-setting', inGrist: 'Eldoret' });
    return panel;
  },
  'grid-sent': (language) =>
    panelIn(language, {
      notices: {
        toast: signal({
          ...{ id: 1, code: 'grid-sent', undoable: true },
          sent: { fields: [{ key: 'name', label: null }], of: '' },
        }),
      },
    }),
  toast: (language) =>
    panelIn(language, { notices: { toast: signal({ id: 1, code: 'task-completed', undoable: true }) } }),
  limited: (language) =>
    panelIn(language, {
      banner: signal({ kind: 'rate-limited', until: now + 24_000 }),
      status: signal({ kind: 'rate-limited', until: now + 24_000, asOf: now }),
    }),
  offline: (language) => {
    const panel = panelIn(language, {
      banner: signal({ kind: 'offline', waiting: 2 }),
      status: signal({ kind: 'offline', waiting: 2 }),
    });
    panel.setField('source', { mark: 'unsaved' });
    return panel;
  },
  viewer: (language) =>
    panelIn(language, {
      banner: signal({ kind: 'read-only' }),
      readOnly: signal(true),
      fields: { shown: signal(fieldViews.map((field) => ({ ...field, editable: 'read-only' as const }))) },
    }),
  empty: (language) =>
    panelIn(language, {
      timeline: {
        view: signal({ ...timeline, groups: [], total: 0, counts: { all: 0, task: 0, note: 0, appointment: 0 } }),
      },
    }),
  'no-hit': (language) =>
    panelIn(language, {
      timeline: {
        view: signal({ ...timeline, groups: [], counts: { all: 2, task: 0, note: 2, appointment: 0 } }),
        kind: signal('task'),
        openOnly: signal(true),
        search: signal('curtain'),
      },
    }),
  unread: (language) =>
    panelIn(language, { timeline: { view: signal({ ...timeline, failures: { appointment: unreachable } }) } }),
  refusedTick: (language) => {
    const refused = { ...task('t1', 'Send revised quote with the oak option', '11-18T17:00'), failure: unreachable };
    return panelIn(language, {
      timeline: { view: signal({ ...timeline, groups: [{ kind: 'overdue', day: null, entries: [refused] }] }) },
    });
  },
  long: (language) =>
    panelIn(language, {
      timeline: {
        view: signal({
          ...timeline,
          groups: [
            {
              kind: 'upcoming',
              day: null,
              entries: Array.from({ length: 120 }, (_, index) =>
                task(`l${index}`, `Task number ${index}`, '11-29T09:00'),
              ),
            },
          ],
          total: 120,
        }),
      },
    }),
  booting: screen({ kind: 'booting' }),
  outside: screen({ kind: 'outside-grist' }),
  'no-row': screen({ kind: 'no-row' }),
  'new-row': screen({ kind: 'new-row' }),
  unmapped: screen({ kind: 'unmapped' }),
  ...setupStates,
  'no-access': screen({ kind: 'no-access', level: 'none' }),
  ...linkingStates,
  unreachable: (language) =>
    panelIn(language, {
      banner: signal({ kind: 'down', who: 'highlevel', asOf: undefined }),
      status: signal({ kind: 'unread', asOf: undefined }),
      contact: signal({ data: undefined, loading: false, error: unreachable, asOf: undefined }),
      timeline: {
        view: signal({
          ...timeline,
          groups: [],
          total: 0,
          counts: { all: 0, task: 0, note: 0, appointment: 0 },
          failures: { task: unreachable, note: unreachable, appointment: unreachable },
        }),
      },
    }),
  refused: screen({ kind: 'refused', failure: { ...unreachable, code: 'not-connected' } }),
  forbidden: screen({ kind: 'refused', failure: { ...unreachable, code: 'forbidden' } }),
  history: (language) => panelIn(language, { timeline: { kind: signal('history') }, history: logged }),
  ...settingsStates,
  ...writingStates,
};
