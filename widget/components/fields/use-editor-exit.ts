import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FieldEdit } from './field-edit.ts';

/**
 * An editor exits once: it saves on Enter or blur, or restores. Some browsers fire blur when an input is removed;
 * this and any later exit has no effect. `read` returns the editor's value, or `null` if it is not valid.
 */
export function useEditorExit(edit: FieldEdit, read: () => string | null) {
  const exited = useRef(false);
  useLayoutEffect(
    () => () => {
      exited.current = true;
    },
    [],
  );
  return {
    hasExited: () => exited.current,
    exit(how: 'enter' | 'leave' | 'cancel') {
      if (exited.current) return;
      exited.current = true;
      const text = how === 'cancel' ? null : read();
      if (text === null || how === 'cancel') edit.cancel();
      else edit.commit(text, how);
    },
  };
}
