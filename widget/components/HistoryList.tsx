import { useEffect } from 'preact/hooks';
import type { ActivityEntry } from '../../highlevel/activity.ts';
import { useLateMessages } from '../i18n/late-words.ts';
import { useTrustMessages } from '../i18n/trust-words.ts';
import { useFormats, useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { explain } from './explain.ts';
import { LogLine } from './LogLine.tsx';
import { useLoaded } from './use-loaded.ts';

/** What was done to the shown contact through the panel and the table, newest first, by days as the timeline is. */
export function HistoryList({ panel }: { panel: Panel }) {
  const messages = useMessages();
  const late = useLateMessages();
  const trust = useTrustMessages();
  const formats = useFormats();
  const history = useLoaded(panel.history);
  useEffect(() => history?.watch(), [history]);
  if (!late || !trust) return null;
  const words = late.activity;
  if (!history) return <p role="status">{words.reading}</p>;

  const said = panel.search.value.trim().toLowerCase();
  const all = history.entries.value;
  const entries = all.filter((entry) => textsOf(entry).some((text) => text.toLowerCase().includes(said)));
  const error = history.error.value;
  const now = panel.now.value;
  return (
    <div class="history" aria-busy={history.loading.value}>
      {error && (
        <p class="unread" role="alert">
          {explain(error, messages, { label: trust.history.title })}{' '}
          <button type="button" class="link" onClick={() => history.reload()}>
            {messages.tryAgain}
          </button>
        </p>
      )}
      {entries.length === 0 && !error && (
        <p role="status">
          {history.loading.value ? words.reading : said ? trust.history.noHit : trust.history.nothing}
        </p>
      )}
      {byDay(entries, (at) => formats.nearDay(at, now)).map(([day, ofDay]) => (
        <section key={day} class="group" aria-label={day}>
          <h2 class="group-head">{day}</h2>
          <ol>
            {ofDay.map((entry) => (
              <LogLine key={entry.id} entry={entry} panel={panel} words={words} isOfDay />
            ))}
          </ol>
        </section>
      ))}
      {history.more.value && (
        <p class="more">
          <button type="button" class="btn btn--quiet" disabled={history.loading.value} onClick={() => history.older()}>
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

function byDay(entries: readonly ActivityEntry[], dayOf: (at: number) => string): [string, ActivityEntry[]][] {
  const days = new Map<string, ActivityEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
