import type { FieldKey, ValueKind } from '../../../sync/fields.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { FieldView, Panel } from '../../store/view.ts';

/** How a field's text is read by people: names for ids and codes, a date as their culture writes it. */
export function useFieldText(panel: Panel, kind: ValueKind): (text: string) => string {
  const formats = useFormats();
  const { someone } = useMessages();
  switch (kind) {
    case 'user': {
      const users = panel.users.value;
      return (text) => (text === '' ? '' : (users.get(text)?.name ?? (users.size === 0 ? '…' : someone)));
    }
    case 'country':
      return (text) => (text === '' ? '' : formats.country(text));
    case 'date':
      return (text) => (text === '' ? '' : formats.date(text));
    case 'number':
    case 'money':
      // What is no number stays as it came.
      return (text) => (/^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? formats[kind](Number(text)) : text);
    case 'choices':
    case 'tags':
    case 'texts':
      return (text) => text.replaceAll('\n', ', ');
    default:
      return (text) => text;
  }
}

/** What a field is called: by the panel's words, or as HighLevel names a custom one. */
export function labelOf(
  { key, label }: Pick<FieldView, 'key' | 'label'>,
  words: Readonly<Record<FieldKey, string>>,
): string {
  return label ?? words[key as FieldKey] ?? key;
}

/** The items of a text that has one a line. */
export const linesOf = (text: string): readonly string[] => text.split('\n').filter(Boolean);

/** Letters without accents and case, so that `cote` finds `Côte d’Ivoire`. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
