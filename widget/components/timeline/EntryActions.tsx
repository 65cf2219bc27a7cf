import type { ComponentChildren } from 'preact';
import type { WritingMessages } from '../../i18n/en/writing.ts';
import type { Panel } from '../../store/view.ts';
import type { EntryWork } from '../../store/views/entries.ts';
import type { Entry } from '../../store/views/timeline.ts';
import { ActionIcon } from '../parts/ActionIcon.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { Menu, MenuItem } from '../parts/Menu.tsx';
import { focusEntry, neighbourOf } from './entry-focus.ts';

interface EntryActionsProps {
  panel: Pick<Panel, 'entryWork'>;
  words: WritingMessages;
  entry: Entry;
  tabIndex: 0 | -1;
  onEdit: () => void;
}

const statuses: readonly { status: keyof WritingMessages['statuses']; icon: IconName }[] = [
  { status: 'confirmed', icon: 'check' },
  { status: 'showed', icon: 'person' },
  { status: 'noshow', icon: 'alert' },
  { status: 'cancelled', icon: 'close' },
];

/** The actions for an entry. Each can be undone from a toast, so none needs a confirmation. */
export function EntryActions({ panel, words, entry, tabIndex, onEdit }: EntryActionsProps) {
  // The actions disappear while a request is pending, so the entry gets the focus.
  const act = (verb: (work: EntryWork) => void, next: string | undefined = entry.id) => {
    panel.entryWork().then(verb, () => {});
    focusEntry(next);
  };
  const action = (word: string, icon: ComponentChildren, onClick: () => void, marks: Record<string, string> = {}) => (
    <button type="button" class="btn" tabIndex={tabIndex} aria-label={word} title={word} onClick={onClick} {...marks}>
      {icon}
      <span class="t">{word}</span>
    </button>
  );
  return (
    <div class={`entry-acts entry-acts--${entry.kind}`}>
      {action(
        entry.kind === 'appointment' ? words.reschedule : words.edit,
        entry.kind === 'appointment' ? <Icon name="clock" size={14} /> : <ActionIcon name="edit" />,
        onEdit,
        { 'data-edit': '' },
      )}
      {entry.kind === 'note' &&
        action(
          entry.note.pinned ? words.unpin : words.pinIt,
          <ActionIcon name="pin" />,
          () => act((work) => work.pin(entry.id, !entry.note.pinned)),
          { 'data-pin': '' },
        )}
      {entry.kind === 'appointment' && (
        <Menu label={words.status} icon={<Icon name="more" size={14} />}>
          {statuses
            .filter(({ status }) => status !== entry.appointment.status)
            .map(({ status, icon }) => (
              <MenuItem key={status} icon={icon} onPick={() => act((work) => work.setStatus(entry.id, status))}>
                {words.statuses[status]}
              </MenuItem>
            ))}
        </Menu>
      )}
      {action(
        words.remove,
        <ActionIcon name="remove" />,
        () => act((work) => work.remove(entry.kind, entry.id), neighbourOf(entry.id)),
        { 'data-remove': '' },
      )}
    </div>
  );
}
