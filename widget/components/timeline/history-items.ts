import type { ActivityEntry } from '../../../panel-api/activity.ts';
import type { Entry } from '../../store/views/timeline.ts';

/** An item of the history: a change from the log, or an entry in the past. */
export type HistoryItem = { at: number; id: string } & ({ line: ActivityEntry } | { entry: Entry });

interface HistorySources {
  lines: readonly ActivityEntry[];
  entries: readonly Entry[];
  /** Epoch milliseconds. */
  now: number;
  /** The log has older lines. */
  hasMore: boolean;
}

/**
 * Merges changes and entries, newest first, without duplicates. Simultaneous items have a stable order, independent of their
 * arrival. While the log has older lines, entries before its oldest known line are omitted.
 */
export function mergeHistory({ lines, entries, now, hasMore }: HistorySources): HistoryItem[] {
  const writtenHere = new Set(lines.filter(isNewNote).map(({ what }) => what));
  const begin = hasMore ? Math.min(...lines.map(({ at }) => at)) : Number.NEGATIVE_INFINITY;
  const items = new Map<string, HistoryItem>();
  for (const line of lines) items.set(`line ${line.id}`, { at: line.at, id: line.id, line });
  for (const entry of entries) {
    const { at, id, kind } = entry;
    if (at === null || at > now || at < begin || (kind === 'note' && writtenHere.has(id))) continue;
    items.set(`${kind} ${id}`, { at, id, entry });
  }
  return [...items.values()].sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1));
}

/** The log's line replaces the note itself, because it also has the author. */
const isNewNote = ({ act, from, result }: ActivityEntry) => act === 'note' && from === '' && result === 'saved';
