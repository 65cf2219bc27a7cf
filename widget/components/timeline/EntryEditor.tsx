import { useEffect } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useWritingMessages } from '../../i18n/use-writing.ts';
import type { Entry } from '../../store/views/timeline.ts';
import { formOfEntry } from '../composer/entry-forms.ts';
import { useEntryWork } from '../composer/use-entry-work.ts';
import { WriteForm } from '../composer/WriteForm.tsx';
import type { EntryContext } from './entry-context.ts';
import { focusEntry } from './entry-focus.ts';
import '../composer/Composer.css';

/** Edits an entry in place. */
export function EntryEditor({ entry, panel, writing }: { entry: Entry } & EntryContext) {
  const { timeline } = useMessages();
  const words = useWritingMessages();
  const work = useEntryWork(panel);
  const draft = work?.drafts.value.find(({ entryId, sending }) => entryId === entry.id && !sending);
  const isShut = panel.readOnly.value;
  useEffect(() => {
    if (isShut) writing.editing.value = null;
  }, [isShut, writing.editing]);
  const close = () => {
    writing.editing.value = null;
    focusEntry(entry.id);
  };
  return (
    <li class="entry-edit" data-entry={entry.id} tabIndex={-1}>
      {words && work && (
        <WriteForm
          panel={panel}
          work={work}
          words={words}
          entry={entry}
          label={`${words.edit}: ${timeline[entry.kind]}`}
          pristine={formOfEntry(entry)}
          initialDraft={draft}
          focusOn={1}
          onClose={close}
        />
      )}
    </li>
  );
}
