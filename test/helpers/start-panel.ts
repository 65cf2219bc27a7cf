import { signal } from '@preact/signals';
import { onTestFinished, vi } from 'vitest';
import { type Api, createApi } from '../../highlevel/client.ts';
import type { Contact } from '../../highlevel/contact.ts';
import { getContact } from '../../highlevel/contacts.ts';
import type { Role } from '../../panel-api/session.ts';
import { createSandbox, type Sandbox } from '../../sandbox/app.ts';
import { isSame } from '../../sync/compare.ts';
import { type FieldKey, fieldValuesOf } from '../../sync/fields.ts';
import { createCalls } from '../../widget/store/connecting/calls.ts';
import { loadPhoneBook } from '../../widget/store/fields/phone-book.ts';
import type { FieldView } from '../../widget/store/views/fields.ts';
// Fetched late in a browser; here it is there before the clocks are stopped.
import '../../widget/store/persistence/open.ts';
import { createFields } from '../../widget/store/fields/fields.ts';
import { createPanel } from '../../widget/store/panel.ts';
import { createSyncChunk } from '../../widget/store/syncing/chunk.ts';
import type { Subscribe } from '../../widget/store/syncing/event-stream.ts';
import type { Panel } from '../../widget/store/view.ts';
import type { Entry } from '../../widget/store/views/timeline.ts';
import { fakeConnecting } from './fake-panel.ts';
import { createFakeSection, type FakeSection, type FakeSectionOptions } from './fake-section.ts';
import type { FakeRow } from './fake-table.ts';
import { sandboxFetch } from './sandbox-fetch.ts';
import { createTestState, type TestState } from './state.ts';

export interface PanelSetup extends FakeSectionOptions {
  /** Rows 1 to this number hold the first contacts of the sandbox, in step with HighLevel. 3 when absent. */
  linked?: number;
  role?: Role;
  sandbox?: Sandbox;
  /** What the proxy remembers; a new one when absent. */
  memory?: TestState;
  /** The proxy's events; none when absent. */
  subscribe?: Subscribe;
  /** Hears of each call before it leaves a page and when it is done; whoever closes the page then cuts it right there. */
  onCall?: (call: string, moment: 'before' | 'after') => void;
  /** A proxy that the panel's own calls go through; without one they go straight to the sandbox. */
  proxy?: typeof fetch;
}

export interface Bench {
  panel: Panel;
  sandbox: Sandbox;
  grist: FakeSection;
  memory: TestState;
  api: Api;
  /** `contactIds[rowId]`; there is no row 0. */
  contactIds: readonly string[];
  field(key: FieldKey): FieldView;
  entries(): readonly Entry[];
  /** HighLevel's own contact. */
  contact(rowId: number): Promise<Contact>;
  /** Requests that reached HighLevel since the last time they were asked for, e.g. `GET /contacts/x/tasks`. */
  requests(): readonly string[];
  /** A new page on the same document and tab: the old one is gone, whatever it was doing. */
  reload(): void;
  /** Ends the page, whatever it is doing. */
  close(): void;
  /** A further page on the same document, in the same browser; it lives until it is closed. */
  openAnother(): Page;
}

export interface Page {
  panel: Panel;
  field(key: FieldKey): FieldView;
  close(): void;
}

/** A real panel over a fake section and a sandbox in the same process. Row 1 is selected and loaded. */
export async function startPanel(setup: PanelSetup = {}): Promise<Bench> {
  // Fetched late in a browser; a column of phones waits for it.
  await loadPhoneBook();
  const sandbox = setup.sandbox ?? createSandbox({ contacts: 50 });
  const { token, locationId } = sandbox.info;
  const connection = { via: 'direct', url: 'https://highlevel.test', token } as const;
  const api = createApi(connection, { fetch: sandboxFetch(sandbox) });

  const contactIds = ['', ...sandbox.info.contactIds.slice(0, setup.linked ?? 3)];
  const rows: Record<number, FakeRow> = {};
  for (const [rowId, contactId] of setup.table ? [] : contactIds.entries()) {
    if (contactId !== '') rows[rowId] = { contactId, values: fieldValuesOf(await getContact(api, contactId)) };
  }
  const memory = setup.memory ?? (await createTestState(() => Date.now()));
  const grist = createFakeSection({ ...setup, rows: { ...rows, ...setup.rows } });
  const access = { role: signal<Role | null>(setup.role ?? 'editor'), locationId: async () => locationId };

  function open(): Page {
    const page = createPage(setup.onCall);
    const { readRow, writeRow, linkRow, tickTask, whole, contactTable, entryTable } = grist.section;
    const way = setup.proxy ?? sandboxFetch(sandbox);
    const pageApi = createApi(setup.proxy ? throughProxy : connection, {
      fetch: page.bind(way, (input) => (input as Request).method),
    });
    const panel = createPanel({
      section: {
        ...grist.section,
        readRow: page.bind(readRow),
        writeRow: page.bind(writeRow),
        linkRow: page.bind(linkRow),
        tickTask: page.bind(tickTask),
        whole: async () => page.bindAll(await whole()),
        contactTable: async () => page.bindAll(await contactTable()),
        entryTable: async (kind) => {
          const entries = await entryTable(kind);
          return entries && page.bindAll(entries);
        },
      },
      calls: createCalls(pageApi),
      code: signal({ isSame, createFields }),
      api: async () => pageApi,
      access,
      connecting: async () => fakeConnecting({}),
      syncChunk: async () =>
        createSyncChunk({
          state: page.bindAll(memory.state),
          activity: page.bindAll(memory.activity),
          ...(setup.subscribe && { subscribe: setup.subscribe }),
        }),
      describe: (act) => Object.values(act).join(' '),
    });
    const close = () => {
      page.close();
      panel.dispose();
    };
    // The tests of a worker share one window: a page that stays open would hear of what the next test does.
    onTestFinished(close);
    return { panel, close, field: (key) => fieldOf(panel, key) };
  }
  let page = open();

  let seen = 0;
  const bench: Bench = {
    panel: page.panel,
    sandbox,
    grist,
    memory,
    api,
    contactIds,
    field: (key) => fieldOf(bench.panel, key),
    entries: () => bench.panel.timeline.view.value.groups.flatMap((group) => group.entries),
    contact: (rowId) => getContact(api, contactIds[rowId]!),
    requests: () => {
      const all = sandbox.requests.map(({ method, path }) => `${method} ${path}`);
      const news = all.slice(seen);
      seen = all.length;
      return news;
    },
    reload: () => {
      page.close();
      page = open();
      bench.panel = page.panel;
    },
    close: () => page.close(),
    openAnother: open,
  };
  grist.select(1);
  if (bench.panel.screen.value.kind === 'contact') await loaded(bench);
  bench.requests();
  return bench;
}

const throughProxy = { via: 'proxy', url: 'http://127.0.0.1', session: async () => 'session' } as const;

const fieldOf = (panel: Panel, key: FieldKey) => panel.fields.shown.value.find((field) => field.key === key)!;

/** A page's calls: what was sent is carried out, but once the page is closed no answer reaches it. */
function createPage(onCall: PanelSetup['onCall'] = () => {}) {
  let isOpen = true;
  const silence = new Promise<never>(() => {});

  const bind =
    <Args extends unknown[], Answer>(
      call: (...args: Args) => Promise<Answer>,
      nameOf: (...args: Args) => string = () => call.name,
    ) =>
    async (...args: Args): Promise<Answer> => {
      if (isOpen) onCall(nameOf(...args), 'before');
      if (!isOpen) return silence;
      try {
        const answer = await call(...args);
        if (isOpen) onCall(nameOf(...args), 'after');
        return isOpen ? answer : silence;
      } catch (error) {
        return isOpen ? Promise.reject(error) : silence;
      }
    };

  return {
    bind,
    /** Binds each call of an object, as it is by then. */
    bindAll: <Calls extends object>(calls: Calls): Calls => {
      const known = calls as Record<string, unknown>;
      const callOf = (name: string) => known[name] as (...args: unknown[]) => Promise<unknown>;
      const bound = Object.keys(calls).map((name) => {
        if (typeof known[name] !== 'function') return [name, known[name]];
        const call = (...args: unknown[]) => callOf(name)(...args);
        return [name, bind(call, () => name)];
      });
      return Object.fromEntries(bound) as Calls;
    },
    close: () => {
      isOpen = false;
    },
  };
}

/** Waits until the shown contact has arrived whole, names included. */
export async function loaded({ panel }: Bench): Promise<void> {
  await vi.waitFor(() => {
    const { contact, timeline, directory } = panel;
    if (!contact.value.data || timeline.view.value.loading || !directory.location.value)
      throw new Error('still loading');
  });
}

/** Lets time pass, with fake timers, and everything happen that is due in it. */
export const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
