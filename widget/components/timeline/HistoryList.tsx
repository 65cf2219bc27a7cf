import { useEffect, useState } from 'preact/hooks';
import type { ActivityEntry } from '../../../panel-api/activity.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import { useActivityMessages } from '../../i18n/use-activity.ts';
import type { Panel } from '../../store/view.ts';
import { explain } from '../parts/explain.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { mergePast, type Past } from './history-items.ts';
import { LogLine } from './LogLine.tsx';
import { PastEntry } from './PastEntry.tsx';

/** Shown at once; the button for older ones brings as many again. */
const page = 100;

/** All that happened with the shown contact: what was changed here, among tasks, notes and appointments, newest first. */
export function HistoryList({ panel }: { panel: Panel }) {
  const messages = useMessages();
  const words = useActivityMessages();
  const formats = useFormats();
  const history = useLoaded(panel.history);
  const [most, setMost] = useState(page);
  useEffect(() => history?.watch(), [history]);
  if (!words) return null;
  if (!history) return <p role="status">{words.reading}</p>;

  const said = panel.search.value.trim().toLowerCase();
  const error = history.error.value;
  const now = panel.now.value;
  const all = mergePast({
    lines: history.entries.value,
    entries: panel.timeline.value.groups.flatMap(({ entries }) => entries),
    now,
    hasMore: history.more.value,
  });
  // Entries come as the timeline's own search leaves them.
  const found = all.filter(
    (past) => 'entry' in past || textsOf(past.line).some((text) => text.toLowerCase().includes(said)),
  );
  const shown = found.slice(0, most);
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
          {history.loading.value ? words.reading : said ? words.history.noHit : words.history.nothing}
        </p>
      )}
      {byDay(shown, (at) => formats.nearDay(at, now)).map(([day, ofDay]) => (
        <section key={day} class="group" aria-label={day}>
          <h2 class="group-head">{day}</h2>
          <ol>
            {ofDay.map((past) =>
              'line' in past ? (
                <LogLine key={past.id} entry={past.line} panel={panel} words={words} isOfDay />
              ) : (
                <PastEntry key={past.id} entry={past.entry} at={past.at} />
              ),
            )}
          </ol>
        </section>
      ))}
      {(history.more.value || found.length > most) && (
        <p class="more">
          <button
            type="button"
            class="btn btn--quiet"
            disabled={history.loading.value}
            onClick={() => {
              setMost(most + page);
              if (found.length <= most + page && history.more.value) history.older();
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
  ...[what, label, from, to, reason],
  person.name ?? '',
];

function byDay(all: readonly Past[], dayOf: (at: number) => string): [string, Past[]][] {
  const days = new Map<string, Past[]>();
  for (const past of all) {
    const day = dayOf(past.at);
    days.set(day, [...(days.get(day) ?? []), past]);
  }
  return [...days];
}
