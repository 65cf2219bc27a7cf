import { useEffect, useMemo } from 'preact/hooks';
import type { Panel } from '../store/view.ts';
import type { Linking } from '../store/view-linking.ts';
import { createRemembered } from './remembered.ts';

const typing = 'input:not([type=checkbox]), select, textarea, [contenteditable], dialog, [role=menu]';

/** The keys of a row without a contact; single letters can be switched off, as everywhere in the panel. */
export function useLinkKeys(panel: Panel, linking: Linking | null, onLeave: () => void): void {
  const allowed = useMemo(() => createRemembered('shortcuts', true), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest(typing)) return;
      const isLetter = event.key.length === 1;
      if (isLetter && !allowed.value.peek()) return;
      if (act(isLetter ? event.key.toLowerCase() : event.key, target)) event.preventDefault();
    };

    /** Does what a key asks for; answers whether it did anything. */
    function act(key: string, target: HTMLElement): boolean {
      const buttons = [...document.querySelectorAll<HTMLElement>('[data-link]')];
      const here = buttons.findIndex((button) => button.closest('.match')?.contains(target));
      const focus = (element: HTMLElement | null | undefined) => {
        element?.focus();
        return Boolean(element);
      };
      switch (key) {
        case 'l':
          (buttons[here] ?? buttons[0])?.click();
          return buttons.length > 0;
        case 'j':
        case 'ArrowDown':
          return focus(buttons[here + 1] ?? buttons[here]);
        case 'k':
        case 'ArrowUp':
          return focus(buttons[Math.max(0, here - 1)]);
        case '/':
          return focus(document.querySelector<HTMLElement>('[data-search]'));
        case 'r':
          linking?.again();
          return true;
        case 'z':
          if (!panel.toast.peek()?.undoable) return panel.undoLast();
          panel.undo();
          return true;
        case 'Escape':
          onLeave();
          return true;
        default:
          return false;
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [panel, linking, onLeave, allowed]);
}
