import { useId } from 'preact/hooks';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { Entry } from '../../store/views/timeline.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { loadEntryEditor } from '../parts/lazy-parts.ts';
import { AppointmentEntry } from './AppointmentEntry.tsx';
import type { EntryContext, WritingState } from './entry-context.ts';
import type { EntryRange } from './entry-range.ts';
import { NoteEntry } from './NoteEntry.tsx';
import { TaskEntry } from './TaskEntry.tsx';

interface GroupProps {
  panel: Pick<Panel, 'environment' | 'now' | 'readOnly' | 'row' | 'contact' | 'timeline' | 'entryWork' | 'directory'>;
  writing: WritingState;
  range: EntryRange;
  now: number;
  tabStop: string | undefined;
}

/** A group of entries; spacers replace entries that are not in the page. */
export function Group({ panel, writing, range, now, tabStop }: GroupProps) {
  const { timeline } = useMessages();
  const formats = useFormats();
  const id = useId();
  const { group, before, headed, rows } = range;
  const { kind, day } = group;
  const counted = kind === 'overdue' || kind === 'upcoming';
  const name =
    kind === 'day' ? formats.nearDay(formats.clock.instantOf(day ?? '', '00:00') ?? now, now) : timeline.groups[kind];
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
                writing={writing}
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

function EntryOfKind(props: { entry: Entry } & EntryContext) {
  const entry = <EntryAtRest {...props} />;
  if (props.writing.editing.value !== props.entry.id) return entry;
  return <Lazy load={loadEntryEditor} props={props} fallback={entry} />;
}

function EntryAtRest({ entry, ...context }: { entry: Entry } & EntryContext) {
  switch (entry.kind) {
    case 'task':
      return <TaskEntry entry={entry} {...context} />;
    case 'note':
      return <NoteEntry entry={entry} {...context} />;
    case 'appointment':
      return <AppointmentEntry entry={entry} {...context} />;
  }
}
