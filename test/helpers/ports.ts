import { createBase } from '../../engine/base.ts';
import { createLog } from '../../engine/log.ts';
import type { Directory, Mapping, Ports } from '../../engine/ports.ts';
import { createRepeats } from '../../engine/repeats.ts';
import type { SyncState } from '../../engine/state.ts';
import type { ContactTable } from '../../grist/contact-table.ts';
import type { EntryTable } from '../../grist/entry-table.ts';
import type { Api } from '../../highlevel/client.ts';
import type { EntryKind } from '../../sync/entries.ts';

interface PortsSetup {
  api: Api;
  locationId: string;
  state: SyncState;
  /** Absent: a document without rows. */
  contacts?: ContactTable;
  entries?: (kind: EntryKind) => EntryTable | null;
  mapping?: Partial<Mapping>;
  directory?: Partial<Directory>;
}

const noRows: ContactTable = {
  tableId: 'Contacts',
  rows: async () => [],
  write: async () => [],
  link: async () => {},
};

/** What the engine is given, as a server would put it together. */
export function createPorts({
  api,
  locationId,
  state,
  contacts = noRows,
  entries,
  mapping,
  directory,
}: PortsSetup): Ports {
  const base = createBase(state);
  return {
    contacts,
    entries: async (kind) => entries?.(kind) ?? null,
    tick: async () => {},
    highlevel: api,
    locationId: async () => locationId,
    state,
    base,
    log: createLog(state, base),
    repeats: createRepeats(),
    mapping: async () => ({
      rules: new Map(),
      context: { users: [], businesses: [], phone: null },
      customFields: [],
      ...mapping,
    }),
    directory: () => ({
      users: [],
      calendars: [],
      documentZone: 'UTC',
      locationZone: async () => 'UTC',
      ...directory,
    }),
    author: async () => '',
    describe: ({ kind }) => `Test: ${kind}`,
    observe: {},
  };
}
