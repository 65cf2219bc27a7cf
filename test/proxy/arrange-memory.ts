import { createApi } from '../../highlevel/client.ts';
import { createActivityVerbs } from '../../panel-api/activity.ts';
import { createBaseVerbs } from '../../panel-api/base.ts';
import { createVault } from '../../proxy/secrets/vault.ts';
import type { Role } from '../../proxy/sessions.ts';
import { createSyncMemory } from '../../proxy/state/state.ts';
import { openKeeping } from '../../proxy/storage.ts';
import { openStore } from '../helpers/databases.ts';
import { arrange, openSessions } from './arrange.ts';

export const contactId = 'ocQHyuzHvysMo5N5VsXc';

/** What is remembered for syncing, as the widget's own client asks for it; several may share one database. */
export async function arrangeMemory(url: string, { role = 'editor' as Role, locationId = 'loc1' } = {}) {
  const store = await openStore(url);
  const { keys } = await openKeeping('file::memory:', 'k'.repeat(40));
  let ahead = 0;
  const memory = createSyncMemory(store, createVault(keys), () => Date.now() + ahead);
  const connection = { locationId, locationName: 'Sandbox', token: async () => 'pit-none' };
  const { proxy } = await arrange({ sessions: openSessions(role, connection), memory });
  const api = createApi(
    { via: 'proxy', url: 'http://127.0.0.1', session: async () => 's' },
    { fetch: async (input, init) => proxy.request(input as Request, init) },
  );
  const later = (milliseconds: number) => {
    ahead += milliseconds;
  };
  return { store, memory, proxy, later, base: createBaseVerbs(api), activity: createActivityVerbs(api) };
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
