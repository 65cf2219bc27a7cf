import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { EntryKind } from '../../../sync/entries.ts';
import { useFormats } from '../../i18n/LocaleProvider.tsx';
import { useWritingMessages } from '../../i18n/use-writing.ts';
import type { Panel } from '../../store/view.ts';
import type { DraftView } from '../../store/views/entries.ts';
import type { WritingState } from '../timeline/entry-context.ts';
import { focusEntry } from '../timeline/entry-focus.ts';
import { ComposerLine } from './ComposerLine.tsx';
import { ComposerTabs } from './ComposerTabs.tsx';
import { DraftError } from './DraftError.tsx';
import { newForm } from './entry-forms.ts';
import { useEntryWork } from './use-entry-work.ts';
import { WriteForm } from './WriteForm.tsx';
import './Composer.css';

const none: readonly DraftView[] = [];

interface ComposerProps {
  panel: Pick<Panel, 'environment' | 'now' | 'row' | 'contact' | 'entryWork' | 'directory'>;
  writing: WritingState;
}

/** Creates notes, tasks and appointments: a line, or a form when the user opens it or has an unsent draft. */
export function Composer({ panel, writing }: ComposerProps) {
  const words = useWritingMessages();
  const { clock } = useFormats();
  // `undefined`: the user has neither opened nor closed it; it is open if there is a draft.
  const [requested, setRequested] = useState<{ kind: EntryKind; focusOn: number } | null>();
  const work = useEntryWork(panel, requested);
  const drafts = work?.drafts.value ?? none;
  const newDrafts = drafts.filter(({ entryId, sending }) => entryId === null && !sending);
  const failed = newDrafts.filter(({ failure }) => failure !== null);

  useLayoutEffect(() => {
    writing.drafts.value = new Map(drafts.map((draft) => [draft.entryId ?? draft.id, draft]));
  }, [writing.drafts, drafts]);
  // A failed draft reopens the form without taking the focus.
  const failedIds = failed.map(({ id }) => id).join();
  useEffect(() => {
    if (failedIds) setRequested((now) => now ?? undefined);
  }, [failedIds]);

  if (!words) return <div class="composer-line" />;
  const open = (to: EntryKind, takesFocus = true) =>
    setRequested({ kind: to, focusOn: takesFocus ? (requested?.focusOn ?? 0) + 1 : 0 });
  const last = newDrafts.at(-1);
  const kind = requested === undefined ? last?.form.kind : requested?.kind;
  if (!kind || !work) {
    return <ComposerLine words={words} draft={last} onOpen={open} />;
  }

  const initialDraft = newDrafts.find(({ form }) => form.kind === kind);
  const others = failed.filter(({ form, id }) => form.kind === kind && id !== initialDraft?.id);
  return (
    <div class="composer">
      <ComposerTabs words={words} kind={kind} drafts={newDrafts} onPick={open} />
      <div role="tabpanel" id="composer" aria-labelledby={`composer-${kind}`}>
        {others.map(
          ({ id, form, failure }) =>
            failure && (
              <DraftError
                key={id}
                panel={panel}
                words={words}
                form={form}
                failure={failure}
                draftId={id}
                label={words.landmark}
              />
            ),
        )}
        <WriteForm
          key={kind}
          panel={panel}
          work={work}
          words={words}
          initialDraft={initialDraft}
          label={words.landmark}
          entry={null}
          pristine={newForm(kind, panel, clock)}
          focusOn={requested?.focusOn ?? 0}
          onClose={() => {
            setRequested(null);
            focusEntry(undefined);
          }}
        />
      </div>
    </div>
  );
}
