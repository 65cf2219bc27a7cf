import type { AgreedByName } from '../engine/state.ts';
import type { Api, Call } from '../highlevel/client.ts';
import { path } from '../highlevel/path.ts';
import { shape } from '../highlevel/read.ts';
import { readNames } from './state.ts';

export type { Agreed, AgreedByName as AgreedValues } from '../engine/state.ts';

/** Values to agree on by name, and the version that each follows: 0 for none. */
export type Agreeing = Readonly<Record<string, { value: string; version: number }>>;

/** The base, one contact a call: the client of `proxy/state/old-api.ts`, which goes with its last caller. All verbs reject with `HighLevelError`. */
export interface BaseVerbs {
  read(contactId: string, call?: Call): Promise<AgreedByName>;
  /** At most 500 contacts; a contact without any agreement is left out. */
  readMany(contactIds: readonly string[], call?: Call): Promise<Readonly<Record<string, AgreedByName>>>;
  /** Returns the newest agreement for each of the names, whoever made it. */
  agree(contactId: string, fields: Agreeing, call?: Call): Promise<AgreedByName>;
}

/** Joins the verbs to the proxy that `api` goes through. */
export function createBaseVerbs(api: Api): BaseVerbs {
  const readFields = (answer: unknown) => readNames(shape<{ fields: unknown }>(answer).fields);
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
