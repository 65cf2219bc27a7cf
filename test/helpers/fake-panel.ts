import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FieldRef } from '../../sync/refs.ts';
import type { FieldView, Panel } from '../../widget/store/view.ts';
import type { Connecting, ConnectionView } from '../../widget/store/views/connection.ts';
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
import { fakeActivity, fakeDrift, fakeMapping } from './fake-panel-sync.ts';

/** Everything that is only read in a `Panel` can be set here. */
type Settable = { [Key in keyof Panel]: Panel[Key] extends ReadonlySignal<infer Value> ? Signal<Value> : Panel[Key] };

export interface FakePanel extends Settable {
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
export function createFakePanel(change: Partial<Settable> = {}): FakePanel {
  const calls: unknown[][] = [];
  const verb =
    (name: string) =>
    (...given: unknown[]) => {
      calls.push([name, ...given]);
    };
  const fields = change.fields ?? signal<readonly FieldView[]>(fieldViews);
  const moreFields = change.moreFields ?? signal<readonly FieldView[]>(moreFieldViews);
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
    contact: signal({ data: contact, loading: false, error: undefined, asOf: now }),
    fields,
    moreFields,
    timeline: signal(timeline),
    users: signal(users),
    calendars: signal(calendars),
    customFields: signal(customFields),
    location: signal(location),
    readOnly: signal(false),
    banner: signal(null),
    status: signal({ kind: 'up-to-date', asOf: now }),
    toast: signal(null),
    announcement: signal(null),
    kind: signal('all'),
    openOnly: signal(false),
    search: signal(''),
    tasksTable: signal(null),
    tables: signal(tables),
    saveField: verb('saveField'),
    keepDraft: (key, text) => {
      calls.push(['keepDraft', key, text]);
      setField(key, { draft: text, failure: null, mark: text === null ? 'none' : 'unsaved' });
    },
    retryField: verb('retryField'),
    discardField: verb('discardField'),
    overwriteField: verb('overwriteField'),
    resolveConflict: verb('resolveConflict'),
    deferConflict: verb('deferConflict'),
    completeTask: verb('completeTask'),
    retryTask: verb('retryTask'),
    undo: verb('undo'),
    undoLast: () => Boolean(calls.push(['undoLast'])),
    redoLast: () => Boolean(calls.push(['redoLast'])),
    dismissToast: verb('dismissToast'),
    holdToast: verb('holdToast'),
    copy: verb('copy'),
    refresh: verb('refresh'),
    connecting: async () => fakeConnecting({}, verb),
    linking: async () => fakeLinking(verb),
    openLinking: verb('openLinking'),
    closeLinking: verb('closeLinking'),
    entryWork: async () => fakeEntryWork(verb),
    entryTables: async () => fakeEntryTables(verb),
    contactWork: async () => contactWork,
    activity: async () => fakeActivity(verb),
    history: async () => fakeActivity(verb),
    differences: async () => fakeDrift(verb),
    mapping: async () => fakeMapping(verb),
    domain: signal('app.gohighlevel.com'),
    chooseDomain: verb('chooseDomain'),
    openSettings: verb('openSettings'),
    closeSettings: verb('closeSettings'),
    chooseTasksTable: verb('chooseTasksTable'),
    dispose: verb('dispose'),
    ...change,
  };
}
