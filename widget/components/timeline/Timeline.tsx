import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../../../engine/failure.ts';
import type { EntryKind } from '../../../sync/entries.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { TimelineView } from '../../store/views/timeline.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { loadComposer, loadTimelineEmpty } from '../parts/lazy-parts.ts';
import { EntrySkeleton } from '../screens/Skeleton.tsx';
import type { WritingState } from './entry-context.ts';
import { Filters } from './Filters.tsx';
import { loadEntries } from './lazy-entries.ts';
import './Timeline.css';

/** The history replaces the entries. */
const nothing: TimelineView['groups'] = [];

interface TimelineProps {
  panel: Pick<
    Panel,
    | 'environment'
    | 'now'
    | 'readOnly'
    | 'row'
    | 'contact'
    | 'fields'
    | 'timeline'
    | 'entryWork'
    | 'directory'
    | 'history'
    | 'refresh'
  >;
}

/** Tasks, notes and appointments in order of relevance. */
export function Timeline({ panel }: TimelineProps) {
  const messages = useMessages();
  const editing = useSignal<string | null>(null);
  const drafts = useSignal<WritingState['drafts']['value']>(new Map());
  const writing = { editing, drafts };
  const { groups, total, loading, failures } = panel.timeline.view.value;
  // Rounded to the minute, because entries show days and times but no seconds.
  const now = useComputed(() => panel.now.value - (panel.now.value % 60_000)).value;

  // A rate limit is shown by the banner and reading resumes automatically, so it is not an error here.
  const reasons = Object.entries(failures) as [EntryKind, Failure][];
  const unread = reasons.filter(([, { code }]) => code !== 'rate-limited').map(([kind]) => kind);
  const waiting = loading || unread.length < reasons.length;
  const isDeferred = useDeferred(total > 0, waiting);
  const isHistory = panel.timeline.kind.value === 'history';
  const shown = isHistory || isDeferred ? nothing : groups;

  return (
    <section class="feed" aria-label={messages.timeline.landmark} aria-busy={loading}>
      {!panel.readOnly.value && (
        <Lazy load={loadComposer} props={{ panel, writing }} fallback={<div class="composer-line" />} />
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
      <Lazy
        load={loadEntries}
        props={{ panel, writing, groups: shown, total, now }}
        fallback={shown.length > 0 && <EntrySkeleton />}
      />
      {waiting && (total === 0 || isDeferred) && (
        <>
          <p class="sr">{messages.timeline.loading}</p>
          <EntrySkeleton />
        </>
      )}
      {(!waiting || isHistory) && shown.length === 0 && <Lazy load={loadTimelineEmpty} props={{ panel }} />}
    </section>
  );
}

/** Milliseconds. */
const groupingDelay = 120;

/** Shows kinds that arrive almost simultaneously together, so that a later kind does not shift the entries of another. */
function useDeferred(isAny: boolean, waiting: boolean): boolean {
  const [isShown, setShown] = useState(isAny);
  useEffect(() => {
    if (isShown || !isAny) return;
    const timer = setTimeout(() => setShown(true), waiting ? groupingDelay : 0);
    return () => clearTimeout(timer);
  }, [isShown, isAny, waiting]);
  return isAny && waiting && !isShown;
}
