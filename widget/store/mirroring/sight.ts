import type { HighLevelEntry } from '../../../sync/entries.ts';
import type { MirrorContent } from '../../section/port.ts';

/** A contact's entries and the rows of their table. */
export interface Seen {
  content: MirrorContent;
  entries: readonly HighLevelEntry[];
}

/** What is seen of both sides, and the way to look again. */
export interface Sight {
  seen(): Seen;
  /**
   * Is this due now, and was not when both sides were last looked at for it? What stays due, such as a name that HighLevel
   * does not know, is no reason to ask it again and again.
   */
  isNews(due: string): boolean;
  /** Both sides were looked at for what is due; `''`: for nothing. */
  noteLooked(due: string): void;
  /** Looks at the rows anew. Answers whether it could. */
  renewRows(): Promise<boolean>;
  /** Asks HighLevel, and looks at the rows after that. Answers whether it could. */
  renew(): Promise<boolean>;
}

interface SightOptions {
  /** Which table and contact it is. */
  name: string;
  content: MirrorContent;
  readContent: () => Promise<MirrorContent | null>;
  /** `null` when they cannot be told. */
  entries: () => readonly HighLevelEntry[] | null;
  /** Asks HighLevel; absent where that was done this moment. */
  readEntries?: (() => Promise<void>) | undefined;
}

/** Makes what looks at tables, and remembers what it looked for. */
export function createSights() {
  const looked = new Map<string, string>();

  return ({ name, content, readContent, entries, readEntries }: SightOptions): Sight => {
    let seen: Seen = { content, entries: entries() ?? [] };
    async function renewRows() {
      const [rows, found] = [await readContent(), entries()];
      if (rows && found) seen = { content: rows, entries: found };
      return rows !== null && found !== null;
    }
    return {
      seen: () => seen,
      isNews: (due) => due !== '' && looked.get(name) !== due,
      noteLooked: (due) => void (due === '' ? looked.delete(name) : looked.set(name, due)),
      renewRows,
      async renew() {
        await readEntries?.();
        return renewRows();
      },
    };
  };
}
