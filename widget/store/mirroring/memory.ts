import type { Agreed, BaseVerbs } from '../../../panel-api/base.ts';
import type { EntryBase, EntryKind, EntryValues } from '../../../sync/entries.ts';

/** What the rows of mirrored tables and their entries last agreed on. It lives in the proxy, for all who work in the document. */
export interface MirrorMemory {
  /** Reads a contact's agreements, `anew` even where they are known. Fails with `HighLevelError`. */
  load(contactId: string, anew?: boolean): Promise<void>;
  /** What is known of the table's entries. `seen`: values that long agreed ones are recognised among. */
  base(contactId: string, place: MirrorPlace, seen: ReadonlyMap<string, readonly EntryValues[]>): EntryBase;
  note(contactId: string, place: MirrorPlace, values: EntryBase): Promise<void>;
  /** Of several pages that want to make something, answers its name to one; another may after a while. */
  claim(contactId: string, place: MirrorPlace, names: readonly string[]): Promise<ReadonlySet<string>>;
  forget(contactId: string): void;
}

export interface MirrorPlace {
  kind: EntryKind;
  tableId: string;
}

/** Longer texts are remembered by their length and a digest: enough to tell whether they changed. */
const longest = 100;
/** Names in one call. */
const batch = 150;
/** Whoever claimed something is taken for gone when this page has seen that claim stand for so many milliseconds. */
const claimLife = 5 * 60_000;

function digestOf(text: string): string {
  // FNV-1a, twice: two texts of one length and both digests are the same text for all that is at stake.
  let [one, two] = [0x811c9dc5, 0x1000193];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b);
  }
  return `#${text.length}.${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}`;
}

const short = (text: string) => (text.length > longest ? digestOf(text) : text);
const shortened = (values: EntryValues): EntryValues =>
  Object.fromEntries(Object.entries(values).map(([key, text]) => [key, short(text)]));

const nameIn = ({ kind, tableId }: MirrorPlace) => [`mirror:${kind}:`, `@${tableId}`] as const;

export function createMirrorMemory(verbs: BaseVerbs): MirrorMemory {
  const contacts = new Map<string, Map<string, Agreed>>();
  const page = crypto.randomUUID();
  /** Claims of other pages, and since when they are known here: the clocks of two computers say nothing to each other. */
  const met = new Map<string, { value: string; since: number }>();

  const known = (contactId: string, place: MirrorPlace, id: string) => {
    const [before, after] = nameIn(place);
    return contacts.get(contactId)?.get(before + id + after);
  };

  function read(agreed: Agreed | undefined): EntryValues | null {
    try {
      const value = JSON.parse(agreed?.value ?? 'null');
      return value && !('claim' in value) ? value : null;
    } catch {
      return null;
    }
  }

  async function agree(contactId: string, place: MirrorPlace, told: ReadonlyMap<string, string>) {
    const [before, after] = nameIn(place);
    const all = [...told];
    const there = contacts.get(contactId) ?? new Map<string, Agreed>();
    contacts.set(contactId, there);
    for (let start = 0; start < all.length; start += batch) {
      const fields = all.slice(start, start + batch).map(([id, value]) => {
        const version = known(contactId, place, id)?.version ?? 0;
        return [before + id + after, { value, version }] as const;
      });
      const answer = await verbs.agree(contactId, Object.fromEntries(fields));
      for (const [name, agreed] of Object.entries(answer)) there.set(name, agreed);
    }
  }

  return {
    async load(contactId, anew = false) {
      if (anew || !contacts.has(contactId))
        contacts.set(contactId, new Map(Object.entries(await verbs.read(contactId))));
    },
    base(contactId, place, seen) {
      const found = [...seen].flatMap(([id, candidates]) => {
        const values = read(known(contactId, place, id));
        if (!values) return [];
        const whole = Object.entries(values).map(([key, text]) => {
          const match = text.startsWith('#') && candidates.find((candidate) => short(candidate[key] ?? '') === text);
          return [key, match ? (match[key] ?? '') : text];
        });
        return [[id, Object.fromEntries(whole) as EntryValues] as const];
      });
      return new Map(found);
    },
    async note(contactId, place, values) {
      const news = [...values].map(([id, said]) => {
        const before = read(known(contactId, place, id)) ?? {};
        return [id, JSON.stringify({ ...before, ...shortened(said) })] as const;
      });
      await agree(
        contactId,
        place,
        new Map(news.filter(([id, value]) => known(contactId, place, id)?.value !== value)),
      );
    },
    async claim(contactId, place, names) {
      const isFree = (name: string) => {
        const value = known(contactId, place, name)?.value ?? '';
        // What this page claimed and did not carry through is its own to try again.
        if (!value.includes('"claim"') || value.includes(page)) return true;
        const key = JSON.stringify([contactId, place, name]);
        const since = met.get(key)?.value === value ? (met.get(key)?.since ?? 0) : Date.now();
        met.set(key, { value, since });
        return Date.now() - since > claimLife;
      };
      const wanted = names.filter(isFree);
      const told = new Map(wanted.map((name) => [name, JSON.stringify({ claim: `${page} ${crypto.randomUUID()}` })]));
      if (told.size > 0) await agree(contactId, place, told);
      return new Set(wanted.filter((name) => known(contactId, place, name)?.value === told.get(name)));
    },
    forget: (contactId) => void contacts.delete(contactId),
  };
}
