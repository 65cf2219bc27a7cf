import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FieldRef } from '../../sync/refs.ts';
import type { Panel } from '../../widget/store/view.ts';
import type { Connecting, ConnectionView } from '../../widget/store/views/connection.ts';
import type { FieldView } from '../../widget/store/views/fields.ts';
import { fakeLinking } from './fake-linking.ts';
import { fakeContactWork } from './fake-panel-contact.ts';
import {
  calendars,
  contact,
  customFields,
  environment,
  fieldViews,
  location,
  moreFieldViews,
  now,
  row,
  tables,
  timeline,
  users,
} from './fake-panel-data.ts';
import { fakeEntryWork } from './fake-panel-entries.ts';
import { fakeEntryTables } from './fake-panel-entry-tables.ts';
import { fakeSetup } from './fake-panel-setup.ts';
import { fakeActivity, fakeDrift, fakeMapping } from './fake-panel-sync.ts';

/** Everything that is only read in a part of a `Panel` can be set here. */
type Settable<Part> = {
  [Key in keyof Part]: Part[Key] extends ReadonlySignal<infer Value> ? Signal<Value> : Part[Key];
};
type PartName = 'fields' | 'timeline' | 'directory' | 'notices' | 'settings' | 'linking';
type Parts = { [Name in PartName]: Settable<Panel[Name]> };
type Rest = Settable<Omit<Panel, PartName>>;

/** What a test sets otherwise: members of the panel, and of its parts. */
export type PanelChange = Partial<Rest> & { [Name in PartName]?: Partial<Parts[Name]> };

export interface FakePanel extends Parts, Rest {
  /** Verbs in the order in which they were called, e.g. `['saveField', 'city', 'Leeds']`. */
  calls: unknown[][];
  /** Changes how one field shows. */
  setField(key: FieldRef, change: Partial<FieldView>): void;
}

/** The connection as an owner of a document without one sees it, or as `view` says. */
export function fakeConnecting(
  view: Partial<ConnectionView>,
  verb: (name: string) => (...given: unknown[]) => void = () => () => {},
): Connecting {
  const begun: ConnectionView = { step: 'idle', locations: [], problem: null, connection: null, canConnect: true };
  return {
    view: signal({ ...begun, ...view }),
    connect: verb('connect'),
    cancel: verb('cancel'),
    claim: verb('claim'),
    choose: verb('choose'),
    disconnect: verb('disconnect'),
  };
}

/**
 * A panel of plain signals around one believable contact: Grace Kimani on Friday 20 November 2026 at 14:31 in London.
 * Verbs are written down and otherwise do no more than typing needs: drafts are kept.
 */
export function createFakePanel(change: PanelChange = {}): FakePanel {
  const calls: unknown[][] = [];
  const verb =
    (name: string) =>
    (...given: unknown[]) => {
      calls.push([name, ...given]);
    };
  const fields = change.fields?.shown ?? signal<readonly FieldView[]>(fieldViews);
  const moreFields = change.fields?.more ?? signal<readonly FieldView[]>(moreFieldViews);
  const setField = (key: FieldRef, next: Partial<FieldView>) => {
    for (const list of [fields, moreFields])
      list.value = list.value.map((field) => (field.key === key ? { ...field, ...next } : field));
  };

  const contactWork = fakeContactWork(verb);

  return {
    calls,
    setField,
    environment,
    screen: signal({ kind: 'contact' }),
    now: signal(now),
    row: signal(row),
    unsaved: { count: signal(0), load: async () => ({ list: signal([]), retry: verb('retry') }) },
    moves: { place: signal(null), go: async (move) => void calls.push(['go', move]) },
    contact: signal({ data: contact, loading: false, error: undefined, asOf: now }),
    readOnly: signal(false),
    banner: signal(null),
    status: signal({ kind: 'up-to-date', asOf: now }),
    copy: verb('copy'),
    refresh: verb('refresh'),
    connecting: async () => fakeConnecting({}, verb),
    entryWork: async () => fakeEntryWork(verb),
    contactWork: async () => contactWork,
    activity: async () => fakeActivity(verb),
    history: async () => fakeActivity(verb),
    differences: async () => fakeDrift(verb),
    dispose: verb('dispose'),
    ...change,
    fields: {
      shown: fields,
      more: moreFields,
      save: verb('saveField'),
      keepDraft: (key, text) => {
        calls.push(['keepDraft', key, text]);
        setField(key, { draft: text, failure: null, mark: text === null ? 'none' : 'unsaved' });
      },
      retry: verb('retryField'),
      discard: verb('discardField'),
      changeType: async (...given) => {
        verb('changeType')(...given);
        return null;
      },
      overwrite: verb('overwriteField'),
      resolve: verb('resolveConflict'),
      defer: verb('deferConflict'),
      ...change.fields,
    },
    timeline: {
      view: signal(timeline),
      kind: signal('all'),
      openOnly: signal(false),
      search: signal(''),
      completeTask: verb('completeTask'),
      letGo: verb('letGo'),
      retryTask: verb('retryTask'),
      ...change.timeline,
    },
    directory: {
      users: signal(users),
      calendars: signal(calendars),
      customFields: signal(customFields),
      location: signal(location),
      ...change.directory,
    },
    notices: {
      toast: signal(null),
      announcement: signal(null),
      undo: verb('undo'),
      undoLast: () => Boolean(calls.push(['undoLast'])),
      redoLast: () => Boolean(calls.push(['redoLast'])),
      dismiss: verb('dismissToast'),
      hold: verb('holdToast'),
      ...change.notices,
    },
    settings: {
      open: verb('openSettings'),
      close: verb('closeSettings'),
      domain: signal('app.gohighlevel.com'),
      chooseDomain: verb('chooseDomain'),
      tasksTable: signal(null),
      tables: signal(tables),
      chooseTasksTable: verb('chooseTasksTable'),
      entryTables: async () => fakeEntryTables(verb),
      mapping: async () => fakeMapping(verb),
      setup: async () => fakeSetup(verb),
      ...change.settings,
    },
    linking: {
      load: async () => fakeLinking(verb),
      idColumn: async () => ({ scope: async () => 'cell', clean: verb('cleanId') }),
      open: verb('openLinking'),
      close: verb('closeLinking'),
      ...change.linking,
    },
  };
}
