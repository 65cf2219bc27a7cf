import type { ActivityEntry } from '../../../panel-api/activity.ts';
import type { Entry } from '../../store/views/timeline.ts';

/** Something that has happened: a change that the log tells, or an entry whose time has come. */
export type HistoryItem = { at: number; id: string } & ({ line: ActivityEntry } | { entry: Entry });

interface HistorySources {
  lines: readonly ActivityEntry[];
  entries: readonly Entry[];
  /** Epoch milliseconds. */
  now: number;
  /** The log goes further back than these lines. */
  hasMore: boolean;
}

/**
 * Merges changes with entries, newest first, each once. What happened at the same moment keeps one order, whatever arrives
 * first. Nothing is told from before the oldest line that is known, as long as there are older ones.
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

/** The log tells of the same event as the note itself, and of its writer too. */
const isNewNote = ({ act, from, result }: ActivityEntry) => act === 'note' && from === '' && result === 'saved';
