import type { Changes, KeptRecord } from './record.ts';

/** The tab's own storage, written at once: it holds what the database has not confirmed, or all where there is none. */
export interface SessionCopy {
  /** Returns whether it was taken. */
  write(page: string, changes: Changes): boolean;
  /** What pages of this tab left, by page; a duplicated tab has copies of its original's. */
  read(): ReadonlyMap<string, Changes>;
}

/** A frame may be denied its storage. */
function guarded<T>(use: () => T, otherwise: T): T {
  try {
    return use();
  } catch {
    return otherwise;
  }
}

/** Written by this panel alone, perhaps by an earlier version: whatever cannot be read is as good as nothing. */
const parse = (text: string | null): Changes =>
  guarded(() => new Map<string, KeptRecord | null>(JSON.parse(text ?? '[]')), new Map());

export function createSessionCopy(scope: string, storage: () => Storage = () => sessionStorage): SessionCopy {
  const prefix = `highlevel-panel:2:${scope}:`;

  return {
    write: (page, changes) =>
      guarded(() => {
        if (changes.size === 0) storage().removeItem(prefix + page);
        else storage().setItem(prefix + page, JSON.stringify([...changes]));
        return true;
      }, false),
    read: () => {
      const names = guarded(() => Object.keys(storage()), []).filter((name) => name.startsWith(prefix));
      const changes = (name: string) => guarded(() => parse(storage().getItem(name)), new Map());
      return new Map(names.map((name) => [name.slice(prefix.length), changes(name)]));
    },
  };
}
