import type { FieldsMessages } from '../../i18n/en/fields.ts';
import type { FieldView, Panel } from '../../store/view.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { type Place, useSeen } from '../parts/use-seen.ts';
import { Fellows } from './SameBusiness.tsx';
import { useContactWork } from './use-contact-work.ts';

const loadBusinesses = async () => (await import('../fields/field-editors.ts')).BusinessPicker;

interface BusinessRowProps {
  panel: Panel;
  field: FieldView;
  words: FieldsMessages;
  place: Place;
}

/** The business of a contact, and who else belongs to it. */
export function BusinessRow({ panel, field, words, place }: BusinessRowProps) {
  const work = useContactWork(panel);
  useSeen(place, work && field.value, () => work?.nameBusiness(field.value));
  const names = work?.businessNames.value;
  const say = (id: string) => (id === '' ? '' : (names?.get(id) ?? '…'));
  return (
    <>
      <FieldRow panel={panel} field={field} called={words.business} say={say} load={loadBusinesses} />
      {work && field.value !== '' && (
        <Fellows
          key={field.value}
          panel={panel}
          work={work}
          businessId={field.value}
          name={say(field.value)}
          words={words}
        />
      )}
    </>
  );
}
