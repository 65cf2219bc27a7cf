import type { TargetedEvent } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useLateMessages } from '../i18n/late-words.ts';
import { useMessages } from '../i18n/Words.tsx';
import { useWritingMessages } from '../i18n/writing-words.ts';
import { Icon } from './Icon.tsx';
import type { Remembered } from './remembered.ts';
import './Dialog.css';

/** Every key of the panel, and the switch for those that are single letters. */
export function ShortcutsSheet({ allowed, onClose }: { allowed: Remembered; onClose: () => void }) {
  const { close } = useMessages();
  const words = useLateMessages()?.shortcuts;
  const writing = useWritingMessages()?.keys;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => dialog.current?.showModal(), [words, writing]);
  if (!words || !writing) return null;

  const keys: [string, string[]][] = [
    [words.next, ['J', '↓']],
    [words.previous, ['K', '↑']],
    [words.ends, ['Home', 'End']],
    [words.tick, ['X', 'Space']],
    [words.open, ['Enter']],
    [writing.edit, ['E']],
    [writing.remove, ['Del']],
    [writing.note, ['N']],
    [writing.task, ['T']],
    [writing.appointment, ['A']],
    [writing.send, ['Ctrl', 'Enter']],
    [words.search, ['/']],
    [words.refresh, ['R']],
    [words.undo, ['Z']],
    [writing.redo, ['Shift', 'Z']],
    [words.back, ['Esc']],
    [words.sheet, ['?']],
  ];
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      onKeyDown={undefined}
    >
      <header class="dialog-head">
        <div>
          <h2 id={id}>{words.title}</h2>
          <p>{words.text}</p>
        </div>
        <button type="button" class="ib" aria-label={close} title={close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <dl class="keys">
        {keys.map(([what, names]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {names.map((name) => (
                <kbd key={name} class="kbd">
                  {name}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <footer class="dialog-foot">
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={allowed.value.value}
            checked={allowed.value.value}
            onChange={(event: TargetedEvent<HTMLInputElement>) => allowed.set(event.currentTarget.checked)}
          />
          {words.on}
        </label>
      </footer>
    </dialog>
  );
}
