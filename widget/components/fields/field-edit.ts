import { useRef, useState } from 'preact/hooks';
import type { FieldView, Panel } from '../../store/view.ts';
import { identityOf } from '../contact/identity.ts';

export interface FieldEdit {
  editing: boolean;
  /** What the editor starts with: kept text first. */
  text: string;
  open(): void;
  close(): void;
  /** Keeps what was typed so far, so that no accident loses it. */
  type(text: string): void;
  commit(text: string, how: 'enter' | 'leave'): void;
  /** Puts back what was there when the editor opened. */
  cancel(): void;
}

/**
 * One field's way from text to saved. Every step asks whether the panel still shows the row on which the edit began,
 * since the row can change between a key and its effect, and text must never reach another contact.
 */
export function useFieldEdit(panel: Panel, field: FieldView): FieldEdit {
  const [editing, setEditing] = useState(false);
  const start = useRef({ identity: '', draft: null as string | null });
  const isSameRow = () => identityOf(panel) === start.current.identity;
  const { key } = field;

  return {
    editing,
    text: field.draft ?? field.value,
    open() {
      if (field.editable !== true) return;
      start.current = { identity: identityOf(panel), draft: field.draft };
      setEditing(true);
    },
    close: () => setEditing(false),
    type(text) {
      if (isSameRow()) panel.keepDraft(key, text);
    },
    commit(text, how) {
      if (!isSameRow()) return;
      if (text === field.value) {
        if (field.draft !== null || field.failure) panel.discardField(key);
      } else if (how === 'enter' || text !== start.current.draft || !field.failure) {
        panel.saveField(key, text);
      }
    },
    cancel() {
      if (isSameRow() && field.draft !== start.current.draft) panel.keepDraft(key, start.current.draft);
    },
  };
}
