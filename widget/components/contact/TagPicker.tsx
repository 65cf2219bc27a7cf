import type { ComponentChildren, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useCallback, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldsMessages } from '../../i18n/en/fields.ts';
import type { Panel } from '../../store/view.ts';
import { MoreIcon } from '../parts/MoreIcon.tsx';
import { useLoading } from '../parts/use-loaded.ts';
import '../parts/Menu.css';
import '../parts/Picker.css';

interface TagPickerProps {
  panel: Pick<Panel, 'contactWork'>;
  words: FieldsMessages;
  tags: readonly string[];
  onChange: (tags: readonly string[]) => void;
  onClose: (back: boolean) => void;
}

/** More options are not shown; the user types another letter instead. */
const maxOptions = 50;
/** HighLevel stores tags in lower case. */
const normalise = (tag: string) => tag.trim().toLowerCase();

/** Adds tags: existing tags of the location first, then a new one, which is created in the location. */
export function TagPicker({ panel, words, tags, onChange, onClose }: TagPickerProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const loading = useLoading(useCallback(async () => (await panel.contactWork()).tags(), [panel]));
  const wanted = normalise(typed);
  const mine = new Set(tags.map(normalise));
  const known = (loading.value ?? []).filter((tag) => !mine.has(normalise(tag)) && normalise(tag).includes(wanted));
  // Tags that start with the text rank first.
  known.sort((one, other) => Number(normalise(other).startsWith(wanted)) - Number(normalise(one).startsWith(wanted)));
  const options = known.slice(0, maxOptions);
  const isNew = wanted !== '' && !mine.has(wanted) && !loading.value?.some((tag) => normalise(tag) === wanted);
  const count = options.length + (isNew ? 1 : 0);

  useLayoutEffect(() => input.current?.focus(), []);
  useLayoutEffect(() => {
    list.current?.querySelector('.is-active')?.scrollIntoView?.({ block: 'nearest' });
  }, [at, typed]);

  const add = (tag: string) => {
    onChange([...tags, tag.trim()]);
    setTyped('');
    setAt(0);
    if (input.current) input.current.value = '';
  };
  const pickActive = () => {
    const option = options[at];
    if (option !== undefined) add(option);
    else if (isNew) add(typed);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, count - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') pickActive();
    else if (event.key === 'Escape') onClose(true);
    else if (event.key === 'Backspace' && typed === '' && tags.length > 0) onChange(tags.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const option = (index: number, onPick: () => void) => ({
    id: `${id}${index}`,
    isActive: index === at,
    onPoint: () => setAt(index),
    onPick,
  });

  return (
    <div class="tag-pick">
      <input
        ref={input}
        class="input"
        role="combobox"
        aria-label={words.addTag}
        aria-expanded={count > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${id}${at}` : undefined}
        autoComplete="off"
        spellcheck={false}
        onInput={(event: TargetedEvent<HTMLInputElement>) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => onClose(false)}
      />
      <div ref={list} class="menu picker-list">
        <div id={id} role="listbox" aria-label={words.addTag} tabIndex={-1}>
          {options.map((tag, index) => (
            <Option key={tag} {...option(index, () => add(tag))}>
              <Highlighted text={tag} part={wanted} />
            </Option>
          ))}
          {isNew && (
            <Option look="tag-new" {...option(options.length, () => add(typed))}>
              <MoreIcon name="plus" />
              <span>
                {words.newTag(wanted)}
                <small>{words.newTagHow}</small>
              </span>
            </Option>
          )}
        </div>
        {!loading.value && <p class="picker-none">{loading.failed ? words.tagsUnread : words.reading}</p>}
      </div>
    </div>
  );
}

interface OptionProps {
  id: string;
  look?: string;
  isActive: boolean;
  onPoint: () => void;
  onPick: () => void;
  children: ComponentChildren;
}

function Option({ id, look = '', isActive, onPoint, onPick, children }: OptionProps) {
  return (
    <div
      id={id}
      class={`menu-item ${look}${isActive ? ' is-active' : ''}`}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      // A press must not take the focus from the input, because its blur would close the list before the click.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onPick}
      onKeyDown={undefined}
    >
      {children}
    </div>
  );
}

/** A text with the typed part in bold. */
function Highlighted({ text, part }: { text: string; part: string }) {
  const at = part === '' ? -1 : text.toLowerCase().indexOf(part);
  if (at < 0) return <span>{text}</span>;
  return (
    <span>
      {text.slice(0, at)}
      <b>{text.slice(at, at + part.length)}</b>
      {text.slice(at + part.length)}
    </span>
  );
}
