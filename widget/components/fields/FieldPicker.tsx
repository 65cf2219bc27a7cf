import { useMemo } from 'preact/hooks';
import { countryCodes } from '../../../sync/kinds/country.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import { type Choice, Picker } from '../parts/Picker.tsx';
import type { EditorProps } from './FieldEditor.tsx';

const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label);

/** Edits a field with a list of choices. Picking saves. */
export function FieldPicker({ panel, field, label, edit, onClose }: EditorProps) {
  const { contact: words } = useMessages();
  const more = useFieldsMessages();
  const formats = useFormats();
  const users = panel.directory.users.value;
  const choices = useMemo(() => {
    const named = ((): Choice[] => {
      switch (field.kind) {
        case 'user':
          return [...users.values()].map(({ id, name }) => ({ value: id, label: name })).sort(byLabel);
        case 'country':
          return countryCodes()
            .map((code) => ({ value: code, label: formats.country(code) }))
            .sort(byLabel);
        case 'time-zone':
          return Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
        default:
          return field.choices.map((choice) => ({ value: choice, label: choice }));
      }
    })();
    // A value that is no longer among the choices is still selected.
    const known = edit.text === '' || named.some(({ value }) => value === edit.text);
    const all = known ? named : [{ value: edit.text, label: edit.text }, ...named];
    const none = { value: '', label: field.kind === 'user' ? words.nobody : (more?.clear ?? '') };
    return field.clearable ? (field.kind === 'user' ? [none, ...all] : [...all, none]) : all;
  }, [field.kind, field.key, field.choices, users, formats, words, more]);

  const pick = (value: string) => {
    edit.commit(value, 'enter');
    onClose(true);
  };
  return <Picker label={label} choices={choices} value={edit.text} onPick={pick} onClose={onClose} />;
}
