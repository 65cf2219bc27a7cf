import type { Grist } from './ask.ts';
import type { Person } from './authenticate.ts';

/** People's names in a document, by Grist's user id. */
export type Names = ReadonlyMap<number, string>;

/** Looks up who works in a document; empty without a key of the operator, and while Grist does not answer. Never fails. */
export type NamesOf = (person: Pick<Person, 'origin' | 'docId'>) => Promise<Names>;

interface NamesOptions {
  grists: readonly Grist[];
  /** API keys by origin: of a user or a service account that each document is shared with. */
  keys: ReadonlyMap<string, string>;
  fetch?: typeof globalThis.fetch | undefined;
  now?: (() => number) | undefined;
}

const timeout = 5_000;
/** Milliseconds. People come and go seldom; a request that failed is repeated sooner. */
const ttl = { found: 5 * 60_000, failed: 30_000 };
const most = 1_000;

const none: Names = new Map();

/** Asks `/api/docs/:id/access` with the operator's key (measured on Grist 1.7: it lists `users` with `id`, `name` and `email`). */
export function createNames({ grists, keys, fetch = globalThis.fetch, now = Date.now }: NamesOptions): NamesOf {
  const known = new Map<string, { names: Promise<Names>; until: number }>();

  async function ask(grist: Grist, key: string, docId: string): Promise<Names> {
    const response = await fetch(`${grist.internalUrl}/api/docs/${encodeURIComponent(docId)}/access`, {
      headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) throw new Error(`Grist answered ${response.status}`);
    const { users } = (await response.json()) as { users?: unknown };
    const found = (Array.isArray(users) ? users : []) as { id?: unknown; name?: unknown; email?: unknown }[];
    return new Map(
      found.flatMap(({ id, name, email }): [number, string][] => {
        const said = [name, email].find((text): text is string => typeof text === 'string' && text.trim() !== '');
        return typeof id === 'number' && said ? [[id, said]] : [];
      }),
    );
  }

  return ({ origin, docId }) => {
    const [grist, key] = [grists.find((trusted) => trusted.origin === origin), keys.get(origin)];
    if (!grist || key === undefined) return Promise.resolve(none);
    const place = `${origin} ${docId}`;
    const last = known.get(place);
    if (last && last.until > now()) return last.names;
    if (known.size >= most) known.clear();
    const entry = { names: Promise.resolve(none), until: now() + ttl.found };
    entry.names = ask(grist, key, docId).catch(() => {
      entry.until = now() + ttl.failed;
      // Yesterday's names are better than none.
      return last?.names ?? none;
    });
    known.set(place, entry);
    return entry.names;
  };
}
