import type { FieldKey, ValueKind } from '../../../sync/fields.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';

/** Formats a field's text: names for ids and codes, dates and numbers in the user's locale. */
export function useFieldText(panel: Pick<Panel, 'directory'>, kind: ValueKind): (text: string) => string {
  const formats = useFormats();
  const { someone } = useMessages();
  switch (kind) {
    case 'user': {
      const users = panel.directory.users.value;
      return (text) => (text === '' ? '' : (users.get(text)?.name ?? (users.size === 0 ? '…' : someone)));
    }
    case 'country':
      return (text) => (text === '' ? '' : formats.country(text));
    case 'date':
      return (text) => (text === '' ? '' : formats.date(text));
    case 'number':
    case 'money':
      // Text that is not a number is returned unchanged.
      return (text) => (/^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? formats[kind](Number(text)) : text);
    case 'choices':
    case 'tags':
    case 'texts':
      return (text) => text.replaceAll('\n', ', ');
    default:
      return (text) => text;
  }
}

/** The name of a field: the panel's, or HighLevel's for a custom field. */
export function labelOf(
  { key, label }: Pick<FieldView, 'key' | 'label'>,
  words: Readonly<Record<FieldKey, string>>,
): string {
  return label ?? words[key as FieldKey] ?? key;
}

/** The non-empty lines of a text. */
export const linesOf = (text: string): readonly string[] => text.split('\n').filter(Boolean);

/** Removes accents and case, so that `cote` finds `Côte d’Ivoire`. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
