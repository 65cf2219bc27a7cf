import { createBase } from '../../../engine/base.ts';
import { execute, type Hooks } from '../../../engine/execute.ts';
import { createLog } from '../../../engine/log.ts';
import type { Kind, OperationOf } from '../../../engine/operation.ts';
import type { Change, Directory, Observer, Ports } from '../../../engine/ports.ts';
import { createRepeats } from '../../../engine/repeats.ts';
import type { SyncState } from '../../../engine/state.ts';
import type { Api } from '../../../highlevel/client.ts';
import type { CustomField } from '../../../highlevel/custom-fields.ts';
import type { Section } from '../../section/port.ts';
import type { Execute } from '../outbox.ts';
import type { Table } from './table.ts';

/** What the panel hands to its engine. */
export interface EngineOptions {
  section: Pick<Section, 'contactTable' | 'entryTable' | 'tickTask'>;
  api: Api;
  state: SyncState;
  table: Table;
  customFields: () => readonly CustomField[];
  directory: () => Directory;
  locationId: () => Promise<string>;
  /** The HighLevel user that this person said to be, or `''`. */
  author: () => Promise<string>;
  describe: (change: Change) => string;
  observe: Observer;
  /** The base of these contacts changed here. */
  onBase: (contactIds: readonly string[]) => void;
}

/** The panel's engine: the same that a server runs, over the section, the proxy's state and HighLevel through the proxy. */
export interface PanelEngine {
  ports: Ports;
  execute: Execute;
  dispose(): void;
}

export function createEngine(options: EngineOptions): PanelEngine {
  const { section, api, state, table, customFields } = options;
  const base = createBase(state, options.onBase);
  const log = createLog(state, base);
  const ports: Ports = {
    contacts: {
      get tableId() {
        return table.tableId();
      },
      rows: async (where) => (await section.contactTable()).rows(where),
      write: async (...write) => (await section.contactTable()).write(...write),
      link: async (...link) => (await section.contactTable()).link(...link),
    },
    entries: (kind) => section.entryTable(kind),
    tick: async (...tick) => void (await section.tickTask(...tick)),
    highlevel: api,
    locationId: options.locationId,
    state,
    base,
    log,
    repeats: createRepeats(),
    mapping: async (fresh) => {
      await table.ready(fresh);
      return { rules: table.rules.peek(), context: table.context.peek(), customFields: customFields() };
    },
    directory: options.directory,
    author: options.author,
    describe: options.describe,
    observe: { ...options.observe, formula: table.columns.learnFormula },
  };
  return {
    ports,
    execute: (operation, hooks) => execute(ports, operation as OperationOf<Kind>, hooks as Hooks<never>),
    dispose: log.dispose,
  };
}
