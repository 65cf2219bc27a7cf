import { useEffect } from 'preact/hooks';
import type { Panel } from '../store/view.ts';
import type { Remembered } from './remembered.ts';

export interface ShortcutActions {
  allowed: Remembered;
  openSheet(): void;
}

const typing = 'input:not([type=checkbox]), select, textarea, [contenteditable], dialog, [role=menu], [role=listbox]';

/**
 * Single keys act while the focus is in the panel's page and not in a text field, and can be switched off. Keys with
 * Ctrl, Alt or Meta stay Grist's and the browser's own: Ctrl+Z is Grist's undo, which HighLevel then follows.
 */
export function useShortcuts(panel: Panel, { allowed, openSheet }: ShortcutActions) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest(typing)) return;
      const isLetter = event.key.length === 1 && event.key !== ' ';
      if (isLetter && !allowed.value.peek()) return;
      const key = isLetter ? event.key.toLowerCase() : event.key;
      if (act(event.shiftKey && key === 'z' ? 'redo' : key, target, panel, openSheet)) {
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [panel, allowed, openSheet]);
}

/** Does what a key asks for; answers whether it did anything. */
function act(key: string, target: HTMLElement, panel: Panel, openSheet: () => void): boolean {
  const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')];
  const here = entries.findIndex((entry) => entry.contains(target));
  const inList = here >= 0;
  switch (key) {
    case 'j':
      return focus(entries[here + 1]);
    case 'k':
      return focus(entries[Math.max(0, here - 1)]);
    case 'ArrowDown':
      return inList && focus(entries[here + 1] ?? entries[here]);
    case 'ArrowUp':
      return inList && focus(entries[Math.max(0, here - 1)]);
    case 'Home':
      return inList && focus(entries[0]);
    case 'End':
      return inList && focus(entries.at(-1));
    case 'x':
      return click(entries[here]?.querySelector('.check'));
    case 'e':
      return click(target.closest('[data-field]') ?? entries[here]?.querySelector('[data-edit]'));
    case 'Delete':
    case 'Backspace':
      return click(entries[here]?.querySelector('[data-remove]'));
    case 'n':
    case 't':
    case 'a':
      return click(document.querySelector(`[data-compose=${key}]`));
    case '/':
      return focus(document.querySelector<HTMLElement>('[data-search]'));
    case '?':
      openSheet();
      return true;
    case 'r':
      panel.refresh();
      return true;
    case 'z':
      if (!panel.toast.peek()?.undoable) return panel.undoLast();
      panel.undo();
      return true;
    case 'redo':
      return panel.redoLast();
    case 'Escape':
      if (!panel.toast.peek()) return false;
      panel.dismissToast();
      return true;
    default:
      return false;
  }
}

function focus(element: HTMLElement | null | undefined): boolean {
  element?.focus();
  return Boolean(element);
}

function click(element: HTMLElement | null | undefined): boolean {
  element?.click();
  return Boolean(element);
}
