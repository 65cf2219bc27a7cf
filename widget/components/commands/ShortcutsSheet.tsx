import type { TargetedEvent } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useCommandsMessages } from '../../i18n/use-commands.ts';
import type { Panel } from '../../store/view.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Persisted } from '../parts/persisted.ts';
import { groups } from './command.ts';
import { Keys } from './Keys.tsx';
import { commandsFor } from './registry.ts';
import { captureFocus, restoreFocus } from './restore-focus.ts';
import '../parts/Dialog.css';

interface ShortcutsSheetProps {
  panel: Panel;
  allowed: Persisted;
  onClose: () => void;
}

/** The shortcuts of the current screen, and the switch for single-letter shortcuts. */
export function ShortcutsSheet({ panel, allowed, onClose }: ShortcutsSheetProps) {
  const { close } = useMessages();
  const words = useCommandsMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const origin = useRef(captureFocus());
  const id = useId();
  useLayoutEffect(() => dialog.current?.showModal(), [words]);
  if (!words) return null;

  const keyed = commandsFor(panel).filter(({ keys }) => keys.length > 0);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onClose={() => {
        restoreFocus(origin.current);
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      onKeyDown={undefined}
    >
      <header class="dialog-head">
        <div>
          <h2 id={id}>{words.shortcuts.title}</h2>
          <p>{words.shortcuts.text}</p>
        </div>
        <button type="button" class="ib" aria-label={close} title={close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      {groups
        .map((group) => ({ group, of: keyed.filter((command) => command.group === group) }))
        .filter(({ of }) => of.length > 0)
        .map(({ group, of }) => (
          <section key={group} aria-labelledby={`${id}${group}`}>
            <h3 id={`${id}${group}`} class="keys-head">
              {words.groups[group]}
            </h3>
            <dl class="keys">
              {of.map(({ name, keys }) => (
                <div key={name}>
                  <dt>{words.names[name]}</dt>
                  <dd>
                    <Keys keys={keys} words={words.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      <footer class="dialog-foot">
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={allowed.value.value}
            checked={allowed.value.value}
            onChange={(event: TargetedEvent<HTMLInputElement>) => allowed.set(event.currentTarget.checked)}
          />
          {words.shortcuts.on}
        </label>
      </footer>
    </dialog>
  );
}
