import type { Panel } from '../../store/view.ts';
import { Avatar } from '../contact/Avatar.tsx';
import { Select } from '../parts/Select.tsx';

interface PersonSelectProps {
  id: string;
  panel: Pick<Panel, 'directory'>;
  value: string;
  /** User ids; all users of the location when absent. */
  among?: readonly string[];
  /** The label of the empty choice. */
  nobody: string;
  missing?: string | undefined;
  onPick: (userId: string) => void;
}

export function PersonSelect({ panel, value, among, nobody, ...rest }: PersonSelectProps) {
  const users = panel.directory.users.value;
  // The assignee stays selectable after leaving the location.
  const ids = new Set([...(among ?? users.keys()), ...(value ? [value] : [])]);
  const people = [...ids].map((id) => ({ value: id, label: users.get(id)?.name ?? id }));
  people.sort((one, other) => one.label.localeCompare(other.label));
  const name = users.get(value)?.name;
  return (
    <Select
      {...rest}
      value={value}
      choices={[{ value: '', label: nobody }, ...people]}
      before={name && <Avatar name={name} of="user" />}
    />
  );
}
