import { plainOf } from '../../../sync/plain-text.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Entry } from '../../store/views/timeline.ts';
import '../settings/ActivityLog.css';

/** A task, note or appointment in one line of the history. */
export function HistoryEntry({ entry, at }: { entry: Entry; at: number }) {
  const { timeline: words } = useMessages();
  const formats = useFormats();
  const { title, state } = useSummary(entry);
  return (
    <li class="log-row" data-past={entry.id}>
      <time dateTime={new Date(at).toISOString()}>{formats.time(at)}</time>
      <span class="log-what">
        <b>{title || words.untitled}</b>
        <small>{[words[entry.kind], state].filter(Boolean).join(' · ')}</small>
      </span>
    </li>
  );
}

function useSummary(entry: Entry): { title: string; state: string } {
  const { timeline: words } = useMessages();
  switch (entry.kind) {
    case 'task':
      return { title: entry.task.title, state: entry.task.completed ? words.done : words.overdue };
    case 'note': {
      const { title, body } = entry.note;
      return { title: title || firstLine(plainOf(body).plain), state: '' };
    }
    case 'appointment': {
      const { title, status } = entry.appointment;
      return { title, state: words.statuses[status as keyof typeof words.statuses] ?? status };
    }
  }
}

const firstLine = (text: string) => text.trim().split('\n')[0]?.slice(0, 120) ?? '';
