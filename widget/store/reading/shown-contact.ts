import { computed, type ReadonlySignal } from '@preact/signals';
import type { Contact } from '../../../highlevel/contact.ts';
import type { Row } from '../../section/port.ts';
import type { Resource } from '../view.ts';
import type { Loader } from './loader.ts';
import { empty } from './resource.ts';

/** The contact under the cursor: as it is shown, and as it can be compared with its row. */
export function showContact(loader: Loader, row: ReadonlySignal<Row | null>) {
  const contact = computed((): Resource<Contact> => {
    const state = loader.current.value?.contact.state.value;
    if (state?.asOf || state?.error) return state;
    // Where the cursor has just arrived nothing is requested yet, but it will be; a list may have had the contact.
    return { ...empty, data: state?.data, loading: state !== undefined };
  });
  const comparable = computed(() => {
    const { data, asOf } = contact.value;
    // What a list had can be older than the row.
    return data && asOf !== undefined && data.id === row.value?.contactId ? data : undefined;
  });
  return { contact, comparable };
}
