import type { Api, Call } from '../highlevel/client.ts';
import { path } from '../highlevel/path.ts';
import { shape, text } from '../highlevel/read.ts';

/** What both sides of a field last agreed on. */
export interface Agreed {
  /** The field's value as text. */
  value: string;
  /** Grows with each agreement; the first is 1. */
  version: number;
  /** Epoch milliseconds. */
  at: number;
}

export type AgreedValues = Readonly<Record<string, Agreed>>;

/** A value to be noted, and the version that it follows: 0 for none. */
export type Agreeing = Readonly<Record<string, { value: string; version: number }>>;

/** The proxy's memory of what both sides last agreed on, by contact and field. All verbs fail with `HighLevelError`. */
export interface BaseVerbs {
  read(contactId: string, call?: Call): Promise<AgreedValues>;
  /** At most 500 contacts at once; one of which nothing is known is left out. */
  readMany(contactIds: readonly string[], call?: Call): Promise<Readonly<Record<string, AgreedValues>>>;
  /** Notes values, each only where nobody noted another since its version, and answers what is there for each of them. */
  agree(contactId: string, fields: Agreeing, call?: Call): Promise<AgreedValues>;
}

/** Joins the verbs to the proxy that `api` goes through. */
export function createBaseVerbs(api: Api): BaseVerbs {
  return {
    read: async (contactId, call) => readFields(await api.get(path`api/base/${contactId}`, { ...call, ours: true })),
    async readMany(contactIds, call) {
      const request = { ...call, body: { contactIds }, effect: 'none', ours: true } as const;
      const { contacts } = shape<{ contacts: Record<string, unknown> }>(await api.post(path`api/bases`, request));
      const found = Object.entries(shape<Record<string, unknown>>(contacts));
      return Object.fromEntries(found.map(([contactId, fields]) => [contactId, readFields(fields)]));
    },
    agree: async (contactId, fields, call) =>
      readFields(
        await api.post(path`api/base/${contactId}`, { ...call, body: { fields }, effect: 'same', ours: true }),
      ),
  };
}

function readFields(answer: unknown): AgreedValues {
  const { fields } = shape<{ fields: Record<string, unknown> }>(answer);
  return Object.fromEntries(
    Object.entries(shape<Record<string, unknown>>(fields)).map(([field, agreed]) => {
      const { value, version, at } = shape<Agreed>(agreed);
      return [field, { value: text(value), version: Number(version) || 0, at: Number(at) || 0 }];
    }),
  );
}
