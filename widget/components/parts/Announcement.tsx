import type { NotificationsMessages } from '../../i18n/en/notifications.ts';
import type { Messages } from '../../i18n/en.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useNotificationsMessages } from '../../i18n/use-notifications.ts';
import type { Panel } from '../../store/view.ts';
import type { Announcement } from '../../store/views/notices.ts';
import { labelOf } from '../fields/field-text.ts';
import { explain } from './explain.ts';
import { gridSentText } from './grid-sent.ts';

interface AnnouncementTextProps {
  panel: Pick<Panel, 'fields' | 'timeline'>;
  announcement: Announcement;
}

/** The text of an announcement to screen readers. */
export function AnnouncementText({ panel, announcement }: AnnouncementTextProps) {
  const messages = useMessages();
  const words = useNotificationsMessages();
  if (!words) return null;
  if (announcement.code === 'grid-sent')
    return <span>{announcement.sent && gridSentText(announcement.sent, messages, words)}</span>;
  if (announcement.code !== 'save-failed')
    return <span>{wordsFor({ ...announcement, code: announcement.code }, words)}</span>;
  return <span>{words.spoken.saveFailed(announcement.text ?? onlyReason(panel, messages))}</span>;
}

/** The reason, if there is only one failure that the announcement can refer to. */
function onlyReason(panel: Pick<Panel, 'fields' | 'timeline'>, messages: Messages): string {
  const { contact, timeline } = messages;
  const reasons = [
    ...panel.fields.shown
      .peek()
      .map(
        (field) => field.failure && { failure: field.failure, label: labelOf(field, contact.fields), kind: field.kind },
      ),
    ...panel.timeline.view
      .peek()
      .groups.flatMap(({ entries }) => entries)
      .map((entry) => entry.kind === 'task' && entry.failure && { failure: entry.failure, label: timeline.task }),
  ].filter((reason) => reason !== null && reason !== false);
  const [reason] = reasons;
  return reason && reasons.length === 1 ? explain(reason.failure, messages, reason) : '';
}

function wordsFor(
  { code, text = '', count = 0 }: Announcement & { code: Exclude<Announcement['code'], 'grid-sent'> },
  { spoken, toasts, offline }: NotificationsMessages,
): string {
  switch (code) {
    case 'contact':
      return spoken.contact(text);
    case 'saved':
      return spoken.saved;
    case 'save-failed':
      return spoken.saveFailed(text);
    case 'task-completed':
      return spoken.taskCompleted;
    case 'task-reopened':
      return spoken.taskReopened;
    case 'entries-shown':
      return spoken.entriesShown(count);
    case 'offline':
      return offline(count);
    case 'undone':
      return spoken.undone;
    default:
      return toasts[code];
  }
}
