import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { TimelineView } from '../../store/views/timeline.ts';
import type { EntryContext } from './entry-context.ts';
import { Group } from './Group.tsx';
import { useEntryRanges } from './use-entry-ranges.ts';

interface EntriesProps extends Pick<EntryContext, 'panel' | 'writing'>, Pick<TimelineView, 'groups' | 'total'> {
  /** Rounded to the minute. */
  now: number;
}

/** The entries of the timeline by groups. Its code is fetched right after the first paint, before entries arrive. */
export function Entries({ panel, writing, groups, total, now }: EntriesProps) {
  const current = useSignal<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = useEntryRanges({ list, groups, total, keep: [current.value, writing.editing.value] });
  const ids = shown.flatMap(({ rows }) => rows.flatMap((row) => (typeof row === 'number' ? [] : row.id)));
  const tabStop = ids.find((id) => id === current.value) ?? ids[0];

  return (
    <div
      ref={list}
      class="entries"
      onFocusIn={(event) => {
        const entry = (event.target as HTMLElement).closest<HTMLElement>('[data-entry]');
        if (entry) current.value = entry.dataset.entry ?? null;
      }}
      // A finger leaves the list with each touch.
      onPointerLeave={({ pointerType }) => pointerType !== 'touch' && panel.timeline.letGo()}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        const isGone = relatedTarget !== null && !currentTarget.contains(relatedTarget as Node);
        if (isGone && !currentTarget.matches(':hover')) panel.timeline.letGo();
      }}
    >
      {shown.map((range) => (
        <Group
          key={range.group.day ?? range.group.kind}
          panel={panel}
          writing={writing}
          range={range}
          now={now}
          tabStop={tabStop}
        />
      ))}
    </div>
  );
}
