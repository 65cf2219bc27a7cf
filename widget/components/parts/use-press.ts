import { useEffect, useRef } from 'preact/hooks';

/**
 * Detects a pressed pointer button outside an editor. The editor closes only after its release: closing removes a line, and the
 * pressed element would move away from the pointer before the click.
 */
export function usePress(editor: { current: HTMLElement | null }) {
  const down = useRef(false);
  useEffect(() => {
    const onDown = (event: PointerEvent) => {
      down.current = !editor.current?.contains(event.target as Node);
    };
    const onUp = () => {
      down.current = false;
    };
    document.addEventListener('pointerdown', onDown, true);
    document.addEventListener('pointerup', onUp, true);
    document.addEventListener('pointercancel', onUp, true);
    return () => {
      document.removeEventListener('pointerdown', onDown, true);
      document.removeEventListener('pointerup', onUp, true);
      document.removeEventListener('pointercancel', onUp, true);
    };
  }, [editor]);
  return {
    whenReleased(action: () => void) {
      if (!down.current) return action();
      const once = { capture: true, once: true };
      const later = () => setTimeout(action);
      document.addEventListener('pointerup', later, once);
      document.addEventListener('pointercancel', later, once);
    },
  };
}
