import type { Messages } from '../i18n/en.ts';
import { useMessages } from '../i18n/Words.tsx';
import type { Announcement, FieldView, Panel } from '../store/view.ts';
import { explain } from './explain.ts';

/** The panel's voice: one polite region, and one that interrupts when an edit was refused. */
export function Announcer({ panel }: { panel: Panel }) {
  const messages = useMessages();
  const announcement = panel.announcement.value;
  const say = (said: Announcement) =>
    said.code === 'save-failed'
      ? messages.shell.spoken.saveFailed(said.text ?? reasonIn(panel.fields.peek(), messages))
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

/** The reason, when it is clear which field is meant. */
function reasonIn(fields: readonly FieldView[], messages: Messages): string {
  const [field, ...others] = fields.filter(({ failure }) => failure);
  if (!field?.failure || others.length > 0) return '';
  return explain(field.failure, messages, { label: messages.contact.fields[field.key], kind: field.kind });
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
  }
}
