import { useState } from 'preact/hooks';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import type { EditorProps } from './FieldEditor.tsx';
import { linesOf } from './field-text.ts';
import { useGroupEditor } from './use-group-editor.ts';
import './editors.css';

/** Edits a field with several choices: native checkboxes, saved together. */
export function ChoicesEditor({ field, label, edit, onClose }: EditorProps) {
  const words = useFieldsMessages();
  const [ticked, setTicked] = useState(() => linesOf(edit.text));
  // Values that are no longer among the choices are shown too, so that saving does not remove them silently.
  const [choices] = useState(() => [...new Set([...field.choices, ...linesOf(edit.text)])]);
  const group = useGroupEditor({ edit, onClose }, () => ticked.join('\n'));

  const toggle = (choice: string) => {
    const wanted = ticked.includes(choice) ? ticked.filter((one) => one !== choice) : [...ticked, choice];
    // In the order of the choices, so that undoing a tick restores the original value.
    const next = choices.filter((one) => wanted.includes(one));
    setTicked(next);
    edit.type(next.join('\n'));
  };
  return (
    <div {...group}>
      <fieldset class="boxes">
        <legend class="sr">{label}</legend>
        {choices.map((choice) => (
          <label key={choice} class="boxes-item">
            <input type="checkbox" class="check" checked={ticked.includes(choice)} onChange={() => toggle(choice)} />
            <span>{choice}</span>
          </label>
        ))}
      </fieldset>
      <p class="field-note field-note--hint">{words?.editChoices}</p>
    </div>
  );
}
