import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useMessages } from '../i18n/Words.tsx';
import type { FieldView, Panel } from '../store/view.ts';
import { FieldNote } from './FieldNote.tsx';
import { useFieldEdit } from './field-edit.ts';
import { labelOf } from './field-label.ts';
import { useFieldText } from './field-text.ts';
import { Icon } from './Icon.tsx';
import { Lazy } from './Lazy.tsx';
import { loadConflictCard, loadEditor, loadPicker } from './later.ts';
import { Mark } from './Mark.tsx';
import './FieldRow.css';

/** A label and its value: text at rest, in place an editor with the same left edge. */
export function FieldRow({ panel, field }: { panel: Panel; field: FieldView }) {
  const { contact: words } = useMessages();
  const edit = useFieldEdit(panel, field);
  const rest = useRef<HTMLButtonElement>(null);
  const refocus = useRef(false);
  const label = labelOf(field, words.fields);
  const text = useFieldText(panel, field.kind)(edit.text);
  const picked = field.kind === 'user' || field.kind === 'country';

  useLayoutEffect(() => {
    if (!edit.editing && refocus.current) rest.current?.focus();
    refocus.current = false;
  }, [edit.editing]);

  // A field that stops being editable under the cursor must not keep an open editor.
  useEffect(() => {
    if (field.editable !== true) edit.close();
  }, [field.editable]);

  const close = (back: boolean) => {
    refocus.current = back;
    edit.close();
  };
  const editor = { panel, field, label, edit, onClose: close };

  return (
    <div class="field">
      <dt>{label}</dt>
      <dd>
        {!edit.editing && <RestingValue rest={rest} field={field} label={label} text={text} onOpen={edit.open} />}
        {edit.editing && (
          <Lazy load={picked ? loadPicker : loadEditor} props={editor} meanwhile={<span class="val">{text}</span>} />
        )}
        <Mark mark={field.mark} />
        <FieldNote panel={panel} field={field} label={label} editing={edit.editing && !picked} />
        {field.conflict && !edit.editing && (
          <Lazy load={loadConflictCard} props={{ panel, field, conflict: field.conflict, label, onType: edit.open }} />
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
  onOpen: () => void;
}

function RestingValue({ rest, field, label, text, onOpen }: RestingValueProps) {
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
          {text}
        </span>
        {open}
      </>
    );
  }
  const pick = field.kind === 'user' || field.kind === 'country' ? ' val--pick' : '';
  return (
    <>
      <button
        ref={rest}
        type="button"
        class={`${look}${pick}${text ? '' : ' val--empty'}`}
        data-field={field.key}
        aria-label={`${label}: ${text || words.empty}`}
        onClick={onOpen}
      >
        {text || words.add}
      </button>
      {open}
    </>
  );
}

/** HighLevel keeps web addresses as they were typed; only those of the web become links. */
function webAddress(value: string): string | undefined {
  const address = /^[a-z][a-z+.-]*:/i.test(value) ? value : `https://${value}`;
  return /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(address) ? address : undefined;
}
