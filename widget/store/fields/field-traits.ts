import type { ReadonlySignal } from '@preact/signals';
import { type FieldRef, type FieldTraits, traitsOf } from '../../../sync/refs.ts';
import type { Directory } from '../reading/directory.ts';
import type { ContactCode } from './contact-code.ts';

/** A custom field that HighLevel no longer has, or has not named yet. */
const unknownField: FieldTraits = { kind: 'other', writable: false, clearable: false };

/** What is known of fields by the location's custom fields. All read a signal. */
export function createFieldTraits(
  { customFields }: Pick<Directory, 'customFields'>,
  code: ReadonlySignal<ContactCode | null>,
) {
  const traits = (field: FieldRef): FieldTraits => traitsOf(field, customFields.value) ?? unknownField;
  return {
    traits,
    /** Do two texts mean the same value of a field? Before there is a contact, nothing is compared. */
    same: (field: FieldRef, left: string, right: string): boolean =>
      code.value?.isSame(traits(field), left, right) ?? left === right,
    /** What HighLevel calls a custom field; `null` for other fields, and for one that it has not named yet. */
    labelOf: (field: FieldRef): string | null =>
      customFields.value.find(({ id }) => field === `custom:${id}`)?.name ?? null,
  };
}
