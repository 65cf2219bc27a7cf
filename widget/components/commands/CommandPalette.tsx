import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useCommandsMessages } from '../../i18n/use-commands.ts';
import { Icon } from '../parts/Icon.tsx';
import { type CommandContext, groups } from './command.ts';
import { Keys } from './Keys.tsx';
import { type Item, itemsAt, matching } from './palette-items.ts';
import { captureFocus, restoreFocus } from './restore-focus.ts';
import '../parts/Dialog.css';
import '../parts/Menu.css';
import './CommandPalette.css';

type CommandPaletteProps = Omit<CommandContext, 'target'> & { onClose: () => void };

/** A searchable list of all commands. When it closes, it restores the focus. */
export function CommandPalette({ onClose, ...from }: CommandPaletteProps) {
  const { close, contact } = useMessages();
  const words = useCommandsMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [origin] = useState(captureFocus);
  const hasLeft = useRef(false);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  useLayoutEffect(() => {
    dialog.current?.showModal();
    input.current?.focus();
  }, [words]);
  useLayoutEffect(() => {
    dialog.current?.querySelector('.is-active')?.scrollIntoView?.({ block: 'nearest' });
  }, [at, text]);
  if (!words) return null;

  const items = matching(itemsAt({ ...from, target: origin.element }, words, contact.fields), text, words);
  const active = items[at];
  // The dialog's close event fires later, when the focus may have moved on, so closing is handled here.
  const leave = () => {
    if (hasLeft.current) return origin.element;
    hasLeft.current = true;
    dialog.current?.close();
    const target = restoreFocus(origin);
    onClose();
    return target;
  };
  const run = (item: Item | undefined) => {
    if (item?.isReady) item.run({ ...from, target: leave() });
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.isComposing) return;
    const last = items.length - 1;
    const to = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last, PageDown: last, PageUp: 0 };
    const next = to[event.key as keyof typeof to];
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter') run(active);
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <dialog
      ref={dialog}
      class="dialog palette"
      aria-label={words.title}
      onClose={leave}
      onClick={(event) => event.target === dialog.current && leave()}
      onKeyDown={onKeyDown}
    >
      <div class="palette-find">
        <Icon name="search" size={14} />
        <input
          ref={input}
          role="combobox"
          aria-label={words.title}
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={active && `${id}${active.id}`}
          placeholder={words.hint}
          autoComplete="off"
          spellcheck={false}
          onInput={(event: TargetedEvent<HTMLInputElement>) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
        />
        <button type="button" class="ib" aria-label={close} title={close} onClick={leave}>
          <Icon name="close" size={14} />
        </button>
      </div>
      <p class="sr" role="status">
        {text && words.found(items.length)}
      </p>
      <div id={id} class="palette-list" role="listbox" aria-label={words.title} tabIndex={-1}>
        {groups
          .map((group) => ({ group, of: items.filter((item) => item.group === group) }))
          .filter(({ of }) => of.length > 0)
          .map(({ group, of }) => (
            // biome-ignore lint/a11y/useSemanticElements: options are grouped by this role alone
            <div key={group} role="group" aria-labelledby={`${id}${group}`}>
              <p id={`${id}${group}`} class="palette-group" role="presentation">
                {words.groups[group]}
              </p>
              {of.map((item) => (
                <div
                  key={item.id}
                  id={`${id}${item.id}`}
                  class={item === active ? 'menu-item is-active' : 'menu-item'}
                  role="option"
                  tabIndex={-1}
                  aria-selected={item === active}
                  aria-disabled={!item.isReady}
                  onMouseMove={() => setAt(items.indexOf(item))}
                  onClick={() => run(item)}
                  onKeyDown={undefined}
                >
                  <span class="clip">{item.label}</span>
                  <span class="end">
                    {item.isReady ? <Keys keys={item.keys.slice(0, 1)} words={words.keys} /> : words.notHere}
                  </span>
                </div>
              ))}
            </div>
          ))}
      </div>
      {items.length === 0 && <p class="palette-none">{words.none(text)}</p>}
    </dialog>
  );
}
