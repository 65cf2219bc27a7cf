import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ValueKind } from '../../sync/refs.ts';
import type { FieldView, Panel } from '../store/view.ts';
import type { FieldEdit } from './field-edit.ts';

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
export function FieldEditor({ field, label, edit, onClose }: EditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const settled = useRef(false);
  const pressed = usePress(input);
  const text = useRef(edit.text);

  useLayoutEffect(() => {
    input.current?.focus();
    if (field.kind !== 'date') input.current?.select();
    return () => {
      settled.current = true;
    };
  }, []);

  const settle = (how: 'enter' | 'leave' | 'cancel') => {
    if (settled.current) return;
    settled.current = true;
    // A half-typed date reads as empty: it was not meant to clear the field.
    const unfinished = input.current?.validity?.badInput;
    if (how === 'cancel' || unfinished) edit.cancel();
    else edit.commit((input.current?.value ?? text.current).trim(), how);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    settle(event.key === 'Enter' ? 'enter' : 'cancel');
    onClose(true);
  };
  const onBlur = () => {
    // Some browsers leave an input that is taken away; what became of it is settled by then.
    if (settled.current) return;
    settle('leave');
    pressed.whenReleased(() => onClose(false));
  };

  const common = {
    ref: input,
    class: 'input',
    defaultValue: text.current,
    'aria-label': label,
    'aria-invalid': field.failure ? true : undefined,
    autoComplete: 'off',
    onInput: (event: TargetedEvent<HTMLInputElement>) => edit.type(event.currentTarget.value),
    onKeyDown,
    onBlur,
  };
  return field.kind === 'date' ? (
    <input type="date" {...common} />
  ) : (
    <input type="text" inputMode={keyboards[field.kind] ?? 'text'} spellcheck={false} {...common} />
  );
}

/**
 * Leaving by the mouse closes the editor only when the button is up again: closing takes a line away, and what the
 * person is pressing would move from under the pointer before the click.
 */
function usePress(input: { current: HTMLElement | null }) {
  const down = useRef(false);
  useEffect(() => {
    const onDown = (event: PointerEvent) => {
      down.current = event.target !== input.current;
    };
    const onUp = () => {
      down.current = false;
    };
    document.addEventListener('pointerdown', onDown, true);
    document.addEventListener('pointerup', onUp, true);
    document.addEventListener('pointercancel', onUp, true);
    return () => {
      document.removeEventListener('pointerdown', onDown, true);
      document.removeEventListener('pointerup', onUp, true);
      document.removeEventListener('pointercancel', onUp, true);
    };
  }, [input]);
  return {
    whenReleased(action: () => void) {
      if (!down.current) return action();
      const once = { capture: true, once: true };
      const later = () => setTimeout(action);
      document.addEventListener('pointerup', later, once);
      document.addEventListener('pointercancel', later, once);
    },
  };
}
