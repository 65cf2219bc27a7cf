import Libsql from 'libsql';
import type { Agreed, SyncState } from '../../engine/state.ts';
import type { ActivityEntry, ActivityVerbs } from '../../panel-api/activity.ts';
import { openEmbeddedStore } from '../../proxy/database/open.ts';
import type { Database } from '../../proxy/database/schema.ts';
import { parseKeys } from '../../proxy/secrets/keys.ts';
import { createVault } from '../../proxy/secrets/vault.ts';
import { entryAad, outcomeAad } from '../../proxy/state/activity.ts';
import { baseAad } from '../../proxy/state/base.ts';
import { createState, createStateTables } from '../../proxy/state/state.ts';

/** The proxy's own state of a document on a database in memory: for tests of the panel without a proxy. */
export interface TestState {
  state: SyncState;
  activity: ActivityVerbs;
  /** What is agreed on now, by contact and name. */
  readonly agreed: ReadonlyMap<string, ReadonlyMap<string, Agreed>>;
  /** The log, oldest first. */
  entries(): readonly ActivityEntry[];
}

const space = 'document location';
const userId = 1;
const keys = parseKeys('a-secret-for-tests-of-at-least-32-characters');

/** `now`: the proxy's clock. */
export async function createTestState(now?: () => number): Promise<TestState> {
  const database = new Libsql(':memory:');
  const store = await openEmbeddedStore(database);
  const vault = createVault(keys);
  const tables = createStateTables(store, vault, { ...(now && { now }) });
  const state = createState(tables, { space, userId });
  /** All rows at once: tests look between two steps of the clock. */
  const rowsOf = <Table extends keyof Database>(table: Table) =>
    database.prepare(`select * from ${table} order by rowid`).all() as Database[Table][];

  return {
    state,
    get agreed() {
      const agreed = new Map<string, Map<string, Agreed>>();
      for (const { contact_id: contactId, field, sealed, version, at } of rowsOf('agreement')) {
        const value = vault.open(sealed, baseAad(space, contactId, field));
        agreed.set(contactId, (agreed.get(contactId) ?? new Map()).set(field, { value, version: Number(version), at }));
      }
      return agreed;
    },
    entries() {
      const outcomes = new Map(rowsOf('activity_outcome').map((row) => [row.entry_id, row]));
      return rowsOf('activity').map((row): ActivityEntry => {
        const { id, at, contact_id: contactId, act, what, via } = row;
        const outcome = outcomes.get(id);
        return {
          ...{ id, at, contactId, act, what, via },
          ...JSON.parse(vault.open(row.sealed, entryAad(space, id))),
          ...(outcome && JSON.parse(vault.open(outcome.sealed, outcomeAad(space, id)))),
          person: { userId, highlevelUserId: null, name: null },
          result: outcome?.result ?? null,
        };
      });
    },
    activity: {
      list: ({ contactId, before, limit = 50, problems = false, search = '' } = {}) =>
        tables.listActivity(space, { contactId, before, limit, problems, search: search.trim().toLowerCase() }),
      person: () => tables.people.find(space, userId),
      introduce: (person) => tables.people.introduce(space, userId, person),
    },
  };
}
