import type { FieldKey } from '../../../sync/fields.ts';
import type { FieldView } from '../../store/view.ts';

/** What a field is called: by the panel's words, or as HighLevel names a custom one. */
export function labelOf(
  { key, label }: Pick<FieldView, 'key' | 'label'>,
  words: Readonly<Record<FieldKey, string>>,
): string {
  return label ?? words[key as FieldKey] ?? key;
}
