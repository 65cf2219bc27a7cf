import type { Messages } from '../i18n/en.ts';
import { useMessages } from '../i18n/Words.tsx';
import type { Announcement, Panel } from '../store/view.ts';
import { explain } from './explain.ts';
import { labelOf } from './field-label.ts';

/** The panel's voice: one polite region, and one that interrupts when an edit was refused. */
export function Announcer({ panel }: { panel: Panel }) {
  const messages = useMessages();
  const announcement = panel.announcement.value;
  const say = (said: Announcement) =>
    said.code === 'save-failed'
      ? messages.shell.spoken.saveFailed(said.text ?? onlyReason(panel, messages))
      : wordsFor(said, messages);
  const urgent = announcement?.code === 'save-failed';
  const words = announcement && <span key={announcement.sequence}>{say(announcement)}</span>;
  return (
    <>
      <div class="sr" aria-live="polite">
        {!urgent && words}
      </div>
      <div class="sr" role="alert">
        {urgent && words}
      </div>
    </>
  );
}

/** The reason, when there is but one thing that it can be about. */
function onlyReason(panel: Panel, messages: Messages): string {
  const { contact, timeline } = messages;
  const reasons = [
    ...panel.fields
      .peek()
      .map(
        (field) => field.failure && { failure: field.failure, label: labelOf(field, contact.fields), kind: field.kind },
      ),
    ...panel.timeline
      .peek()
      .groups.flatMap(({ entries }) => entries)
      .map((entry) => entry.kind === 'task' && entry.failure && { failure: entry.failure, label: timeline.task }),
  ].filter((reason) => reason !== null && reason !== false);
  const [reason] = reasons;
  return reason && reasons.length === 1 ? explain(reason.failure, messages, reason) : '';
}

function wordsFor({ code, text = '', count = 0 }: Announcement, { shell }: Messages): string {
  const { spoken } = shell;
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
      return shell.offline(count);
    case 'undone':
      return spoken.undone;
    default:
      return shell.toasts[code];
  }
}
