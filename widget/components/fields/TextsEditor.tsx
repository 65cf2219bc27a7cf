import type { TargetedEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import { MoreIcon } from '../parts/MoreIcon.tsx';
import type { EditorProps } from './FieldEditor.tsx';
import { linesOf } from './field-text.ts';
import { useGroupEditor } from './use-group-editor.ts';
import './editors.css';

/** Edits a list of texts, each in its own input. Empty texts are removed. */
export function TextsEditor({ edit, label, onClose }: EditorProps) {
  const words = useFieldsMessages();
  const { contact } = useMessages();
  const [boxes, setBoxes] = useState<readonly string[]>(() => {
    const lines = linesOf(edit.text);
    return lines.length > 0 ? lines : [''];
  });
  const read = useRef(boxes);
  const group = useGroupEditor({ edit, onClose }, () => textOf(read.current));

  const change = (next: readonly string[]) => {
    read.current = next;
    setBoxes(next);
    edit.type(textOf(next));
  };
  return (
    <div {...group}>
      <div class="texts">
        {boxes.map((text, index) => (
          <input
            // The inputs have no ids; their position identifies them.
            key={index}
            class="input"
            aria-label={words?.box(label, index + 1) ?? label}
            value={text}
            autoComplete="off"
            onInput={(event: TargetedEvent<HTMLInputElement>) =>
              change(boxes.map((other, at) => (at === index ? event.currentTarget.value : other)))
            }
          />
        ))}
        <button type="button" class="link texts-add" onClick={() => change([...boxes, ''])}>
          <MoreIcon name="plus" size={12} />
          {words?.addBox}
        </button>
      </div>
      <p class="field-note field-note--hint">{contact.editHint}</p>
    </div>
  );
}

const textOf = (boxes: readonly string[]) =>
  boxes
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n');
