import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useNotificationsMessages } from '../../i18n/use-notifications.ts';
import type { Panel } from '../../store/view.ts';
import type { Toast } from '../../store/views/notices.ts';
import { Icon } from './Icon.tsx';
import './Toast.css';

const problems: ReadonlySet<Toast['code']> = new Set(['not-undone', 'not-redone', 'row-gone']);

/** The last action, shown while it can be undone or while the user points at it. The live region announces it. */
export function ToastLine({ panel }: { panel: Pick<Panel, 'notices'> }) {
  const { undo } = useMessages();
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
      <span>{words.toasts[toast.code]}</span>
      {toast.undoable && (
        <button type="button" class="btn" onClick={undoToast}>
          {undo}
          <span class="kbd" aria-hidden="true">
            Z
          </span>
        </button>
      )}
    </div>
  );
}
