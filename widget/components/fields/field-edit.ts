import { useRef, useState } from 'preact/hooks';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';
import { identityOf } from '../contact/identity.ts';

export interface FieldEdit {
  editing: boolean;
  /** The initial text of the editor: the draft, or else the value. */
  text: string;
  open(): void;
  close(): void;
  /** Stores the typed text as a draft. */
  type(text: string): void;
  commit(text: string, how: 'enter' | 'leave'): void;
  /** Restores the draft from before the editor opened. */
  cancel(): void;
}

/**
 * The state of one field's edit. Every step checks that the panel still shows the row on which the edit started,
 * because the row can change between a key and its effect, and text must never be saved on another contact.
 */
export function useFieldEdit(panel: Pick<Panel, 'row' | 'fields'>, field: FieldView): FieldEdit {
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
      if (isSameRow()) panel.fields.keepDraft(key, text);
    },
    commit(text, how) {
      if (!isSameRow()) return;
      if (text === field.value) {
        if (field.draft !== null || field.failure) panel.fields.discard(key);
      } else if (how === 'enter' || text !== start.current.draft || !field.failure) {
        panel.fields.save(key, text);
      }
    },
    cancel() {
      if (isSameRow() && field.draft !== start.current.draft) panel.fields.keepDraft(key, start.current.draft);
    },
  };
}
