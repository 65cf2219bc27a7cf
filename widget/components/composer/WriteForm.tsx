import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { EntryForm } from '../../../engine/forms.ts';
import type { WritingMessages } from '../../i18n/en/writing.ts';
import type { Panel } from '../../store/view.ts';
import type { DraftView, EntryWork } from '../../store/views/entries.ts';
import type { Entry } from '../../store/views/timeline.ts';
import { AppointmentForm } from './AppointmentForm.tsx';
import { DraftError, isSlotGone } from './DraftError.tsx';
import { FormFoot } from './FormFoot.tsx';
import { NoteForm } from './NoteForm.tsx';
import { TaskForm } from './TaskForm.tsx';
import { type FormEdit, useEntryForm } from './use-entry-form.ts';
import './WriteForm.css';

export interface WriteFormProps {
  panel: Pick<Panel, 'environment' | 'now' | 'row' | 'contact' | 'entryWork' | 'directory'>;
  work: EntryWork;
  words: WritingMessages;
  label: string;
  /** `null` for a new entry. */
  entry: Entry | null;
  pristine: EntryForm;
  initialDraft: DraftView | undefined;
  /** A changed number focuses the form; 0 leaves the focus unchanged. */
  focusOn: number;
  /** Rendered above the fields. */
  children?: ComponentChildren;
  /** `left`: the draft is retained. */
  onClose: (how: 'sent' | 'cancelled' | 'left') => void;
}

const fields = 'input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]';

/** A form for one entry. Ctrl+Enter sends it; Esc closes it and retains the draft. */
export function WriteForm({ focusOn, children, onClose, label, ...about }: WriteFormProps) {
  const { panel, work, words, entry } = about;
  const edit = useEntryForm({ ...about, entryId: entry?.id ?? null });
  const { form, draft, missing } = edit;
  const root = useRef<HTMLFormElement>(null);
  const leave = useRef(edit.leave);
  leave.current = edit.leave;

  useLayoutEffect(() => {
    if (focusOn > 0) root.current?.querySelector<HTMLElement>(fields)?.focus();
  }, [focusOn]);
  useEffect(() => () => leave.current(), []);
  useLayoutEffect(() => {
    if (missing.length === 0) return;
    const lacking = root.current?.querySelector<HTMLElement>('[aria-invalid]');
    (lacking?.matches('[role=radiogroup]') ? (lacking.querySelector('input') ?? lacking) : lacking)?.focus();
  }, [missing]);

  const send = () => {
    if (edit.submit()) onClose('sent');
  };
  const cancel = () => {
    edit.abandon();
    onClose('cancelled');
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.isComposing || event.defaultPrevented) return;
    const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!sends && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (sends) send();
    else onClose('left');
  };

  const wasSlotGone = isSlotGone(draft?.failure, form);
  const was = entry?.kind === 'appointment' ? entry.appointment.startTime : null;
  return (
    <form
      ref={root}
      class="compose"
      aria-label={label}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {children}
      <div class="compose-body">
        <EntryFields panel={panel} work={work} words={words} entry={entry} edit={edit} isSlotGone={wasSlotGone} />
        {draft?.failure && !wasSlotGone && (
          <DraftError
            panel={panel}
            words={words}
            form={form}
            draftId={draft.id}
            failure={draft.failure}
            label={label}
            onDiscard={cancel}
            onSent={() => onClose('sent')}
          />
        )}
        <FormFoot
          words={words}
          form={form}
          isNew={entry === null}
          isKept={draft !== null}
          moves={form.kind === 'appointment' && form.startTime !== was}
          now={panel.now.peek()}
          onCancel={cancel}
        />
      </div>
    </form>
  );
}

interface EntryFieldsProps {
  panel: Pick<Panel, 'environment' | 'now' | 'contact' | 'directory'>;
  work: EntryWork;
  words: WritingMessages;
  entry: Entry | null;
  edit: FormEdit;
  isSlotGone: boolean;
}

/** The fields of the form by the kind of entry. */
function EntryFields({ entry, edit, ...rest }: EntryFieldsProps) {
  const { form, missing, change } = edit;
  const common = { ...rest, missing, change };
  switch (form.kind) {
    case 'task':
      return <TaskForm {...common} form={form} entry={entry?.kind === 'task' ? entry : null} />;
    case 'note':
      return <NoteForm {...common} form={form} entry={entry?.kind === 'note' ? entry : null} />;
    case 'appointment':
      return <AppointmentForm {...common} form={form} entry={entry?.kind === 'appointment' ? entry : null} />;
  }
}
