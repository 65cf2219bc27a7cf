import { createApi } from '../../highlevel/client.ts';
import { createActivityVerbs } from '../../panel-api/activity.ts';
import { createSyncState } from '../../panel-api/state.ts';
import { documentName } from '../../proxy/document.ts';
import type { Bus } from '../../proxy/events/bus.ts';
import type { Role } from '../../proxy/grist/ask.ts';
import { createVault } from '../../proxy/secrets/vault.ts';
import type { StateCaps } from '../../proxy/state/limits.ts';
import { createStateTables } from '../../proxy/state/state.ts';
import { openStorage } from '../../proxy/storage.ts';
import { openStore } from '../helpers/databases.ts';
import { arrange, docId, openSessions, origin } from './arrange.ts';

export const contactId = 'ocQHyuzHvysMo5N5VsXc';

interface StateOptions {
  role?: Role;
  locationId?: string;
  bus?: Bus;
  caps?: StateCaps;
}

/** The shared state of a document through a proxy and the panel's own clients; several may share one database. */
export async function arrangeState(url: string, options: StateOptions = {}) {
  const { role = 'editor', locationId = 'loc1', bus, caps } = options;
  const store = await openStore(url);
  const { keys } = await openStorage('file::memory:', 'k'.repeat(40));
  let ahead = 0;
  const tables = createStateTables(store, createVault(keys), { now: () => Date.now() + ahead, ...(caps && { caps }) });
  const connection = { locationId, locationName: 'Sandbox', token: async () => 'pit-none' };
  const { proxy } = await arrange({ sessions: openSessions(role, connection), state: tables, ...(bus && { bus }) });
  const document = documentName({ origin, docId });
  const api = createApi(
    { via: 'proxy', url: 'http://127.0.0.1', session: async () => 's' },
    { fetch: async (input, init) => proxy.request(input as Request, init) },
  );
  const later = (milliseconds: number) => {
    ahead += milliseconds;
  };
  const state = createSyncState(api);
  return {
    document,
    store,
    tables,
    state,
    proxy,
    later,
    activity: createActivityVerbs(api),
  };
}

/** An intent to change the city of a contact. */
export const intent = (more: object = {}) => ({
  id: crypto.randomUUID(),
  contactId,
  rowId: 1,
  act: 'field' as const,
  what: 'city',
  from: 'Bath',
  to: 'Kisumu',
  via: 'panel' as const,
  ...more,
});
