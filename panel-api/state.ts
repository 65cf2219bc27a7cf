import type { Agreed, AgreedByName, SyncState } from '../engine/state.ts';
import type { Api, ApiRequest, Call } from '../highlevel/client.ts';
import { type Path, path } from '../highlevel/path.ts';
import { shape, text, texts } from '../highlevel/read.ts';

/**
 * The state that all who work in a document share, through the proxy that `api` goes through. Every call may be repeated.
 * `call` holds for all of them, e.g. a priority.
 */
export function createSyncState(api: Api, call?: Call): SyncState {
  const post = (to: Path, body: unknown, effect: ApiRequest['effect'] = 'same') =>
    api.post(to, { ...call, body, effect, ours: true });
  return {
    readBase: async (contactIds) => readContacts(await post(path`api/state/base`, { contactIds }, 'none')),
    agree: async (agreements) => readContacts(await post(path`api/state/agree`, { agreements })),
    begin: async (intents) => void (await post(path`api/state/begin`, { intents })),
    finish: async (outcomes, agreements = [], release) =>
      readContacts(await post(path`api/state/finish`, { outcomes, agreements, ...(release && { release }) })),
    claim: async (holder, keys, ttl) => {
      const { granted } = shape<{ granted: unknown }>(await post(path`api/state/claim`, { holder, keys, ttl }));
      return new Set(texts(granted));
    },
    release: async (holder, keys) => void (await post(path`api/state/release`, { holder, keys })),
  };
}

function readContacts(answer: unknown): Readonly<Record<string, AgreedByName>> {
  const contacts = shape<Record<string, unknown>>(shape<{ contacts: unknown }>(answer).contacts);
  return Object.fromEntries(Object.entries(contacts).map(([contactId, names]) => [contactId, readNames(names)]));
}

/** Reads the agreements of a contact. */
const readNames = (names: unknown): AgreedByName =>
  Object.fromEntries(
    Object.entries(shape<Record<string, unknown>>(names)).map(([name, agreed]) => {
      const { value, version, at } = shape<Agreed>(agreed);
      return [name, { value: text(value), version: Number(version) || 0, at: Number(at) || 0 }];
    }),
  );
