import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FieldEdit } from './field-edit.ts';

/**
 * An editor is left once: saved by Enter or by going away, or restored. Some browsers leave an input that is taken away;
 * that, and whatever else follows, does nothing. `read` tells what the editor holds, `null` when that is not a value.
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
