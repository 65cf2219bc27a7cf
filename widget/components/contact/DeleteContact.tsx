import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../../engine/failure.ts';
import type { FieldsMessages } from '../../i18n/en/fields.ts';
import { useLanguage, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { Belongings } from '../../store/views/contact.ts';
import { explain } from '../parts/explain.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { useContactName } from './identity.ts';
import './DeleteContact.css';
import '../parts/Dialog.css';

interface DeleteContactProps {
  panel: Pick<Panel, 'fields' | 'contactWork'>;
  words: FieldsMessages;
  onClose: () => void;
}

/** Confirms the deletion of a contact and lists the entries that are deleted with it. */
export function DeleteContact({ panel, words, onClose }: DeleteContactProps) {
  const messages = useMessages();
  const work = useLoaded(panel.contactWork);
  const language = useLanguage();
  const name = useContactName(panel).value;
  const [stage, setStage] = useState<'asking' | 'deleting'>('asking');
  const [failure, setFailure] = useState<Failure | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    dialog.current?.showModal();
    keep.current?.focus();
  }, []);

  const remove = async () => {
    setStage('deleting');
    const failed = await work?.remove();
    // After a success the row has no contact, so the dialog closes.
    if (failed) {
      setFailure(failed);
      setStage('asking');
    } else onClose();
  };
  const reason =
    failure && (failure.side === 'grist' ? words.delete.rowKept : explain(failure, messages, { label: name }));
  return (
    <dialog
      ref={dialog}
      class="dialog"
      role="alertdialog"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
      onClose={onClose}
    >
      <div class="ask">
        <h2 id={`${id}title`}>{words.delete.title(name)}</h2>
        <p id={`${id}text`}>
          {work && belongingsText(work.belongings(), words, language)} {words.delete.rest}
        </p>
        {reason && (
          <p class="ask-why" role="alert">
            {reason}
          </p>
        )}
        <div class="ask-acts">
          <button ref={keep} type="button" class="btn" onClick={() => dialog.current?.close()}>
            {words.delete.keep}
          </button>
          <button
            type="button"
            class="btn btn--danger"
            disabled={!work || stage === 'deleting' || failure?.side === 'grist'}
            onClick={remove}
          >
            {stage === 'deleting' ? words.delete.deleting : words.delete.act}
          </button>
        </div>
      </div>
    </dialog>
  );
}

/** `9 tasks, 17 notes and 7 appointments go too.` Without numbers if a list is not loaded. */
function belongingsText({ tasks, notes, appointments }: Belongings, words: FieldsMessages, language: string): string {
  const { delete: texts } = words;
  if (tasks === null || notes === null || appointments === null) return texts.allGoes;
  const parts = [
    tasks > 0 && texts.tasks(tasks),
    notes > 0 && texts.notes(notes),
    appointments > 0 && texts.appointments(appointments),
  ].filter((part) => part !== false);
  const count = tasks + notes + appointments;
  if (count === 0) return '';
  // British English has no comma before the last item.
  const list = new Intl.ListFormat(language.startsWith('en') ? 'en-GB' : language).format(parts);
  return texts.goToo(list, count);
}
