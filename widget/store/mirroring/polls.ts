import type { EntryKind } from '../../../sync/entries.ts';
import type { MirrorContent } from '../../section/port.ts';

/** Milliseconds between two looks at the tables: Grist tells a widget only about its own table. */
const pause = { shortest: 3_000, longest: 10_000 };
/** The pause after a look that took long, in looks: large tables are looked at less often. */
const rest = 5;

interface PollsOptions {
  kinds: () => readonly EntryKind[];
  isDue: () => boolean;
  read: (kind: EntryKind) => Promise<MirrorContent | null>;
  /** `changed`: contacts of rows that are not as they were at the last look. */
  onRead: (kind: EntryKind, content: MirrorContent, changed: readonly (number | string)[]) => void;
}

/** Looks at the mirrored tables again and again while the panel is seen, seldom where a look takes long. */
export function createPolls({ kinds, isDue, read, onRead }: PollsOptions): { stop(): void } {
  const last = new Map<EntryKind, ReadonlyMap<number, string>>();
  let timer: ReturnType<typeof setTimeout>;
  let isOver = false;

  function changesIn(kind: EntryKind, { rows }: MirrorContent): (number | string)[] {
    const before = last.get(kind);
    const now = new Map(rows.map((row) => [row.rowId, JSON.stringify(row)]));
    last.set(kind, now);
    if (!before) return [];
    const changed = rows.filter(({ rowId }) => before.get(rowId) !== now.get(rowId));
    return [...new Set(changed.flatMap(({ contact }) => contact ?? []))];
  }

  async function poll() {
    const begun = Date.now();
    if (isDue() && document.visibilityState === 'visible') {
      for (const kind of kinds()) {
        // A table that cannot be read now is tried again.
        const content = await read(kind).catch(() => null);
        if (content && !isOver) onRead(kind, content, changesIn(kind, content));
      }
    }
    if (!isOver)
      timer = setTimeout(poll, Math.min(Math.max(pause.shortest, (Date.now() - begun) * rest), pause.longest));
  }

  timer = setTimeout(poll, pause.shortest);
  return {
    stop: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
