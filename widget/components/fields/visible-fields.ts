import { fields as standard } from '../../../sync/fields.ts';
import type { FieldView } from '../../store/views/fields.ts';
import { createPersisted, type Persisted } from '../parts/persisted.ts';
import { fold } from './field-text.ts';

/** The user's filter of fields, for all contacts. */
export interface VisibleFields {
  withEmpty: Persisted;
  /** Part of a field's name; `''` for no search. */
  search: Persisted<string>;
}

export const createVisibleFields = (): VisibleFields => ({
  withEmpty: createPersisted('empty-fields', false),
  search: createPersisted('field-search', ''),
});

/** A predicate that tests names against the search; `null` without a search. */
export function matcherOf({ search }: VisibleFields): ((...names: readonly string[]) => boolean) | null {
  const wanted = fold(search.value.value.trim());
  return wanted ? (...names) => names.some((name) => fold(name).includes(wanted)) : null;
}

/** Whether a field has a value, a draft or a mark. */
export const isShown = (field: FieldView) => field.value !== '' || field.draft !== null || field.mark !== 'none';

/** Whether the field is one of HighLevel's standard fields. */
export const isStandard = ({ key }: FieldView) => key in standard;
