import type { ComponentChildren } from 'preact';
import type { Contact } from '../../highlevel/contacts.ts';
import type { CustomField } from '../../highlevel/custom-fields.ts';
import type { Formats } from '../i18n/format.ts';
import { useFormats } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { customText, filesOf, listOf } from './custom-value.ts';
import { Icon } from './Icon.tsx';

/** The location's own fields, as their kind is best read. */
export function CustomFields({ panel, contact }: { panel: Panel; contact: Contact }) {
  const formats = useFormats();
  const filled = [...panel.customFields.value]
    .filter((field) => !isEmpty(contact.customFields[field.id]))
    .sort((a, b) => a.position - b.position);
  return (
    <>
      {filled.map((field) => (
        <div key={field.id} class="field">
          <dt>{field.name}</dt>
          <dd>{show(field, contact.customFields[field.id], formats)}</dd>
        </div>
      ))}
    </>
  );
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function show(field: CustomField, value: unknown, formats: Formats): ComponentChildren {
  switch (field.kind) {
    case 'checkbox':
    case 'multiple':
    case 'text-list':
      return (
        <span class="val">
          {listOf(value).map((item) => (
            <span key={item} class="chip">
              {item}
            </span>
          ))}
        </span>
      );
    case 'single':
    case 'radio':
      return (
        <span class="val">
          <span class="chip">{customText(field.kind, value, formats)}</span>
        </span>
      );
    case 'file':
      return filesOf(value).map(({ url, name }) => (
        <span key={url} class="val">
          <Icon name="clip" size={14} />
          <a href={url} target="_blank" rel="noopener noreferrer">
            {name}
          </a>
        </span>
      ));
    case 'large-text':
      return <span class="val val--long">{customText(field.kind, value, formats)}</span>;
    default:
      return <span class="val num">{customText(field.kind, value, formats)}</span>;
  }
}
