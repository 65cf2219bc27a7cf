import type { TargetedEvent } from 'preact';
import { Labelled } from '../parts/Labelled.tsx';
import { BodyField } from './BodyField.tsx';
import { DueField } from './DueField.tsx';
import type { FieldsProps } from './entry-forms.ts';
import { PersonSelect } from './PersonSelect.tsx';

export function TaskForm({ panel, words, form, missing, change }: FieldsProps<'task'>) {
  return (
    <div class="task-form">
      <Labelled about="title" missing={missing} class="compose-whole">
        {({ id, missing: lacks }) => (
          <input
            id={id}
            class="compose-title"
            autoComplete="off"
            aria-label={words.taskTitle}
            aria-invalid={lacks ? true : undefined}
            aria-describedby={lacks}
            placeholder={words.taskHint}
            value={form.title}
            onInput={(event: TargetedEvent<HTMLInputElement>) => change({ title: event.currentTarget.value })}
          />
        )}
      </Labelled>
      <DueField
        words={words}
        value={form.dueDate}
        now={panel.now.value}
        missing={missing}
        onChange={(dueDate) => change({ dueDate })}
      />
      <Labelled label={words.assignee} class="compose-who">
        {({ id }) => (
          <PersonSelect
            id={id}
            panel={panel}
            value={form.assignee}
            nobody={words.nobody}
            onPick={(assignee) => change({ assignee })}
          />
        )}
      </Labelled>
      <BodyField
        label={words.notes}
        hint={words.notesHint}
        rows={2}
        value={form.body}
        onInput={(body) => change({ body })}
      />
    </div>
  );
}
