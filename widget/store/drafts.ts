import type { FieldRef } from '../../sync/refs.ts';
import type { Edit, EditsOfContact } from './edits.ts';

/** A tick on its way. */
export interface KeptTick {
  contactId: string;
  completed: boolean;
}

/** Keeps drafts, saves and ticks of one document in the tab, where they survive the reloads that Grist makes. */
export interface Drafts {
  keep(contactId: string, edits: EditsOfContact): void;
  keepTicks(ticks: ReadonlyMap<string, KeptTick>): void;
  edits(): readonly (readonly [contactId: string, EditsOfContact])[];
  ticks(): ReadonlyMap<string, KeptTick>;
}

/** A frame may be denied its storage: then drafts live as long as the page, in the stores that made them. */
function guarded<T>(use: () => T, otherwise: T): T {
  try {
    return use();
  } catch {
    return otherwise;
  }
}

/** Opens what is kept for a document, under its full id. */
export function createDrafts(docId: string, storage: () => Storage = () => sessionStorage): Drafts {
  // The number is of the form in which edits are kept: another form is another version's.
  const prefix = `highlevel-panel:1:${docId}:edits:`;
  const ticksKey = `highlevel-panel:1:${docId}:ticks`;

  const write = (key: string, entries: ReadonlyMap<string, unknown>) =>
    guarded(() => {
      if (entries.size === 0) storage().removeItem(key);
      else storage().setItem(key, JSON.stringify([...entries]));
    }, undefined);

  /** Written by this panel alone, perhaps by an earlier version: whatever cannot be read is as good as nothing. */
  const read = <Key, Value>(key: string): ReadonlyMap<Key, Value> =>
    guarded(() => new Map<Key, Value>(JSON.parse(storage().getItem(key) ?? '[]')), new Map());

  return {
    keep: (contactId, edits) => write(prefix + contactId, edits),
    keepTicks: (ticks) => write(ticksKey, ticks),
    edits: () =>
      guarded(() => Object.keys(storage()), [])
        .filter((key) => key.startsWith(prefix))
        .map((key) => [key.slice(prefix.length), read<FieldRef, Edit>(key)]),
    ticks: () => read(ticksKey),
  };
}
