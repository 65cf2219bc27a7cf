import { useId } from 'preact/hooks';
import { startOfDay } from '../i18n/format.ts';
import { useFormats, useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import type { Entry, EntryGroup } from '../store/view-timeline.ts';
import { AppointmentEntry } from './AppointmentEntry.tsx';
import type { Desk, EntryPlace } from './EntryItem.tsx';
import { Lazy } from './Lazy.tsx';
import { loadEntryEditor } from './later.ts';
import { NoteEntry } from './NoteEntry.tsx';
import { TaskEntry } from './TaskEntry.tsx';

interface GroupProps {
  panel: Panel;
  desk: Desk;
  group: EntryGroup;
  /** Those of the group that show. */
  entries: readonly Entry[];
  now: number;
  tabStop: string | null;
}

export function Group({ panel, desk, group, entries, now, tabStop }: GroupProps) {
  const { timeline } = useMessages();
  const formats = useFormats();
  const id = useId();
  const { kind, day } = group;
  const counted = kind === 'overdue' || kind === 'upcoming';
  const name = kind === 'day' ? formats.nearDay(startOfDay(day ?? ''), now) : timeline.groups[kind];
  return (
    <section class="group" aria-labelledby={id}>
      <h2 id={id} class={kind === 'overdue' ? 'group-head group-head--late' : 'group-head'}>
        {counted ? `${name} ` : name}
        {counted && <b class="num">{group.entries.length}</b>}
      </h2>
      <ol>
        {entries.map((entry) => (
          <EntryOfKind
            key={`${entry.kind} ${entry.id}`}
            entry={entry}
            panel={panel}
            desk={desk}
            group={kind}
            now={now}
            tabIndex={entry.id === tabStop ? 0 : -1}
          />
        ))}
      </ol>
    </section>
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
