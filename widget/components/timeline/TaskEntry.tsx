import type { TargetedEvent } from 'preact';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Entry } from '../../store/views/timeline.ts';
import { Avatar } from '../contact/Avatar.tsx';
import { Lazy } from '../parts/Lazy.tsx';
import { loadTickError } from '../parts/lazy-parts.ts';
import { EntryItem } from './EntryItem.tsx';
import type { EntryContext } from './entry-context.ts';
import { RichText } from './RichText.tsx';

type Props = { entry: Extract<Entry, { kind: 'task' }> } & EntryContext;

export function TaskEntry(props: Props) {
  const { entry, panel, writing, group, now, tabIndex } = props;
  const messages = useMessages();
  const words = messages.timeline;
  const formats = useFormats();
  const { daysBetween } = formats.clock;
  const { task, failure } = entry;
  const readOnly = panel.readOnly.value;
  const title = task.title || words.untitled;
  const assignee = panel.directory.users.value.get(task.assignee)?.name;
  const due = task.dueDate === null ? null : formats.moment(task.dueDate, now);
  const late = group === 'overdue' && task.dueDate !== null;
  const isSoon = task.dueDate !== null && daysBetween(now, task.dueDate) === 0;
  const days = late ? daysBetween(task.dueDate ?? now, now) : 0;
  const tick = () => !readOnly && panel.timeline.completeTask(task.id, !task.completed);
  const state = task.completed ? words.done : late ? words.overdue : '';
  const label = [words.task, title, due && words.due(due), state].filter(Boolean).join(', ');

  return (
    <EntryItem {...props} look={task.completed ? ' entry--done' : ''} label={label}>
      <span class="entry-mark">
        <input
          type="checkbox"
          class="check"
          checked={task.completed}
          disabled={readOnly || writing.drafts.value.get(task.id)?.entryId === null}
          tabIndex={tabIndex}
          aria-label={task.completed ? words.reopen(title) : words.complete(title)}
          onChange={(event: TargetedEvent<HTMLInputElement>) => {
            // The checkbox shows the task's state; the store decides the effect of the click.
            event.currentTarget.checked = task.completed;
            tick();
          }}
        />
      </span>
      <div>
        <p class="entry-title">{title}</p>
        <p class="entry-meta">
          {task.completed ? (
            <>
              {due && <span>{words.due(due)}</span>}
              <span>{words.done}</span>
            </>
          ) : (
            <>
              <span data-when class={late ? 'late' : isSoon ? 'soon' : undefined}>
                {due ?? words.noDueDate}
              </span>
              {days > 0 && <span>{words.daysLate(days)}</span>}
            </>
          )}
        </p>
        {task.body && <RichText class="entry-text" text={task.body} lines={2} />}
        {failure && <Lazy load={loadTickError} props={{ panel, taskId: task.id, failure }} />}
      </div>
      <div class="entry-side">{assignee && <Avatar name={assignee} of="user" title={assignee} />}</div>
    </EntryItem>
  );
}
