import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ValueKind } from '../../../sync/fields.ts';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';
import { usePress } from '../parts/use-press.ts';
import type { FieldEdit } from './field-edit.ts';
import { asTyped, readNumber } from './number-text.ts';
import { useEditorExit } from './use-editor-exit.ts';

export interface EditorProps {
  panel: Pick<Panel, 'environment' | 'contactWork' | 'directory'>;
  field: FieldView;
  label: string;
  edit: FieldEdit;
  /** `back`: the focus returns to the value's button. */
  onClose: (back: boolean) => void;
}

/** The virtual keyboards of the kinds. */
const keyboards: Partial<Record<ValueKind, 'email' | 'tel' | 'url' | 'decimal'>> = {
  email: 'email',
  phone: 'tel',
  url: 'url',
  number: 'decimal',
  money: 'decimal',
};

/**
 * Edits a field as text. Enter saves, Tab and blur save and move on, Esc restores. The input is uncontrolled, so
 * that updates cannot move the cursor or break the composition of an input method.
 */
export function FieldEditor({ panel, field, label, edit, onClose }: EditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const pressed = usePress(input);
  const { culture } = panel.environment;
  const isNumber = field.kind === 'number' || field.kind === 'money';
  const read = (typed: string) => (isNumber ? readNumber(typed, culture) : typed.trim());
  const text = useRef(isNumber ? asTyped(edit.text, culture) : edit.text);
  const native = field.kind === 'date' || field.kind === 'time' ? field.kind : null;

  useLayoutEffect(() => {
    input.current?.focus();
    if (!native) input.current?.select();
  }, []);

  const { exit, hasExited } = useEditorExit(edit, () =>
    // A half-typed date or time has an empty value but must not clear the field.
    input.current?.validity?.badInput ? null : read(input.current?.value ?? text.current),
  );
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    exit(event.key === 'Enter' ? 'enter' : 'cancel');
    onClose(true);
  };
  const onBlur = () => {
    if (hasExited()) return;
    exit('leave');
    pressed.whenReleased(() => onClose(false));
  };

  const common = {
    ref: input,
    class: 'input',
    defaultValue: text.current,
    'aria-label': label,
    'aria-invalid': field.failure ? true : undefined,
    autoComplete: 'off',
    onInput: (event: TargetedEvent<HTMLInputElement>) =>
      edit.type(isNumber ? read(event.currentTarget.value) : event.currentTarget.value),
    onKeyDown,
    onBlur,
  };
  return native ? (
    <input type={native} {...common} />
  ) : (
    <input type="text" inputMode={keyboards[field.kind] ?? 'text'} spellcheck={false} {...common} />
  );
}
