import type { NotificationsMessages } from '../../i18n/en/notifications.ts';
import type { Messages } from '../../i18n/en.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useNotificationsMessages } from '../../i18n/use-notifications.ts';
import type { Panel } from '../../store/view.ts';
import type { Toast } from '../../store/views/notices.ts';
import { gridSentText } from './grid-sent.ts';
import { Icon } from './Icon.tsx';
import './Toast.css';

const problems: ReadonlySet<Toast['code']> = new Set(['not-undone', 'not-redone', 'row-gone']);

function textOf({ code, sent, about }: Toast, messages: Messages, words: NotificationsMessages) {
  if (code === 'grid-sent') return sent && gridSentText(sent, messages, words);
  return about ? words.named(words.toasts[code], about) : words.toasts[code];
}

/** The last action, shown while it can be undone or while the user points at it. The live region announces it. */
export function ToastLine({ panel }: { panel: Pick<Panel, 'notices'> }) {
  const messages = useMessages();
  const words = useNotificationsMessages();
  const toast = panel.notices.toast.value;
  if (!toast || !words) return null;
  const hold = (held: boolean) => () => panel.notices.hold(held);
  const undoToast = () => {
    panel.notices.undo();
    document.querySelector<HTMLElement>('[data-entry][tabindex="0"]')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only gives more time; it acts by its button
    <div
      key={toast.id}
      class="toast"
      onMouseEnter={hold(true)}
      onMouseLeave={hold(false)}
      onFocusIn={hold(true)}
      onFocusOut={hold(false)}
    >
      <Icon name={problems.has(toast.code) ? 'alert' : 'check'} />
      <span>{textOf(toast, messages, words)}</span>
      {toast.undoable && (
        <button type="button" class="btn" onClick={undoToast}>
          {messages.undo}
          <span class="kbd" aria-hidden="true">
            Z
          </span>
        </button>
      )}
    </div>
  );
}
