import { createBase } from '../../engine/base.ts';
import { createLog } from '../../engine/log.ts';
import type { Ports } from '../../engine/ports.ts';
import { createRepeats } from '../../engine/repeats.ts';
import type { AgreedByName, Agreement, SyncState } from '../../engine/state.ts';
import { syncContact } from '../../engine/sync-contact.ts';
import { createContactTable } from '../../grist/contact-table.ts';
import type { GristDoc } from '../../grist/doc.ts';
import { type Api, createApi } from '../../highlevel/client.ts';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { createSandbox } from '../../sandbox/app.ts';
import type { FieldRef } from '../../sync/refs.ts';
import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { createMemoryDocument } from '../helpers/grist-memory/document.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { copyOf, type Executor, type Panel, type Side, type State, valuesAt } from '../sync/contact-world.ts';
import { context } from '../sync/plan-contact.ts';
import { simpleExecutor } from '../sync/simple-executor.ts';

const tableId = 'People';
const fields = ['city', 'state'] as const;
const bound = new Map<FieldRef, string>(fields.map((field) => [field, field]));

const sandbox = createSandbox({ contacts: 1, limits: { enabled: false } });
const api = createApi(
  { via: 'direct', url: 'https://highlevel.test', token: sandbox.info.token },
  { fetch: sandboxFetch(sandbox) },
);
const contactId = sandbox.info.contactIds[0] ?? '';

/** Leases end when they were refused that often, since no clock runs here. */
const patience = 3;

/** What the panels of one world share. */
const leasesOf = new WeakMap<State, Map<string, { holder: string; refused: number }>>();

/** The base of the world under the names that the engine gives it. */
function stateOver({ state, gate }: Panel, onRead: () => void): SyncState {
  const leases = leasesOf.get(state) ?? new Map<string, { holder: string; refused: number }>();
  leasesOf.set(state, leases);
  const all = (): AgreedByName =>
    Object.fromEntries(
      state.rows.flatMap(({ base, versions }, row) =>
        fields.flatMap((field) => {
          const value = base[field];
          return value === undefined
            ? []
            : [[`${field}@${tableId}.${row + 1}`, { value, version: versions[field] ?? 0, at: 0 }] as const];
        }),
      ),
    );
  function agree(agreements: readonly Agreement[]) {
    for (const { fields: names } of agreements) {
      for (const [name, { value, version }] of Object.entries(names)) {
        const [field = '', row = ''] = name.split(`@${tableId}.`);
        const agreed = state.rows[Number(row) - 1];
        if (!agreed || (agreed.versions[field as FieldRef] ?? 0) !== version) continue;
        agreed.base[field as FieldRef] = value;
        agreed.versions[field as FieldRef] = version + 1;
      }
    }
    return { [contactId]: all() };
  }
  const release = (holder: string, keys: readonly string[]) => {
    for (const key of keys) if (leases.get(key)?.holder === holder) leases.delete(key);
  };
  return {
    readBase: gate(() => {
      onRead();
      return { [contactId]: all() };
    }),
    agree: gate(agree),
    begin: gate(() => {}),
    finish: gate((_, agreements = [], lease) => {
      release(lease?.holder ?? '', lease?.keys ?? []);
      return agree(agreements);
    }),
    claim: gate((holder, keys) => {
      const free = keys.filter((key) => {
        const lease = leases.get(key);
        if (!lease || lease.holder === holder) return true;
        lease.refused += 1;
        return lease.refused > patience;
      });
      for (const key of free) leases.set(key, { holder, refused: 0 });
      return new Set(free);
    }),
    release: gate(release),
  };
}

/** Runs the engine on the real table over a document in memory and on the sandbox; the world's state is what they hold. */
function portsOver(panel: Panel, rules: Parameters<Executor['flow']>[1]): Ports {
  const { state, gate, record } = panel;
  const seen = copyOf(state);
  const document = createMemoryDocument();
  const inner = createMemoryDoc(document);
  const columns = ['contact', ...fields].map((id) => ({ id, type: 'Text', isFormula: false }));
  const cells = (field: (typeof fields)[number]) => state.rows.map(({ values }) => values[field] ?? '');
  document.apply([
    ['AddTable', tableId, columns],
    ['BulkAddRecord', tableId, state.rows.map(() => null), { contact: state.rows.map(() => contactId) }],
  ]);
  const rowIds = state.rows.map((_, row) => row + 1);
  const showRows = () =>
    void document.apply([
      ['BulkUpdateRecord', tableId, rowIds, Object.fromEntries(fields.map((field) => [field, cells(field)]))],
    ]);

  /** Takes over what a write left on a side. */
  function take(side: Side, field: FieldRef, to: string) {
    const from = valuesAt(state, side)[field] ?? '';
    if (from === to) return;
    record(copyOf(seen), { field, side, from, to, by: 'flow' });
    valuesAt(state, side)[field] = to;
  }

  const doc: GristDoc = {
    fetchTable: gate(async (table, where) => {
      showRows();
      for (const [row, { values }] of state.rows.entries()) Object.assign(seen.rows[row]?.values ?? {}, values);
      return inner.fetchTable(table, where);
    }),
    apply: gate(async (actions, description) => {
      showRows();
      const answer = await inner.apply(actions, description);
      const data = document.fetch(tableId);
      for (const row of state.rows.keys()) {
        for (const field of fields) take(row, field, String(data[field]?.[row] ?? ''));
      }
      return answer;
    }),
  };
  const sent: Partial<Record<FieldRef, string>> = {};
  const show = () => updateContact(api, contactId, state.highlevel as Record<(typeof fields)[number], string>);
  const highlevel: Api = {
    ...api,
    get: gate(async (...call) => {
      await show();
      // A panel that reads its own write back has seen nothing new.
      for (const field of fields)
        if (state.highlevel[field] !== sent[field]) seen.highlevel[field] = state.highlevel[field];
      return api.get(...call);
    }),
    put: gate(async (...call) => {
      await show();
      const answer = await api.put(...call);
      const contact = await getContact(api, contactId);
      for (const field of fields) {
        if (contact[field] !== state.highlevel[field]) sent[field] = contact[field];
        take('highlevel', field, contact[field]);
      }
      return answer;
    }),
  };
  const shared = stateOver(panel, () => {
    for (const [row, { base }] of state.rows.entries()) Object.assign(seen.rows[row]?.base ?? {}, base);
  });
  const base = createBase(shared);
  return {
    contacts: createContactTable(doc, { tableId, contactIdColumn: 'contact', bound }),
    entries: async () => null,
    tick: async () => {},
    highlevel,
    locationId: async () => sandbox.info.locationId,
    state: shared,
    base,
    log: createLog(shared, base),
    repeats: createRepeats(),
    mapping: async () => ({ rules, context, customFields: [] }),
    directory: () => ({ users: [], calendars: [], documentZone: 'UTC', locationZone: async () => 'UTC' }),
    author: async () => '',
    describe: () => '',
    observe: {},
  };
}

export const engineExecutor: Executor = {
  async flow(_, rules, panel) {
    await syncContact(portsOver(panel, rules), { contactId }, { holder: panel.name, sends: true });
  },
  choose: simpleExecutor.choose,
};
