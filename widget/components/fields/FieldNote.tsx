import type { ComponentChildren } from 'preact';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';
import { explain } from '../parts/explain.ts';
import { ColumnIssue } from './ColumnIssue.tsx';

interface FieldNoteProps {
  panel: Pick<Panel, 'fields'>;
  field: FieldView;
  label: string;
  textOf: (text: string) => string;
  editing: boolean;
}

/** The message below a field that is not saved on both sides, and the possible actions. */
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
        <Reason>{words.changed(textOf(failure.theirs ?? ''))}</Reason>
        <Action onClick={() => panel.fields.overwrite(key)}>{words.useMine}</Action>
        <Action onClick={() => panel.fields.discard(key)}>{words.useTheirs}</Action>
      </p>
    );
  }
  if (failure) {
    return (
      <p class="field-note field-note--bad">
        <Reason>{explain(failure, messages, { label, kind: field.kind })}</Reason>
        {!failure.retryable && failure.side === 'highlevel' && field.value !== '' && fieldWords && (
          <Reason>{fieldWords.still(textOf(field.value))}</Reason>
        )}
        {failure.retryable && <Action onClick={() => panel.fields.retry(key)}>{messages.tryAgain}</Action>}
        {/* A value that HighLevel has stored cannot be undone by discarding the edit. */}
        <Action onClick={() => panel.fields.discard(key)}>
          {failure.side === 'grist' ? words.leave : messages.undo}
        </Action>
      </p>
    );
  }
  if (draft !== null) {
    return (
      <p class="field-note">
        <Reason>{words.unsaved}</Reason>
        <Action onClick={() => panel.fields.save(key, draft)}>{messages.save}</Action>
        <Action onClick={() => panel.fields.discard(key)}>{messages.undo}</Action>
      </p>
    );
  }
  if (field.mark !== 'differs') return null;
  const { issue, offers } = field;
  const mayChange = field.editable !== 'read-only' && inGrist !== null;
  return (
    <p class="field-note field-note--ask">
      {issue && (
        <ColumnIssue
          problem={issue}
          column={issue.columnLabel}
          field={label}
          textOf={textOf}
          remedy={field.editable === 'read-only' ? null : issue.remedy}
          onChangeType={(to) => panel.fields.changeType(key, to)}
        />
      )}
      {inGrist !== null && (
        <Reason>{field.asks ? words.asks[field.asks](textOf(inGrist)) : words.inGrist(textOf(inGrist))}</Reason>
      )}
      {mayChange && field.editable === true && offers.grist && (
        <Action onClick={() => panel.fields.resolve(key, 'grist', false)}>
          {field.asks ? words.send : words.useGrist}
        </Action>
      )}
      {mayChange && offers.highlevel && (
        <Action onClick={() => panel.fields.resolve(key, 'highlevel', false)}>{words.useHighLevel}</Action>
      )}
    </p>
  );
}

function Reason({ children }: { children: string }) {
  return <span class="field-why">{children}</span>;
}

function Action({ onClick, children }: { onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {children}
    </button>
  );
}
