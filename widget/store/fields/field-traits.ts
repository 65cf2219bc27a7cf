import { type FieldRef, type FieldTraits, isSame, traitsOf } from '../../../sync/refs.ts';
import type { Directory } from '../reading/directory.ts';

/** A custom field that HighLevel no longer has, or has not named yet. */
const unknownField: FieldTraits = { kind: 'other', writable: false, clearable: false };

/** What is known of fields by the location's custom fields. All read a signal. */
export function createFieldTraits({ customFields }: Pick<Directory, 'customFields'>) {
  const traits = (field: FieldRef): FieldTraits => traitsOf(field, customFields.value) ?? unknownField;
  return {
    traits,
    /** Do two texts mean the same value of a field? */
    same: (field: FieldRef, left: string, right: string): boolean => isSame(traits(field), left, right),
    /** What HighLevel calls a custom field; `null` for other fields, and for one that it has not named yet. */
    labelOf: (field: FieldRef): string | null =>
      customFields.value.find(({ id }) => field === `custom:${id}`)?.name ?? null,
  };
}
