import type { TargetedEvent } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useLateMessages } from '../i18n/late-words.ts';
import { useMessages } from '../i18n/Words.tsx';
import { Icon } from './Icon.tsx';
import type { Remembered } from './remembered.ts';
import './Dialog.css';

/** Every key of the panel, and the switch for those that are single letters. */
export function ShortcutsSheet({ allowed, onClose }: { allowed: Remembered; onClose: () => void }) {
  const { close } = useMessages();
  const words = useLateMessages()?.shortcuts;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => dialog.current?.showModal(), [words]);
  if (!words) return null;

  const keys: [string, string[]][] = [
    [words.next, ['J', '↓']],
    [words.previous, ['K', '↑']],
    [words.ends, ['Home', 'End']],
    [words.tick, ['X', 'Space']],
    [words.open, ['Enter']],
    [words.edit, ['E', 'Enter']],
    [words.search, ['/']],
    [words.refresh, ['R']],
    [words.undo, ['Z']],
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
