import type { ComponentChildren } from 'preact';
import type { Contact } from '../../../highlevel/contact.ts';
import type { CustomField, CustomFieldKind } from '../../../highlevel/custom-fields.ts';
import { useFormats } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';
import type { Loader } from '../parts/Lazy.tsx';
import { loadPicker } from '../parts/lazy-parts.ts';
import { MoreIcon } from '../parts/MoreIcon.tsx';
import { ChoiceChip } from './ChoiceChip.tsx';
import { customText, filesOf, listOf } from './custom-value.ts';
import type { EditorProps } from './FieldEditor.tsx';
import { FieldRow } from './FieldRow.tsx';
import { linesOf } from './field-text.ts';

const fetchEditors = () => import('./editors-chunk.ts');
const loadChoices = async () => (await fetchEditors()).ChoicesEditor;
const loadLargeText = async () => (await fetchEditors()).LargeTextEditor;
const loadTexts = async () => (await fetchEditors()).TextsEditor;

/** Editors of the kinds that need more than a line of text. */
const editors: Partial<Record<CustomFieldKind, Loader<EditorProps>>> = {
  single: loadPicker,
  radio: loadPicker,
  multiple: loadChoices,
  checkbox: loadChoices,
  'large-text': loadLargeText,
  'text-list': loadTexts,
};

interface CustomFieldRowProps {
  panel: Pick<Panel, 'environment' | 'now' | 'row' | 'fields' | 'contactWork' | 'directory'>;
  field: FieldView;
  definition: CustomField;
  contact: Contact;
}

/** A custom field, shown and edited by its kind. */
export function CustomFieldRow({ panel, field, definition, contact }: CustomFieldRowProps) {
  const { kind, name, options, allowsOther } = definition;
  const formats = useFormats();
  const raw = contact.customFields[definition.id];
  // A choice that allows other values, or has no options, is edited as text.
  const isTyped = (kind === 'single' || kind === 'radio') && (allowsOther || options.length === 0);
  const isFreeList = (kind === 'multiple' || kind === 'checkbox') && options.length === 0;
  const load = isTyped ? undefined : isFreeList ? loadTexts : editors[kind];
  const format = kind === 'other' ? () => (isEmpty(raw) ? '' : customText(kind, raw, formats)) : undefined;
  return (
    <FieldRow
      panel={panel}
      field={field}
      customLabel={name}
      format={format}
      render={rendererOf(kind, raw, field.looks)}
      loadCustomEditor={load}
    />
  );
}

function rendererOf(
  kind: CustomFieldKind,
  raw: unknown,
  looks: FieldView['looks'],
): ((text: string) => ComponentChildren) | undefined {
  switch (kind) {
    case 'checkbox':
    case 'multiple':
    case 'single':
    case 'radio':
      return (text) => linesOf(text).map((item) => <ChoiceChip key={item} choice={item} looks={looks} />);
    case 'text-list':
      return (text) => linesOf(text).map((item, index) => <Line key={`${index}${item}`}>{item}</Line>);
    case 'large-text':
      return (text) => <span class="val--long">{text}</span>;
    case 'file':
      return () => filesOf(raw).map((file) => <FileLink key={file.url} {...file} />);
    case 'other':
      return () => listOf(raw).join(', ');
    default:
      return undefined;
  }
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';
const Line = ({ children }: { children: string }) => <span class="text-line">{children}</span>;

function FileLink({ url, name }: { url: string; name: string }) {
  return (
    <span class="file">
      <MoreIcon name="clip" />
      <a href={url} target="_blank" rel="noopener noreferrer">
        {name}
      </a>
    </span>
  );
}
