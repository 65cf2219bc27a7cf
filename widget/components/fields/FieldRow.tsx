import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';
import { Icon } from '../parts/Icon.tsx';
import { Lazy, type Loader } from '../parts/Lazy.tsx';
import { loadConflictCard, loadEditor, loadNote, loadPicker } from '../parts/lazy-parts.ts';
import { Mark } from '../parts/Mark.tsx';
import type { EditorProps } from './FieldEditor.tsx';
import { useFieldEdit } from './field-edit.ts';
import { labelOf, useFieldText } from './field-text.ts';
import './FieldRow.css';

interface FieldRowProps {
  panel: Pick<Panel, 'environment' | 'now' | 'row' | 'fields' | 'contactWork' | 'directory'>;
  field: FieldView;
  /** The name of a field that is not among the standard fields. */
  customLabel?: string | undefined;
  /** Formats its text. */
  format?: ((text: string) => string) | undefined;
  /** Renders its value as more than text. */
  render?: ((text: string) => ComponentChildren) | undefined;
  /** Loads its editor, if a line of text is not enough. */
  loadCustomEditor?: Loader<EditorProps> | undefined;
}

/** A label and its value, which an editor with the same left edge replaces in place. */
export function FieldRow({ panel, field, customLabel, format, render, loadCustomEditor }: FieldRowProps) {
  const { contact: words } = useMessages();
  const edit = useFieldEdit(panel, field);
  const button = useRef<HTMLButtonElement>(null);
  const returnFocus = useRef(false);
  const label = customLabel ?? labelOf(field, words.fields);
  const defaultFormat = useFieldText(panel, field.kind);
  const textOf = format ?? defaultFormat;
  const text = textOf(edit.text);
  const editorOf = loadCustomEditor ?? (field.kind === 'user' || field.kind === 'country' ? loadPicker : undefined);

  useLayoutEffect(() => {
    if (!edit.editing && returnFocus.current) button.current?.focus();
    returnFocus.current = false;
  }, [edit.editing]);

  // The editor closes when the field is no longer editable.
  useEffect(() => {
    if (field.editable !== true) edit.close();
  }, [field.editable]);

  const close = (back: boolean) => {
    returnFocus.current = back;
    edit.close();
  };
  const editor = { panel, field, label, edit, onClose: close };

  return (
    <div class="field">
      <dt>{label}</dt>
      <dd>
        {!edit.editing && (
          <RestingValue
            rest={button}
            field={field}
            label={label}
            text={text}
            shown={text && render ? render(edit.text) : text}
            opensPicker={editorOf !== undefined}
            onOpen={edit.open}
          />
        )}
        {edit.editing && (
          <Lazy load={editorOf ?? loadEditor} props={editor} fallback={<span class="val">{text}</span>} />
        )}
        <Mark mark={field.mark} />
        {(edit.editing || field.mark !== 'none') && (
          <Lazy load={loadNote} props={{ panel, field, label, textOf, editing: edit.editing && !editorOf }} />
        )}
        {field.conflict && !edit.editing && (
          <Lazy
            load={loadConflictCard}
            props={{ panel, field, conflict: field.conflict, label, textOf, onType: edit.open }}
          />
        )}
      </dd>
    </div>
  );
}

interface RestingValueProps {
  rest: { current: HTMLButtonElement | null };
  field: FieldView;
  label: string;
  text: string;
  shown: ComponentChildren;
  opensPicker: boolean;
  onOpen: () => void;
}

function RestingValue({ rest, field, label, text, shown, opensPicker, onOpen }: RestingValueProps) {
  const { contact: words } = useMessages();
  const link = field.kind === 'url' && webAddress(field.value);
  const look = `val${field.kind === 'date' || field.kind === 'phone' ? ' num' : ''}`;
  const open = link && (
    <a class="ib val-go" href={link} target="_blank" rel="noopener noreferrer" aria-label={words.openLink(label)}>
      <Icon name="open" size={14} />
    </a>
  );
  if (field.editable !== true) {
    return (
      <>
        <span class={look} title={field.editable === 'not-in-api' ? words.notInApi : undefined}>
          {shown}
        </span>
        {open}
      </>
    );
  }
  const pick = opensPicker ? ' val--pick' : '';
  return (
    <>
      <button
        ref={rest}
        type="button"
        class={`${look}${pick}${text ? '' : ' val--empty'}`}
        data-field={field.key}
        // The accessible name must match the visible text; chips have their own text.
        aria-label={shown === text ? `${label}: ${text || words.add}` : undefined}
        onClick={onOpen}
      >
        {shown !== text && <span class="sr">{label}: </span>}
        {shown || words.add}
      </button>
      {open}
    </>
  );
}

/** HighLevel stores web addresses as typed; only http and https addresses become links. */
function webAddress(value: string): string | undefined {
  const address = /^[a-z][a-z+.-]*:/i.test(value) ? value : `https://${value}`;
  return /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(address) ? address : undefined;
}
