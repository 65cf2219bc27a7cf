import type { Outcome } from '../../engine/ports.ts';
import { HighLevelError } from '../../highlevel/errors.ts';
import type { ActivityEntry, ActivityVerbs, Person } from '../../panel-api/activity.ts';
import type { Agreed, BaseVerbs } from '../../panel-api/base.ts';

/** What the proxy remembers of a document, in memory: for tests of the panel without a proxy. */
export interface SyncMemory {
  base: BaseVerbs;
  activity: ActivityVerbs;
  /** By contact and field. */
  agreed: ReadonlyMap<string, ReadonlyMap<string, Agreed>>;
  /** Oldest first. */
  entries(): readonly ActivityEntry[];
}

export function createSyncMemory(): SyncMemory {
  const agreed = new Map<string, Map<string, Agreed>>();
  const intents: ActivityEntry[] = [];
  const outcomes = new Map<string, Omit<Outcome, 'id'>>();
  let me: Person | null = null;

  const entries = () =>
    intents.map((entry): ActivityEntry => {
      const { result, reason = '', traceId = '' } = outcomes.get(entry.id) ?? { result: null };
      return { ...entry, result, reason, traceId };
    });

  return {
    agreed,
    entries,
    base: {
      read: async (contactId) => Object.fromEntries(agreed.get(contactId) ?? []),
      readMany: async (contactIds) =>
        Object.fromEntries(contactIds.map((contactId) => [contactId, Object.fromEntries(agreed.get(contactId) ?? [])])),
      async agree(contactId, fields) {
        const known = agreed.get(contactId) ?? new Map<string, Agreed>();
        agreed.set(contactId, known);
        for (const [field, { value, version }] of Object.entries(fields)) {
          const there = known.get(field)?.version ?? 0;
          if (there === version) known.set(field, { value, version: there + 1, at: Date.now() });
        }
        return Object.fromEntries(Object.keys(fields).map((field) => [field, known.get(field) as Agreed]));
      },
    },
    activity: {
      async begin(intent) {
        // As the proxy does: an act without a name cannot be looked up.
        if (!/^[\w:.@-]{1,200}$/.test(intent.what)) throw new HighLevelError('rejected', 'An intent lacks something.');
        if (intents.some(({ id }) => id === intent.id)) return;
        const person = { userId: 1, highlevelUserId: me?.highlevelUserId ?? null, name: me?.name ?? null };
        const { label = '', rowId: _row, ...told } = intent;
        intents.push({ ...told, label, at: Date.now(), person, result: null, reason: '', traceId: '' });
      },
      finish: async (id, outcome) => void outcomes.set(id, outcome),
      list: async ({ contactId, limit = 50, before } = {}) => {
        const all = entries().toReversed();
        const found = all
          .slice(all.findIndex(({ id }) => id === before) + 1)
          .filter((entry) => contactId === undefined || entry.contactId === contactId);
        return { entries: found.slice(0, limit), more: found.length > limit };
      },
      person: async () => me,
      introduce: async (person) => {
        me = person;
      },
    },
  };
}
