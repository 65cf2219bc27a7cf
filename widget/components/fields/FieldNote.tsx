import type { ComponentChildren } from 'preact';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import type { FieldView, Panel } from '../../store/view.ts';
import { explain } from '../parts/explain.ts';

interface FieldNoteProps {
  panel: Panel;
  field: FieldView;
  label: string;
  textOf: (text: string) => string;
  editing: boolean;
}

/** The sentence under a field that is not simply saved, and the ways out. */
export function FieldNote({ panel, field, label, textOf, editing }: FieldNoteProps) {
  const messages = useMessages();
  const fieldWords = useFieldsMessages();
  const { contact: words } = messages;
  const { key, failure, draft, inGrist } = field;
  if (editing) return <p class="field-note field-note--hint">{words.editHint}</p>;
  if (field.mark === 'saving') return null;

  if (failure?.code === 'changed') {
    return (
      <p class="field-note field-note--ask">
        <Why>{words.changed(textOf(failure.theirs ?? ''))}</Why>
        <Act onClick={() => panel.overwriteField(key)}>{words.useMine}</Act>
        <Act onClick={() => panel.discardField(key)}>{words.useTheirs}</Act>
      </p>
    );
  }
  if (failure) {
    return (
      <p class="field-note field-note--bad">
        <Why>{explain(failure, messages, { label, kind: field.kind })}</Why>
        {!failure.retryable && failure.side === 'highlevel' && field.value !== '' && fieldWords && (
          <Why>{fieldWords.still(textOf(field.value))}</Why>
        )}
        {failure.retryable && <Act onClick={() => panel.retryField(key)}>{messages.tryAgain}</Act>}
        {/* What HighLevel has by now cannot be undone by forgetting it. */}
        <Act onClick={() => panel.discardField(key)}>{failure.side === 'grist' ? words.leave : messages.undo}</Act>
      </p>
    );
  }
  if (draft !== null) {
    return (
      <p class="field-note">
        <Why>{words.unsaved}</Why>
        <Act onClick={() => panel.saveField(key, draft)}>{messages.save}</Act>
        <Act onClick={() => panel.discardField(key)}>{messages.undo}</Act>
      </p>
    );
  }
  if (field.mark === 'differs' && inGrist !== null) {
    return (
      <p class="field-note field-note--ask">
        <Why>{words.inGrist(textOf(inGrist))}</Why>
        {field.editable === true && (
          <Act onClick={() => panel.resolveConflict(key, 'grist', false)}>{words.useGrist}</Act>
        )}
        {field.editable !== 'read-only' && (
          <Act onClick={() => panel.resolveConflict(key, 'highlevel', false)}>{words.useHighLevel}</Act>
        )}
      </p>
    );
  }
  return null;
}

function Why({ children }: { children: string }) {
  return <span class="field-why">{children}</span>;
}

function Act({ onClick, children }: { onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {children}
    </button>
  );
}
