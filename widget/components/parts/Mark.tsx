import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Mark as MarkName } from '../../store/views/fields.ts';
import { Icon, type IconName } from './Icon.tsx';
import './Mark.css';

const icons: Record<Exclude<MarkName, 'none'>, IconName> = {
  saving: 'arc',
  unsaved: 'dot',
  differs: 'differs',
  conflict: 'differs',
  failed: 'alert',
};

/** The sync state of a value. */
export function Mark({ mark }: { mark: MarkName }) {
  const { marks } = useMessages().contact;
  if (mark === 'none') return null;
  return (
    <span class={`mark mark--${mark}`} role="img" aria-label={marks[mark]} title={marks[mark]}>
      <Icon name={icons[mark]} size={12} />
    </span>
  );
}
