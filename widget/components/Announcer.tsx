import type { Messages } from '../i18n/en.ts';
import { useMessages } from '../i18n/Words.tsx';
import type { Announcement, Panel } from '../store/view.ts';

/** The panel's voice: one polite region, and one that interrupts when an edit was refused. */
export function Announcer({ panel }: { panel: Panel }) {
  const messages = useMessages();
  const announcement = panel.announcement.value;
  const urgent = announcement?.code === 'save-failed';
  const words = announcement && <span key={announcement.sequence}>{wordsFor(announcement, messages)}</span>;
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
