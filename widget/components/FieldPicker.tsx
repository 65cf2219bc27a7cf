import { useMemo } from 'preact/hooks';
import { useFormats, useMessages } from '../i18n/Words.tsx';
import { countries } from './countries.ts';
import type { EditorProps } from './FieldEditor.tsx';
import { type Choice, Picker } from './Picker.tsx';

/** Edits a field that is one of a list: picking saves. */
export function FieldPicker({ panel, field, label, edit, onClose }: EditorProps) {
  const { contact: words } = useMessages();
  const formats = useFormats();
  const users = panel.users.value;
  const choices = useMemo(() => {
    const named: Choice[] =
      field.kind === 'user'
        ? [...users.values()].map(({ id, name }) => ({ value: id, label: name }))
        : countries.map((code) => ({ value: code, label: formats.country(code) }));
    named.sort((a, b) => a.label.localeCompare(b.label));
    return field.clearable ? [{ value: '', label: words.nobody }, ...named] : named;
  }, [field.kind, field.key, users, formats, words]);

  const pick = (value: string) => {
    edit.commit(value, 'enter');
    onClose(true);
  };
  return <Picker label={label} choices={choices} value={edit.text} onPick={pick} onClose={onClose} />;
}
