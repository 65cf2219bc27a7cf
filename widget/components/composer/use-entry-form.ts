import { useRef, useState } from 'preact/hooks';
import type { Panel } from '../../store/view.ts';
import type { DraftView, EntryForm, EntryWork, Missing } from '../../store/views/entries.ts';
import { identityOf } from '../contact/identity.ts';
import { isSameForm } from './entry-forms.ts';

export interface FormEdit {
  form: EntryForm;
  /** What is kept of it; `null` while nothing was typed. */
  draft: DraftView | null;
  missing: readonly Missing[];
  change(part: Partial<EntryForm>): void;
  /** Sends it; answers whether there is nothing more to do here. */
  submit(): boolean;
  /** Forgets what was typed. */
  abandon(): void;
  /** Leaves the form: what was typed is kept. */
  leave(): void;
}

interface FormEditOptions {
  panel: Panel;
  work: EntryWork;
  /** `null`: a new entry. */
  entryId: string | null;
  /** What the form says when nothing was typed. */
  pristine: EntryForm;
  /** What was kept of it earlier. */
  kept: DraftView | undefined;
}

/**
 * One entry's way from typing to sending. Every step asks whether the panel still shows the row on which it began, since the
 * row can change between a key and its effect, and text must never reach another contact.
 */
export function useEntryForm({ panel, work, entryId, pristine, kept }: FormEditOptions): FormEdit {
  const began = useRef({ identity: identityOf(panel), pristine });
  const latest = useRef(kept?.form ?? pristine);
  const draftId = useRef(kept?.id);
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const [, setForm] = useState(latest.current);
  // Until somebody types, the form says what was given back, else what HighLevel says.
  if (draftId.current === undefined && kept) {
    draftId.current = kept.id;
    latest.current = kept.form;
  } else if (draftId.current === undefined && !isSameForm(pristine, began.current.pristine)) {
    began.current.pristine = pristine;
    latest.current = pristine;
  }
  const isHere = () => identityOf(panel) === began.current.identity;
  const isTyped = () => !isSameForm(latest.current, began.current.pristine);

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
      if (!isHere()) return;
      latest.current = { ...latest.current, ...part } as EntryForm;
      setForm(latest.current);
      setMissing([]);
      if (isTyped()) keep();
      else abandon();
    },
    submit() {
      if (!isHere()) return true;
      if (entryId !== null && !isTyped()) {
        abandon();
        return true;
      }
      const lacking = work.submit(keep());
      setMissing(lacking);
      return lacking.length === 0;
    },
    leave() {
      if (!isTyped()) abandon();
    },
  };
}
