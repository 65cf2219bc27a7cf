import type { Failure } from '../../../engine/failure.ts';
import type { EntryForm } from '../../../engine/forms.ts';
import { plainOf } from '../../../sync/plain-text.ts';
import type { WritingMessages } from '../../i18n/en/writing.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { EntryWork } from '../../store/views/entries.ts';
import { explain } from '../parts/explain.ts';

interface DraftErrorProps {
  panel: Pick<Panel, 'now' | 'entryWork'>;
  words: WritingMessages;
  draftId: string;
  failure: Failure;
  /** The name of the entry in a sentence. */
  label: string;
  form: EntryForm | null;
  /** Opens the form; absent if it is open. */
  onEdit?: () => void;
  onDiscard?: () => void;
  /** Called when the draft is sent again. */
  onSent?: () => void;
}

/** The reason why a draft was not saved in HighLevel, and the possible actions. */
export function DraftError({
  panel,
  words,
  draftId,
  failure,
  label,
  form,
  onEdit,
  onDiscard,
  onSent,
}: DraftErrorProps) {
  const messages = useMessages();
  const formats = useFormats();
  const act = (verb: (work: EntryWork) => void, then?: () => void) => () => {
    panel.entryWork().then(verb, () => {});
    then?.();
  };
  const isChanged = failure.code === 'changed';
  const theirs = (failure.theirs ?? '')
    .split('\n')
    .map((line) => (isInstant(line) ? formats.moment(Date.parse(line), panel.now.peek()) : plainOf(line).plain));
  const gone = isSlotGone(failure, form) && form?.kind === 'appointment' && form.startTime !== null;
  const message = isChanged
    ? `${words.changed} ${theirs.filter(Boolean).join(' · ')}`
    : explain(failure, messages, { label });

  return (
    <p class="entry-trouble" data-asks={isChanged || undefined}>
      <span>{message}</span>
      {failure.retryable && (
        <button type="button" class="link" onClick={act((work) => work.retry(draftId), onSent)}>
          {messages.tryAgain}
        </button>
      )}
      {isChanged && (
        <button type="button" class="link" onClick={act((work) => work.overwrite(draftId), onSent)}>
          {words.useMine}
        </button>
      )}
      {onEdit && (
        <button type="button" class="link" onClick={onEdit}>
          {gone ? words.chooseAnother : words.edit}
        </button>
      )}
      <button type="button" class="link" onClick={act((work) => work.discard(draftId), onDiscard)}>
        {isChanged ? words.useTheirs : words.discard}
      </button>
    </p>
  );
}

const isInstant = (line: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(line);

/** HighLevel refuses a booking of a taken slot with a sentence, without a specific code. */
export function isSlotGone(failure: Failure | null | undefined, form: EntryForm | null): boolean {
  if (failure?.code !== 'rejected' || form?.kind !== 'appointment' || form.outsideSlots) return false;
  return /\bslot\b/i.test(failure.complaint ?? '');
}
