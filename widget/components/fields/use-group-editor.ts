import type { TargetedFocusEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePress } from '../parts/use-press.ts';
import type { EditorProps } from './FieldEditor.tsx';
import { useEditorExit } from './use-editor-exit.ts';

/**
 * The behaviour of an editor with several controls: Enter saves, Esc restores, and leaving all of them saves.
 * `read` returns their value.
 */
export function useGroupEditor({ edit, onClose }: Pick<EditorProps, 'edit' | 'onClose'>, read: () => string) {
  const group = useRef<HTMLDivElement>(null);
  const { exit, hasExited } = useEditorExit(edit, read);
  const pressed = usePress(group);

  useLayoutEffect(() => {
    group.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);

  return {
    ref: group,
    onKeyDown(event: TargetedKeyboardEvent<HTMLElement>) {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      event.stopPropagation();
      exit(event.key === 'Enter' ? 'enter' : 'cancel');
      onClose(true);
    },
    onFocusOut(event: TargetedFocusEvent<HTMLElement>) {
      if (hasExited() || group.current?.contains(event.relatedTarget as Node | null)) return;
      exit('leave');
      pressed.whenReleased(() => onClose(false));
    },
  };
}
