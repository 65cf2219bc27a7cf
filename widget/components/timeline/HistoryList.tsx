import { useEffect, useState } from 'preact/hooks';
import type { ActivityEntry } from '../../../panel-api/activity.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import { useActivityMessages } from '../../i18n/use-activity.ts';
import type { Panel } from '../../store/view.ts';
import { explain } from '../parts/explain.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { HistoryEntry } from './HistoryEntry.tsx';
import { type HistoryItem, mergeHistory } from './history-items.ts';
import { LogLine } from './LogLine.tsx';

/** Items per page. */
const pageSize = 100;

/** The history of the shown contact: changes, tasks, notes and appointments, newest first. */
export function HistoryList({ panel }: { panel: Pick<Panel, 'now' | 'timeline' | 'directory' | 'history'> }) {
  const messages = useMessages();
  const words = useActivityMessages();
  const formats = useFormats();
  const history = useLoaded(panel.history);
  const [limit, setLimit] = useState(pageSize);
  useEffect(() => history?.watch(), [history]);
  if (!words) return null;
  if (!history) return <p role="status">{words.reading}</p>;

  const search = panel.timeline.search.value.trim().toLowerCase();
  const error = history.error.value;
  const now = panel.now.value;
  const all = mergeHistory({
    lines: history.entries.value,
    entries: panel.timeline.view.value.groups.flatMap(({ entries }) => entries),
    now,
    hasMore: history.more.value,
  });
  // The timeline has already filtered the entries by the search.
  const found = all.filter(
    (item) => 'entry' in item || textsOf(item.line).some((text) => text.toLowerCase().includes(search)),
  );
  const shown = found.slice(0, limit);
  return (
    <div class="history" aria-busy={history.loading.value}>
      {error && (
        <p class="unread" role="alert">
          {explain(error, messages, { label: words.history.title })}{' '}
          <button type="button" class="link" onClick={() => history.reload()}>
            {messages.tryAgain}
          </button>
        </p>
      )}
      {shown.length === 0 && !error && (
        <p role="status">
          {history.loading.value ? words.reading : search ? words.history.noHit : words.history.nothing}
        </p>
      )}
      {byDay(shown, (at) => formats.nearDay(at, now)).map(([day, ofDay]) => (
        <section key={day} class="group" aria-label={day}>
          <h2 class="group-head">{day}</h2>
          <ol>
            {ofDay.map((item) =>
              'line' in item ? (
                <LogLine key={item.id} entry={item.line} panel={panel} words={words} isOfDay />
              ) : (
                <HistoryEntry key={item.id} entry={item.entry} at={item.at} />
              ),
            )}
          </ol>
        </section>
      ))}
      {(history.more.value || found.length > limit) && (
        <p class="more">
          <button
            type="button"
            class="btn btn--quiet"
            disabled={history.loading.value}
            onClick={() => {
              setLimit(limit + pageSize);
              if (found.length <= limit + pageSize && history.more.value) history.older();
            }}
          >
            {words.older}
          </button>
        </p>
      )}
    </div>
  );
}

const textsOf = ({ what, label, from, to, reason, person }: ActivityEntry) => [
  what,
  label,
  from,
  to,
  reason,
  person.name ?? '',
];

function byDay(all: readonly HistoryItem[], dayOf: (at: number) => string): [string, HistoryItem[]][] {
  const days = new Map<string, HistoryItem[]>();
  for (const item of all) {
    const day = dayOf(item.at);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
}
