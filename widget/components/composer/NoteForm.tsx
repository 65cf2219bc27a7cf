import type { TargetedEvent } from 'preact';
import { Labelled } from '../parts/Labelled.tsx';
import { BodyField } from './BodyField.tsx';
import type { FieldsProps } from './entry-forms.ts';

export function NoteForm({ words, form, missing, change }: FieldsProps<'note'>) {
  return (
    <>
      <Labelled about="body" missing={missing}>
        {({ id, missing: lacks }) => (
          <BodyField
            id={id}
            label={words.note}
            hint={words.noteHint}
            rows={4}
            value={form.body}
            missing={lacks}
            onInput={(body) => change({ body })}
          />
        )}
      </Labelled>
      <div class="compose-more">
        <input
          class="input"
          autoComplete="off"
          aria-label={words.noteTitle}
          placeholder={words.noteTitle}
          value={form.title}
          onInput={(event: TargetedEvent<HTMLInputElement>) => change({ title: event.currentTarget.value })}
        />
        <label class="compose-tick">
          <input
            type="checkbox"
            class="check"
            checked={form.pinned}
            onChange={(event: TargetedEvent<HTMLInputElement>) => change({ pinned: event.currentTarget.checked })}
          />
          {words.pin}
        </label>
      </div>
    </>
  );
}
