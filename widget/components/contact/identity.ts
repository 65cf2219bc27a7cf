import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { FieldKey } from '../../../sync/fields.ts';
import type { Panel } from '../../store/view.ts';

/** Identifies the shown row and contact. The state of fields and entries is reset when it changes. */
export function identityOf(panel: Pick<Panel, 'row'>): string {
  const row = panel.row.value;
  return row ? `${row.rowId} ${row.contactId}` : '';
}

/** The address of a contact's page in HighLevel, or in an agency's white-label domain. */
export function contactLink(panel: Pick<Panel, 'contact' | 'directory' | 'settings'>, contactId: string): string {
  const location = panel.contact.value.data?.locationId || panel.directory.location.value?.id;
  return `https://${panel.settings.domain.value}/v2/location/${location}/contacts/detail/${contactId}`;
}

/** The shown value of one field as a signal that changes only with that value. */
export function useFieldValue(panel: Pick<Panel, 'fields'>, key: FieldKey): ReadonlySignal<string> {
  return useComputed(() => panel.fields.shown.value.find((field) => field.key === key)?.value ?? '');
}

/** The contact's name, or else its e-mail or phone. */
export function useContactName(panel: Pick<Panel, 'fields'>): ReadonlySignal<string> {
  return useComputed(() => {
    const of = (key: FieldKey) => panel.fields.shown.value.find((field) => field.key === key)?.value ?? '';
    return of('name') || [of('firstName'), of('lastName')].filter(Boolean).join(' ') || of('email') || of('phone');
  });
}
