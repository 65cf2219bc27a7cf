import type { ComponentChildren, TargetedEvent } from 'preact';
import { Icon } from './Icon.tsx';
import './Select.css';

interface SelectProps {
  id?: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  /** The id of the element with the validation message. */
  missing?: string | undefined;
  /** Shown before the choice: a colour or an avatar. */
  before?: ComponentChildren;
  /** Its accessible name, if it has no label element. */
  label?: string;
  disabled?: boolean;
  onPick: (value: string) => void;
}

/** A styled native select, which works with every keyboard and phone. */
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
