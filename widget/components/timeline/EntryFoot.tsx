import { useLayoutEffect, useRef } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useWritingMessages } from '../../i18n/use-writing.ts';
import type { Panel } from '../../store/view.ts';
import type { DraftView } from '../../store/views/entries.ts';
import type { Entry } from '../../store/views/timeline.ts';
import { DraftError } from '../composer/DraftError.tsx';
import { otherTimeZones } from '../contact/other-time-zones.ts';
import { Icon } from '../parts/Icon.tsx';
import { EntryActions } from './EntryActions.tsx';
import type { WritingState } from './entry-context.ts';
import { passFocus } from './entry-focus.ts';
import './EntryFoot.css';

interface EntryFootProps {
  panel: Pick<Panel, 'environment' | 'now' | 'contact' | 'entryWork' | 'directory'>;
  writing: WritingState;
  entry: Entry;
  /** The entry's draft, which is not in HighLevel. */
  draft: DraftView | undefined;
  tabIndex: 0 | -1;
}

/** The actions and the save state of an entry. Rendered when the user points at the entry or edits it. */
export function EntryFoot({ panel, writing, entry, draft, tabIndex }: EntryFootProps) {
  const { timeline } = useMessages();
  const words = useWritingMessages();
  const here = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    // The entry is painted before these messages are loaded.
    const when = here.current?.parentElement?.querySelector<HTMLElement>('[data-when]');
    if (when && words) when.title = entry.at === null ? '' : otherTimeZones(panel, entry.at, words);
  }, [panel, entry.at, words]);
  useLayoutEffect(() => {
    const item = here.current?.closest<HTMLElement>('[data-entry]');
    return () => {
      // The editor that replaces the entry takes the focus itself.
      if (item && writing.editing.peek() !== entry.id) passFocus(item);
    };
  }, [words]);
  if (!words) return null;

  const edit = () => {
    writing.editing.value = entry.id;
  };
  const discard = (draftId: string) => () =>
    void panel.entryWork().then(
      (work) => work.discard(draftId),
      () => {},
    );
  const isKept = draft && draft.entryId !== null && !draft.sending && !draft.failure;
  return (
    <>
      <span ref={here} hidden />
      {entry.trouble && (
        <DraftError
          panel={panel}
          words={words}
          draftId={entry.trouble.draftId}
          failure={entry.trouble.failure}
          label={timeline[entry.kind]}
          form={draft?.form ?? null}
          {...(draft && { onEdit: edit })}
        />
      )}
      {isKept && (
        <p class="entry-kept">
          <span>{words.kept}</span>
          <button type="button" class="link" onClick={edit}>
            {words.edit}
          </button>
          <button type="button" class="link" onClick={discard(draft.id)}>
            {words.discard}
          </button>
        </p>
      )}
      {entry.pending ? (
        <span class="entry-saving mark mark--saving" role="img" aria-label={words.saving} title={words.saving}>
          <Icon name="arc" size={12} />
        </span>
      ) : (
        <EntryActions panel={panel} words={words} entry={entry} tabIndex={tabIndex} onEdit={edit} />
      )}
    </>
  );
}
