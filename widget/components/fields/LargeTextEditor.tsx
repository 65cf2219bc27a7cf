import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import { usePress } from '../parts/use-press.ts';
import type { EditorProps } from './FieldEditor.tsx';
import { useEditorExit } from './use-editor-exit.ts';
import './editors.css';

/** Edits a multi-line text: Enter inserts a line break, Ctrl+Enter and blur save, Esc restores. */
export function LargeTextEditor({ field, label, edit, onClose }: EditorProps) {
  const words = useFieldsMessages();
  const area = useRef<HTMLTextAreaElement>(null);
  const pressed = usePress(area);
  const start = useRef(edit.text);
  const { exit, hasExited } = useEditorExit(edit, () => (area.current?.value ?? start.current).trim());

  const grow = () => {
    const { current } = area;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight + 2}px`;
  };
  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(start.current.length, start.current.length);
    grow();
  }, []);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.isComposing) return;
    const saves = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!saves && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    exit(saves ? 'enter' : 'cancel');
    onClose(true);
  };

  return (
    <>
      <textarea
        ref={area}
        class="input input--area"
        rows={3}
        defaultValue={start.current}
        aria-label={label}
        aria-invalid={field.failure ? true : undefined}
        onInput={(event: TargetedEvent<HTMLTextAreaElement>) => {
          edit.type(event.currentTarget.value);
          grow();
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (hasExited()) return;
          exit('leave');
          pressed.whenReleased(() => onClose(false));
        }}
      />
      <p class="field-note field-note--hint">{words?.editLong}</p>
    </>
  );
}
