import type { EntryForm } from '../../../engine/forms.ts';
import type { WritingMessages } from '../../i18n/en/writing.ts';
import { useFormats } from '../../i18n/LocaleProvider.tsx';
import { Icon } from '../parts/Icon.tsx';

interface FormFootProps {
  words: WritingMessages;
  form: EntryForm;
  isNew: boolean;
  isKept: boolean;
  /** The form changes the time of an appointment. */
  moves?: boolean;
  now: number;
  onCancel: () => void;
}

/** The buttons of the form; the submit button names its effect. */
export function FormFoot({ words, form, isNew, isKept, moves = false, now, onCancel }: FormFootProps) {
  const formats = useFormats();
  const act = () => {
    if (form.kind !== 'appointment' || form.startTime === null) return (isNew ? words.submit : words.save)[form.kind];
    if (isNew) return words.book(formats.time(form.startTime));
    return moves ? words.move(formats.moment(form.startTime, now)) : words.save.appointment;
  };
  return (
    <div class="compose-foot">
      {isKept ? (
        <span class="compose-hint">
          <Icon name="check" size={12} />
          {words.kept}
        </span>
      ) : (
        <span class="compose-hint" aria-hidden="true">
          <kbd class="kbd">Ctrl</kbd>
          <kbd class="kbd">Enter</kbd>
        </span>
      )}
      <button type="button" class="btn btn--quiet" onClick={onCancel}>
        {words.cancel}
      </button>
      <button type="submit" class="btn btn--primary">
        {act()}
      </button>
    </div>
  );
}
