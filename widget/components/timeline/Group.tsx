import { useId } from 'preact/hooks';
import { startOfDay } from '../../i18n/format.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { Entry } from '../../store/views/timeline.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { loadEntryEditor } from '../parts/later.ts';
import { AppointmentEntry } from './AppointmentEntry.tsx';
import type { Desk, EntryPlace } from './EntryItem.tsx';
import { NoteEntry } from './NoteEntry.tsx';
import type { Stretch } from './range.ts';
import { TaskEntry } from './TaskEntry.tsx';

interface GroupProps {
  panel: Panel;
  desk: Desk;
  stretch: Stretch;
  now: number;
  tabStop: string | undefined;
}

/** A group of entries; room stands for those that are not in the page. */
export function Group({ panel, desk, stretch, now, tabStop }: GroupProps) {
  const { timeline } = useMessages();
  const formats = useFormats();
  const id = useId();
  const { group, before, headed, rows } = stretch;
  const { kind, day } = group;
  const counted = kind === 'overdue' || kind === 'upcoming';
  const name = kind === 'day' ? formats.nearDay(startOfDay(day ?? ''), now) : timeline.groups[kind];
  const label = headed ? { 'aria-labelledby': id } : { 'aria-label': name };
  return (
    <>
      {before > 0 && <div style={{ height: `${before}px` }} />}
      <section class="group" {...label}>
        {headed && (
          <h2 id={id} class={kind === 'overdue' ? 'group-head group-head--late' : 'group-head'}>
            {counted ? `${name} ` : name}
            {counted && <b class="num">{group.entries.length}</b>}
          </h2>
        )}
        <ol>
          {rows.map((row, index) =>
            typeof row === 'number' ? (
              <li key={index} aria-hidden="true" style={{ height: `${row}px` }} />
            ) : (
              <EntryOfKind
                key={`${row.kind} ${row.id}`}
                entry={row}
                panel={panel}
                desk={desk}
                group={kind}
                now={now}
                tabIndex={row.id === tabStop ? 0 : -1}
              />
            ),
          )}
        </ol>
      </section>
    </>
  );
}

function EntryOfKind(props: { entry: Entry } & EntryPlace) {
  const entry = <EntryAtRest {...props} />;
  if (props.desk.editing.value !== props.entry.id) return entry;
  return <Lazy load={loadEntryEditor} props={props} meanwhile={entry} />;
}

function EntryAtRest({ entry, ...place }: { entry: Entry } & EntryPlace) {
  switch (entry.kind) {
    case 'task':
      return <TaskEntry entry={entry} {...place} />;
    case 'note':
      return <NoteEntry entry={entry} {...place} />;
    case 'appointment':
      return <AppointmentEntry entry={entry} {...place} />;
  }
}
