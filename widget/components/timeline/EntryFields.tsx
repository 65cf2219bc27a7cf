import type { WritingMessages } from '../../i18n/en/writing.ts';
import type { Panel } from '../../store/view.ts';
import type { EntryForm, EntryWork, Missing } from '../../store/views/entries.ts';
import type { Entry, EntryKind } from '../../store/views/timeline.ts';
import { AppointmentForm } from '../composer/AppointmentForm.tsx';
import { NoteForm } from '../composer/NoteForm.tsx';
import { TaskForm } from '../composer/TaskForm.tsx';
import type { FormEdit } from '../composer/use-entry-form.ts';

export type FormOf<Kind extends EntryKind> = Extract<EntryForm, { kind: Kind }>;

/** What the fields of one kind of entry are given. */
export interface FieldsProps<Kind extends EntryKind> {
  panel: Panel;
  work: EntryWork;
  words: WritingMessages;
  form: FormOf<Kind>;
  /** `null`: a new entry. */
  entry: Extract<Entry, { kind: Kind }> | null;
  /** The slot that the person wanted was taken by somebody else. */
  isSlotGone: boolean;
  missing: readonly Missing[];
  change: (part: Partial<FormOf<Kind>>) => void;
}

interface EntryFieldsProps {
  panel: Panel;
  work: EntryWork;
  words: WritingMessages;
  entry: Entry | null;
  edit: FormEdit;
  isSlotGone: boolean;
}

/** What a person fills in, by the kind of entry. */
export function EntryFields({ entry, edit, ...rest }: EntryFieldsProps) {
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
