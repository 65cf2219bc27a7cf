import type { TargetedEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isHtml } from '../../../sync/markup.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useWritingMessages } from '../../i18n/use-writing.ts';
import { openRichNote, type RichNote } from '../timeline/rich-note.ts';

interface BodyFieldProps {
  id?: string;
  label: string;
  hint: string;
  value: string;
  rows: number;
  /** The id of the element with the validation message. */
  missing?: string | undefined;
  onInput: (value: string) => void;
}

/** A multi-line text. HTML from HighLevel is edited as rich text, any other text as plain text. */
export function BodyField(props: BodyFieldProps) {
  const [rich, setRich] = useState(() => isHtml(props.value));
  const typed = useRef(props.value);
  // Only a value from outside selects the kind of editor; otherwise typing `<b>` would switch it.
  if (props.value !== typed.current) {
    typed.current = props.value;
    if (isHtml(props.value) !== rich) setRich(!rich);
  }
  const onInput = (value: string) => {
    typed.current = value;
    props.onInput(value);
  };
  return rich ? <RichField {...props} onInput={onInput} /> : <PlainField {...props} onInput={onInput} />;
}

function PlainField({ id, label, hint, value, rows, missing, onInput }: BodyFieldProps) {
  return (
    <textarea
      id={id}
      class="input compose-text"
      rows={rows}
      aria-label={label}
      aria-invalid={missing ? true : undefined}
      aria-describedby={missing}
      placeholder={hint}
      value={value}
      onInput={(event: TargetedEvent<HTMLTextAreaElement>) => onInput(event.currentTarget.value)}
    />
  );
}

function RichField({ id, label, value, missing, onInput }: BodyFieldProps) {
  const { timeline } = useMessages();
  const words = useWritingMessages();
  const root = useRef<HTMLDivElement>(null);
  const open = useRef<{ note: RichNote; written: string } | null>(null);

  useLayoutEffect(() => {
    // Typed text is in the editor already; only a value from outside reopens it.
    if (open.current?.written === value) return;
    const note = openRichNote(value, (tag) => words?.keptPart(tag === 'img' ? timeline.picture : tag) ?? tag);
    open.current = { note, written: value };
    root.current?.replaceChildren(note.content);
  });

  return (
    // biome-ignore lint/a11y/useSemanticElements: a text area has no bold words or lists
    <div
      ref={root}
      id={id}
      class="input compose-text rich rich--html"
      contentEditable
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={label}
      aria-invalid={missing ? true : undefined}
      aria-describedby={missing}
      onInput={(event: TargetedEvent<HTMLDivElement>) => {
        if (!open.current) return;
        open.current.written = open.current.note.read(event.currentTarget);
        onInput(open.current.written);
      }}
      onDrop={(event) => event.preventDefault()}
      onPaste={(event) => {
        // Pastes plain text only, without the formatting of its source.
        event.preventDefault();
        document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
      }}
    />
  );
}
