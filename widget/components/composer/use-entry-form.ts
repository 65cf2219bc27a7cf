import { useRef, useState } from 'preact/hooks';
import type { EntryForm, Missing } from '../../../engine/forms.ts';
import type { Panel } from '../../store/view.ts';
import type { DraftView, EntryWork } from '../../store/views/entries.ts';
import { identityOf } from '../contact/identity.ts';
import { isSameForm } from './entry-forms.ts';

export interface FormEdit {
  form: EntryForm;
  /** Its draft; `null` while the form is unchanged. */
  draft: DraftView | null;
  missing: readonly Missing[];
  change(part: Partial<EntryForm>): void;
  /** Sends the form; returns whether the form can be closed. */
  submit(): boolean;
  /** Discards the draft. */
  abandon(): void;
  /** Leaves the form and retains the draft. */
  leave(): void;
}

interface FormEditOptions {
  panel: Pick<Panel, 'row'>;
  work: EntryWork;
  /** `null` for a new entry. */
  entryId: string | null;
  /** The unchanged form. */
  pristine: EntryForm;
  /** A draft of the form from earlier. */
  initialDraft: DraftView | undefined;
}

/**
 * The state of one form from typing to sending. Every step checks that the panel still shows the row on which the edit started,
 * because the row can change between a key and its effect, and text must never be saved on another contact.
 */
export function useEntryForm({ panel, work, entryId, pristine, initialDraft }: FormEditOptions): FormEdit {
  const start = useRef({ identity: identityOf(panel), pristine });
  const latest = useRef(initialDraft?.form ?? pristine);
  const draftId = useRef(initialDraft?.id);
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const [, setForm] = useState(latest.current);
  // Until the user types, the form shows a returned draft, or else HighLevel's values.
  if (draftId.current === undefined && initialDraft) {
    draftId.current = initialDraft.id;
    latest.current = initialDraft.form;
  } else if (draftId.current === undefined && !isSameForm(pristine, start.current.pristine)) {
    start.current.pristine = pristine;
    latest.current = pristine;
  }
  const isSameRow = () => identityOf(panel) === start.current.identity;
  const isChanged = () => !isSameForm(latest.current, start.current.pristine);

  const keep = () => {
    draftId.current = work.keep(entryId, latest.current, draftId.current);
    return draftId.current;
  };
  const abandon = () => {
    if (draftId.current !== undefined) work.discard(draftId.current);
    draftId.current = undefined;
  };

  return {
    form: latest.current,
    draft: work.drafts.value.find(({ id }) => id === draftId.current) ?? null,
    missing,
    abandon,
    change(part) {
      if (!isSameRow()) return;
      latest.current = { ...latest.current, ...part } as EntryForm;
      setForm(latest.current);
      setMissing([]);
      if (isChanged()) keep();
      else abandon();
    },
    submit() {
      if (!isSameRow()) return true;
      if (entryId !== null && !isChanged()) {
        abandon();
        return true;
      }
      const lacking = work.submit(keep());
      setMissing(lacking);
      return lacking.length === 0;
    },
    leave() {
      if (!isChanged()) abandon();
    },
  };
}
