import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { FieldKey } from '../../../sync/fields.ts';
import type { Panel } from '../../store/view.ts';

/** What the panel is about: one row and its contact. State of a field or an entry never outlives it. */
export function identityOf(panel: Panel): string {
  const row = panel.row.value;
  return row ? `${row.rowId} ${row.contactId}` : '';
}

/** A contact's page in HighLevel, or in what an agency calls it. */
export function contactLink(panel: Panel, contactId: string): string {
  const location = panel.contact.value.data?.locationId || panel.location.value?.id;
  return `https://${panel.domain.value}/v2/location/${location}/contacts/detail/${contactId}`;
}

/** The shown value of one field; changes only when that value does. */
export function useFieldValue(panel: Panel, key: FieldKey): ReadonlySignal<string> {
  return useComputed(() => panel.fields.value.find((field) => field.key === key)?.value ?? '');
}

/** The contact's name as far as it is known: HighLevel's, else the row's, else what one writes to. */
export function useContactName(panel: Panel): ReadonlySignal<string> {
  return useComputed(() => {
    const of = (key: FieldKey) => panel.fields.value.find((field) => field.key === key)?.value ?? '';
    return of('name') || [of('firstName'), of('lastName')].filter(Boolean).join(' ') || of('email') || of('phone');
  });
}
