import type { FieldsMessages } from '../../i18n/en/fields.ts';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { type ElementRef, useInView } from '../parts/use-in-view.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { SameBusiness } from './SameBusiness.tsx';

const loadBusinesses = async () => (await import('../fields/editors-chunk.ts')).BusinessPicker;

interface BusinessRowProps {
  panel: Pick<Panel, 'environment' | 'now' | 'row' | 'contact' | 'fields' | 'contactWork' | 'directory' | 'settings'>;
  field: FieldView;
  words: FieldsMessages;
  section: ElementRef;
}

/** The business of a contact, and the other contacts of that business. */
export function BusinessRow({ panel, field, words, section }: BusinessRowProps) {
  const work = useLoaded(panel.contactWork);
  useInView(section, work && field.value, () => work?.nameBusiness(field.value));
  const names = work?.businessNames.value;
  const nameOf = (id: string) => (id === '' ? '' : (names?.get(id) ?? '…'));
  return (
    <>
      <FieldRow
        panel={panel}
        field={field}
        customLabel={words.business}
        format={nameOf}
        loadCustomEditor={loadBusinesses}
      />
      {work && field.value !== '' && (
        <SameBusiness
          key={field.value}
          panel={panel}
          work={work}
          businessId={field.value}
          name={nameOf(field.value)}
          words={words}
        />
      )}
    </>
  );
}
