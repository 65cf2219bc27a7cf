import { useCallback } from 'preact/hooks';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import type { Panel } from '../../store/view.ts';
import type { EditorProps } from '../fields/FieldEditor.tsx';
import { Picker } from '../parts/Picker.tsx';
import { useAsked } from '../parts/use-asked.ts';

/** Links a contact to one of the location's businesses, or to none: picking saves. */
export function BusinessPicker({ panel, label, edit, onClose }: EditorProps) {
  const words = useFieldsMessages();
  const asked = useAsked(useCallback(() => businessesOf(panel), [panel]));
  const named = (asked.value ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const choices = [...named, ...(edit.text && words ? [{ value: '', label: words.noBusiness }] : [])];
  const pick = (value: string) => {
    edit.commit(value, 'enter');
    onClose(true);
  };
  return (
    <Picker
      label={label}
      choices={choices}
      value={edit.text}
      none={asked.value ? undefined : asked.failed ? words?.unread : words?.reading}
      onPick={pick}
      onClose={onClose}
    />
  );
}

const businessesOf = async (panel: Panel) => (await panel.contactWork()).businesses();
