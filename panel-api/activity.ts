import type { Api, Call } from '../highlevel/client.ts';
import { path } from '../highlevel/path.ts';
import { list, shape, text } from '../highlevel/read.ts';

/** What is done to a contact. */
export type Act = 'field' | 'task' | 'note' | 'appointment' | 'contact' | 'link';

/** What made somebody do it, or what did: a person in the panel, an edit in the grid, a change in HighLevel. */
export type Via = 'panel' | 'grid' | 'highlevel' | 'undo' | 'conflict' | 'mirror';

/**
 * What became of it. `half`: HighLevel has it, the row not. `unknown`: no answer came. `conflict`: somebody else had changed
 * it. `given-up`: something newer took its place before anything was sent.
 */
export type Result = 'saved' | 'refused' | 'half' | 'unknown' | 'conflict' | 'given-up';

/** Something about to be done. */
export interface Intent {
  /** A UUID made by whoever does it: told twice, it is noted once. */
  id: string;
  contactId: string;
  rowId: number | null;
  act: Act;
  /** The field, or the id of the task, note or appointment. */
  what: string;
  /** What people call it, where a field's name does not say. */
  label?: string;
  from: string;
  to: string;
  via: Via;
}

export interface Outcome {
  result: Result;
  reason?: string;
  /** HighLevel's, for its support. */
  traceId?: string;
}

/** A line of the log. */
export interface ActivityEntry {
  id: string;
  /** Epoch milliseconds, by the proxy's clock. */
  at: number;
  /** Who did it: Grist's user id, and who that is in HighLevel if they said so. */
  person: { userId: number; highlevelUserId: string | null; name: string | null };
  contactId: string;
  act: Act;
  what: string;
  label: string;
  from: string;
  to: string;
  via: Via;
  /** `null`: under way, or cut before anybody could tell. */
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
  /** Only what did not end well. */
  problems?: boolean;
  search?: string;
}

/** A person's word for who they are in HighLevel. */
export interface Person {
  highlevelUserId: string;
  name: string;
}

/** The proxy's log of a document: nothing in it is ever changed. All verbs fail with `HighLevelError`. */
export interface ActivityVerbs {
  begin(intent: Intent, call?: Call): Promise<void>;
  /** The last outcome told is the one that counts. */
  finish(id: string, outcome: Outcome, call?: Call): Promise<void>;
  /** Newest first. */
  list(query?: ActivityQuery, call?: Call): Promise<{ entries: ActivityEntry[]; more: boolean }>;
  person(call?: Call): Promise<Person | null>;
  introduce(person: Person | null, call?: Call): Promise<void>;
}

/** Joins the verbs to the proxy that `api` goes through. */
export function createActivityVerbs(api: Api): ActivityVerbs {
  return {
    begin: async (intent, call) =>
      void (await api.post(path`api/activity`, { ...call, body: intent, effect: 'same', ours: true })),
    finish: async (id, outcome, call) =>
      void (await api.post(path`api/activity/${id}/outcome`, { ...call, body: outcome, effect: 'same', ours: true })),
    async list({ contactId, problems, ...query } = {}, call) {
      const asked = { ...query, ...(contactId && { contact: contactId }), ...(problems && { problems: true }) };
      const answer = await api.get(path`api/activity`, { ...call, query: asked, ours: true });
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
    via: text(raw.via) as Via,
    result: (text(raw.result) as Result) || null,
    reason: text(raw.reason),
    traceId: text(raw.traceId),
  };
}
