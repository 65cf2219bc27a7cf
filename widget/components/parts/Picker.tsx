import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { fold } from '../fields/field-text.ts';
import { Icon } from './Icon.tsx';
import './Menu.css';
import './Picker.css';

export interface Choice {
  value: string;
  label: string;
}

interface PickerProps {
  label: string;
  choices: readonly Choice[];
  value: string;
  /** The message while the choices are loading. */
  placeholder?: string | undefined;
  onPick: (value: string) => void;
  onClose: (back: boolean) => void;
}

/** A searchable list of choices. Leaving it changes nothing. */
export function Picker({ label, choices, value, placeholder, onPick, onClose }: PickerProps) {
  const { contact: words } = useMessages();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      choices.findIndex((choice) => choice.value === value),
    ),
  );
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const matches = choices.filter((choice) => fold(choice.label).includes(fold(search)));
  const active = matches[at];
  // Chromium fires blur when the input is removed; the key that closed the list has already decided where the focus goes.
  const isClosed = useRef(false);
  const onlyOnce = <T,>(end: (how: T) => void) => {
    return (how: T) => {
      if (isClosed.current) return;
      isClosed.current = true;
      end(how);
    };
  };
  const pick = onlyOnce(onPick);
  const close = onlyOnce(onClose);

  useLayoutEffect(() => input.current?.focus(), []);
  useLayoutEffect(() => {
    list.current?.querySelector('.is-active')?.scrollIntoView?.({ block: 'nearest' });
  }, [at, search]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    const last = matches.length - 1;
    const target = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), PageDown: last, PageUp: 0 };
    const next = target[event.key as keyof typeof target];
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter') active && pick(active.value);
    else if (event.key === 'Escape') close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onInput = (event: TargetedEvent<HTMLInputElement>) => {
    setSearch(event.currentTarget.value);
    setAt(0);
  };

  return (
    <>
      <input
        ref={input}
        class="input"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={active && `${id}${at}`}
        placeholder={choices.find((choice) => choice.value === value)?.label ?? words.pickHint}
        autoComplete="off"
        spellcheck={false}
        onInput={onInput}
        onKeyDown={onKeyDown}
        onBlur={() => close(false)}
      />
      <div ref={list} id={id} class="menu picker-list" role="listbox" aria-label={label} tabIndex={-1}>
        {matches.map((choice, index) => (
          <div
            key={choice.value}
            id={`${id}${index}`}
            class={choice === active ? 'menu-item is-active' : 'menu-item'}
            role="option"
            tabIndex={-1}
            aria-selected={choice.value === value}
            // A press must not take the focus from the input, because its blur would close the list before the click.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setAt(index)}
            onClick={() => pick(choice.value)}
            onKeyDown={undefined}
          >
            <span class={choice.value === '' ? 'muted' : undefined}>{choice.label}</span>
            {choice.value === value && (
              <span class="end">
                <Icon name="check" size={14} />
              </span>
            )}
          </div>
        ))}
        {(placeholder ?? matches.length === 0) && <p class="picker-none">{placeholder ?? words.noChoice}</p>}
      </div>
    </>
  );
}
