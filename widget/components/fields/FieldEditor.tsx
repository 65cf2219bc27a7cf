import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ValueKind } from '../../../sync/fields.ts';
import type { FieldView, Panel } from '../../store/view.ts';
import { usePress } from '../parts/use-press.ts';
import type { FieldEdit } from './field-edit.ts';
import { asTyped, readNumber } from './number-text.ts';
import { useEditorExit } from './use-editor-exit.ts';

export interface EditorProps {
  panel: Panel;
  field: FieldView;
  label: string;
  edit: FieldEdit;
  /** `back`: the focus returns to the resting value. */
  onClose: (back: boolean) => void;
}

/** Which keyboard a touch screen offers. */
const keyboards: Partial<Record<ValueKind, 'email' | 'tel' | 'url' | 'decimal'>> = {
  email: 'email',
  phone: 'tel',
  url: 'url',
  number: 'decimal',
  money: 'decimal',
};

/**
 * Edits a field as text. Enter saves, Tab and leaving save and move on, Esc restores. The input keeps its own text, so
 * that nothing outside can move the cursor or break what an input method is composing.
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
    // A half-typed date or time reads as empty: it was not meant to clear the field.
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
