import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { NotificationsMessages } from '../../i18n/en/notifications.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useNotificationsMessages } from '../../i18n/use-notifications.ts';
import type { Panel } from '../../store/view.ts';
import type { UnsavedEdit } from '../../store/views/unsaved.ts';
import { explain } from './explain.ts';
import { Icon } from './Icon.tsx';
import { useLoaded } from './use-loaded.ts';
import './Dialog.css';
import './UnsavedEdits.css';

interface UnsavedEditsProps {
  panel: Pick<Panel, 'unsaved' | 'moves'>;
  onClose: () => void;
}

const icons = { failed: 'alert', waiting: 'dot', typed: 'note' } as const;

/** Edits of all rows that are not saved on both sides: what, whose, why, and the way there. */
export function UnsavedEdits({ panel, onClose }: UnsavedEditsProps) {
  const { close } = useMessages();
  const words = useNotificationsMessages();
  const unsaved = useLoaded(panel.unsaved.load);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => dialog.current?.showModal(), [words, unsaved]);
  if (!words || !unsaved) return null;

  const leave = () => dialog.current?.close();
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={onClose}>
      <header class="dialog-head">
        <h2 id={id}>{words.unsaved.title}</h2>
        <button type="button" class="ib" aria-label={close} title={close} onClick={leave}>
          <Icon name="close" />
        </button>
      </header>
      {unsaved.list.value.length === 0 && <p class="unsaved-none">{words.unsaved.none}</p>}
      <ul class="unsaved">
        {unsaved.list.value.map((edit) => (
          <li key={edit.id} class={`unsaved--${edit.state}`}>
            <Icon name={icons[edit.state]} />
            <Explained edit={edit} words={words} />
            {edit.state === 'waiting' ? (
              <button type="button" class="btn btn--sm" onClick={() => unsaved.retry(edit.id)}>
                {words.unsaved.tryNow}
              </button>
            ) : (
              <button
                type="button"
                class="btn btn--sm"
                onClick={() => {
                  leave();
                  void panel.moves.go({ rowId: edit.rowId, contactId: edit.contactId });
                }}
              >
                {words.unsaved.go}
              </button>
            )}
          </li>
        ))}
      </ul>
    </dialog>
  );
}

function Explained({ edit, words }: { edit: UnsavedEdit; words: NotificationsMessages }) {
  const messages = useMessages();
  const { subject, name, text, failure } = edit;
  const what =
    subject.kind === 'field'
      ? (subject.label ??
        messages.contact.fields[subject.field as keyof typeof messages.contact.fields] ??
        subject.field)
      : words.unsaved.kinds[subject.kind];
  return (
    <div>
      <p>{words.unsaved.of(what, name)}</p>
      <small>
        {failure
          ? explain(failure, messages, { label: what, ...(subject.kind === 'field' && { kind: subject.holds }) })
          : words.unsaved.typed}
        {text !== '' && ` ${words.unsaved.youTyped(text)}`}
      </small>
    </div>
  );
}
