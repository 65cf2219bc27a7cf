import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../i18n/Words.tsx';
import type { Failure, Panel } from '../store/view.ts';
import type { Entry, EntryGroup, EntryKind } from '../store/view-timeline.ts';
import type { Desk } from './EntryItem.tsx';
import { Filters } from './Filters.tsx';
import { Group } from './Group.tsx';
import { Lazy } from './Lazy.tsx';
import { loadComposer, loadTimelineEmpty } from './later.ts';
import { EntrySkeleton } from './Skeleton.tsx';
import './Timeline.css';

/** What fits a panel of usual height is painted first, then what fits a tall one; the rest is a click away. */
const atFirst = 14;
const atRest = 30;
const atOnce = 60;

/** Tasks, notes and appointments in the order in which they matter. */
export function Timeline({ panel }: { panel: Panel }) {
  const messages = useMessages();
  const [limit, setLimit] = useState(atFirst);
  useEffect(() => setLimit(atRest), []);
  const current = useSignal<string | null>(null);
  const editing = useSignal<string | null>(null);
  const drafts = useSignal<Desk['drafts']['value']>(new Map());
  const desk = { editing, drafts };
  const list = useRef<HTMLDivElement>(null);
  const { groups, total, loading, failures } = panel.timeline.value;
  // To the minute: entries say days and times of day, not seconds of a countdown.
  const now = useComputed(() => panel.now.value - (panel.now.value % 60_000)).value;

  // While HighLevel asks for patience the banner says so, and reading goes on by itself.
  const reasons = Object.entries(failures) as [EntryKind, Failure][];
  const unread = reasons.filter(([, { code }]) => code !== 'rate-limited').map(([kind]) => kind);
  const waiting = loading || unread.length < reasons.length;
  const isHistory = panel.kind.value === 'history';
  const { shown, hidden } = cut(isHistory ? [] : groups, limit);
  const first = shown[0]?.entries[0]?.id ?? null;
  const present = shown.some(({ entries }) => entries.some((entry) => entry.id === current.value));
  const tabStop = present ? current.value : first;

  const showOlder = () => {
    const before = list.current?.querySelectorAll('[data-entry]').length ?? 0;
    setLimit(limit + atOnce);
    // The button may be gone now: the focus goes on where the new entries begin.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-entry]')[before]?.focus());
  };

  return (
    <section class="feed" aria-label={messages.timeline.landmark} aria-busy={loading}>
      {!panel.readOnly.value && (
        <Lazy load={loadComposer} props={{ panel, desk }} meanwhile={<div class="composer-line" />} />
      )}
      <Filters panel={panel} />
      {unread.map((kind) => (
        <p key={kind} class="unread" role="status">
          {messages.contact.failures.unread[kind]}
          <span>{failures[kind]?.complaint}</span>
          <button type="button" class="link" onClick={() => panel.refresh()}>
            {messages.tryAgain}
          </button>
        </p>
      ))}
      <div
        ref={list}
        onFocusIn={(event) => {
          const entry = (event.target as HTMLElement).closest<HTMLElement>('[data-entry]');
          if (entry) current.value = entry.dataset.entry ?? null;
        }}
      >
        {shown.map(({ group, entries }) => (
          <Group
            key={group.day ?? group.kind}
            panel={panel}
            desk={desk}
            group={group}
            entries={entries}
            now={now}
            tabStop={tabStop}
          />
        ))}
      </div>
      {hidden > 0 && limit > atFirst && (
        <p class="more">
          <button type="button" class="btn btn--quiet" onClick={showOlder}>
            {messages.timeline.showOlder(hidden)}
          </button>
        </p>
      )}
      {waiting && total === 0 && (
        <>
          <p class="sr">{messages.timeline.loading}</p>
          <EntrySkeleton />
        </>
      )}
      {(!waiting || isHistory) && shown.length === 0 && <Lazy load={loadTimelineEmpty} props={{ panel }} />}
    </section>
  );
}

interface ShownGroup {
  group: EntryGroup;
  entries: readonly Entry[];
}

function cut(groups: readonly EntryGroup[], limit: number): { shown: readonly ShownGroup[]; hidden: number } {
  const shown: ShownGroup[] = [];
  let room = limit;
  let hidden = 0;
  for (const group of groups) {
    const entries = group.entries.slice(0, room);
    hidden += group.entries.length - entries.length;
    room -= entries.length;
    if (entries.length > 0) shown.push({ group, entries });
  }
  return { shown, hidden };
}
