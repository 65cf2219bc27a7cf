import type { Act, Origin, Result } from '../engine/state.ts';
import type { Api, Call } from '../highlevel/client.ts';
import { path } from '../highlevel/path.ts';
import { list, shape, text } from '../highlevel/read.ts';

/** A line of the log. */
export interface ActivityEntry {
  id: string;
  /** Epoch milliseconds, by the proxy's clock. */
  at: number;
  /** The user: Grist's id, and the HighLevel user if they said who they are. */
  person: { userId: number; highlevelUserId: string | null; name: string | null };
  contactId: string;
  act: Act;
  what: string;
  label: string;
  from: string;
  to: string;
  via: Origin;
  /** `null`: under way, or the page was closed before the outcome was known. */
  result: Result | null;
  reason: string;
  traceId: string;
}

export interface ActivityQuery {
  contactId?: string;
  /** Entries older than this one. */
  before?: string;
  /** At most 200. @default 50 */
  limit?: number;
  /** Only entries that did not end well. */
  problems?: boolean;
  search?: string;
}

/** Who a user says they are in HighLevel. */
export interface Person {
  highlevelUserId: string;
  name: string;
}

/** The proxy's log of a document: no entry is ever changed. All verbs reject with `HighLevelError`. */
export interface ActivityVerbs {
  /** Newest first. */
  list(query?: ActivityQuery, call?: Call): Promise<{ entries: ActivityEntry[]; more: boolean }>;
  person(call?: Call): Promise<Person | null>;
  introduce(person: Person | null, call?: Call): Promise<void>;
}

/** Joins the verbs to the proxy that `api` goes through. */
export function createActivityVerbs(api: Api): ActivityVerbs {
  return {
    async list({ contactId, problems, ...query } = {}, call) {
      const filter = { ...query, ...(contactId && { contact: contactId }), ...(problems && { problems: true }) };
      const answer = await api.get(path`api/activity`, { ...call, query: filter, ours: true });
      const { entries, more } = shape<{ entries: unknown; more: boolean }>(answer);
      return { entries: list(entries).map(readEntry), more: more === true };
    },
    person: async (call) => readPerson(await api.get(path`api/person`, { ...call, ours: true })),
    introduce: async (person, call) =>
      void (await api.put(path`api/person`, {
        ...call,
        body: { highlevelUserId: '', name: '', ...person },
        ours: true,
      })),
  };
}

function readPerson(answer: unknown): Person | null {
  const raw = shape<Person>(answer);
  const highlevelUserId = text(raw.highlevelUserId);
  return highlevelUserId ? { highlevelUserId, name: text(raw.name) } : null;
}

function readEntry(value: unknown): ActivityEntry {
  const raw = shape<ActivityEntry>(value);
  const person = shape<ActivityEntry['person']>(raw.person);
  return {
    id: text(raw.id),
    at: Number(raw.at) || 0,
    person: {
      userId: Number(person.userId) || 0,
      highlevelUserId: text(person.highlevelUserId) || null,
      name: text(person.name) || null,
    },
    contactId: text(raw.contactId),
    act: text(raw.act) as Act,
    what: text(raw.what),
    label: text(raw.label),
    from: text(raw.from),
    to: text(raw.to),
    via: text(raw.via) as Origin,
    result: (text(raw.result) as Result) || null,
    reason: text(raw.reason),
    traceId: text(raw.traceId),
  };
}
