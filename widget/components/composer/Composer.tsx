import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useWritingMessages } from '../../i18n/use-writing.ts';
import type { Panel } from '../../store/view.ts';
import type { DraftView } from '../../store/views/entries.ts';
import type { EntryKind } from '../../store/views/timeline.ts';
import type { Desk } from '../timeline/EntryItem.tsx';
import { focusEntry } from '../timeline/entry-focus.ts';
import { ComposerLine } from './ComposerLine.tsx';
import { ComposerTabs } from './ComposerTabs.tsx';
import { DraftTrouble } from './DraftTrouble.tsx';
import { newForm } from './entry-forms.ts';
import { useEntryWork } from './use-entry-work.ts';
import { WriteForm } from './WriteForm.tsx';
import './Composer.css';

const none: readonly DraftView[] = [];

/** Where notes, tasks and appointments begin: a line, and a form when somebody wants to write or left something unsent. */
export function Composer({ panel, desk }: { panel: Panel; desk: Desk }) {
  const words = useWritingMessages();
  // `undefined`: nobody said; it is open where something was left.
  const [asked, setAsked] = useState<{ kind: EntryKind; focusOn: number } | null>();
  const work = useEntryWork(panel, asked);
  const drafts = work?.drafts.value ?? none;
  const fresh = drafts.filter(({ entryId, sending }) => entryId === null && !sending);
  const failed = fresh.filter(({ failure }) => failure !== null);

  useLayoutEffect(() => {
    desk.drafts.value = new Map(drafts.map((draft) => [draft.entryId ?? draft.id, draft]));
  }, [desk.drafts, drafts]);
  // What is given back asks for attention, though not for the focus.
  const givenBack = failed.map(({ id }) => id).join();
  useEffect(() => {
    if (givenBack) setAsked((now) => now ?? undefined);
  }, [givenBack]);

  if (!words) return <div class="composer-line" />;
  const open = (to: EntryKind, takesFocus = true) =>
    setAsked({ kind: to, focusOn: takesFocus ? (asked?.focusOn ?? 0) + 1 : 0 });
  const last = fresh.at(-1);
  const kind = asked === undefined ? last?.form.kind : asked?.kind;
  if (!kind || !work) {
    return <ComposerLine words={words} draft={last} onOpen={open} />;
  }

  const kept = fresh.find(({ form }) => form.kind === kind);
  const others = failed.filter(({ form, id }) => form.kind === kind && id !== kept?.id);
  return (
    <div class="composer">
      <ComposerTabs words={words} kind={kind} drafts={fresh} onPick={open} />
      <div role="tabpanel" id="composer" aria-labelledby={`composer-${kind}`}>
        {others.map(
          ({ id, form, failure }) =>
            failure && (
              <DraftTrouble key={id} {...{ panel, words, form, failure }} draftId={id} label={words.landmark} />
            ),
        )}
        <WriteForm
          key={kind}
          {...{ panel, work, words, kept }}
          label={words.landmark}
          entry={null}
          pristine={newForm(kind, panel)}
          focusOn={asked?.focusOn ?? 0}
          onClose={() => {
            setAsked(null);
            focusEntry(undefined);
          }}
        />
      </div>
    </div>
  );
}
