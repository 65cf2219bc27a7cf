import { useCallback } from 'preact/hooks';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import type { Panel } from '../../store/view.ts';
import type { EditorProps } from '../fields/FieldEditor.tsx';
import { Picker } from '../parts/Picker.tsx';
import { useLoading } from '../parts/use-loaded.ts';

/** Links a contact to one of the location's businesses, or to none. Picking saves. */
export function BusinessPicker({ panel, label, edit, onClose }: EditorProps) {
  const words = useFieldsMessages();
  const loading = useLoading(useCallback(() => businessesOf(panel), [panel]));
  const named = (loading.value ?? []).map(({ id, name }) => ({ value: id, label: name }));
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
      placeholder={loading.value ? undefined : loading.failed ? words?.unread : words?.reading}
      onPick={pick}
      onClose={onClose}
    />
  );
}

const businessesOf = async (panel: Pick<Panel, 'contactWork'>) => (await panel.contactWork()).businesses();
