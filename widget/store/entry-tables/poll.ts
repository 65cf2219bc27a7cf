import type { TableSnapshot } from '../../../engine/entries/look.ts';
import type { EntryKind } from '../../../sync/entries.ts';

/** Milliseconds between two looks at the tables: Grist tells a widget only about its own table. */
const pause = { shortest: 3_000, longest: 10_000 };
/** The pause after a look that took long, in looks: large tables are read less often. */
const share = 5;

interface PollOptions {
  kinds: () => readonly EntryKind[];
  isDue: () => boolean;
  read: (kind: EntryKind) => Promise<TableSnapshot | null>;
  /** `changedIn`: contacts of rows that are not as they were when it was last asked, as the rows name them. */
  onRead: (snapshots: readonly TableSnapshot[], changedIn: (snapshot: TableSnapshot) => Set<number | string>) => void;
}

/** Reads the entry tables again and again while the panel is visible. */
export function pollTables({ kinds, isDue, read, onRead }: PollOptions): { stop(): void } {
  const last = new Map<EntryKind, ReadonlyMap<number, string>>();
  let timer: ReturnType<typeof setTimeout>;
  let isStopped = false;

  function changedIn({ table, content }: TableSnapshot): Set<number | string> {
    const before = last.get(table.kind);
    const now = new Map(content.rows.map((row) => [row.rowId, JSON.stringify(row)]));
    last.set(table.kind, now);
    const changed = before ? content.rows.filter(({ rowId }) => before.get(rowId) !== now.get(rowId)) : [];
    return new Set(changed.flatMap(({ contact }) => contact ?? []));
  }

  async function poll() {
    const begun = Date.now();
    if (isDue() && document.visibilityState === 'visible') {
      // A table that cannot be read now is tried again.
      const all = await Promise.all(kinds().map((kind) => read(kind).catch(() => null)));
      const snapshots = all.filter((snapshot) => snapshot !== null);
      if (!isStopped && snapshots.length > 0) onRead(snapshots, changedIn);
    }
    const wait = Math.min(Math.max(pause.shortest, (Date.now() - begun) * share), pause.longest);
    if (!isStopped) timer = setTimeout(poll, wait);
  }

  timer = setTimeout(poll, pause.shortest);
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
