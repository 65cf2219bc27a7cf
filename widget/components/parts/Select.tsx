import type { ComponentChildren, TargetedEvent } from 'preact';
import { Icon } from './Icon.tsx';
import './Select.css';

interface SelectProps {
  id?: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  /** The name of the element that says what is missing. */
  missing?: string | undefined;
  /** Shown before the choice: a dot, a face. */
  before?: ComponentChildren;
  /** Its name, when no element says it. */
  label?: string;
  disabled?: boolean;
  onPick: (value: string) => void;
}

/** The browser's own list, in our clothes: every keyboard and phone knows how to use it. */
export function Select({ id, value, choices, missing, before, label, disabled, onPick }: SelectProps) {
  return (
    <div class={before ? 'select select--with' : 'select'}>
      {before}
      <select
        id={id}
        class="input"
        aria-label={label}
        disabled={disabled}
        value={value}
        aria-invalid={missing ? true : undefined}
        aria-describedby={missing}
        onChange={(event: TargetedEvent<HTMLSelectElement>) => onPick(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="chevron" size={14} />
    </div>
  );
}
