import { useTimelineEmptyMessages } from '../../i18n/use-timeline-empty.ts';
import type { Panel } from '../../store/view.ts';
import { useContactName } from '../contact/identity.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { Blank } from '../screens/Blank.tsx';

const loadHistory = async () => (await import('./HistoryList.tsx')).HistoryList;

interface TimelineEmptyProps {
  panel: Pick<Panel, 'now' | 'fields' | 'timeline' | 'directory' | 'history'>;
}

/** Explains why no entry is shown and how to show the others; or shows the history instead of entries. */
export function TimelineEmpty({ panel }: TimelineEmptyProps) {
  const words = useTimelineEmptyMessages();
  const name = useContactName(panel).value;
  const { total, counts, failures } = panel.timeline.view.value;
  const kind = panel.timeline.kind.value;
  const openOnly = panel.timeline.openOnly.value;
  const search = panel.timeline.search.value.trim();
  if (kind === 'history') return <Lazy load={loadHistory} props={{ panel }} />;
  if (!words) return null;
  const { noHit, noHistory } = words;

  if (total === 0) {
    // Unread kinds may have entries.
    if (Object.keys(failures).length > 0) return null;
    return <Blank level={2} title={noHistory.title} text={noHistory.text(name.split(' ')[0] ?? '')} />;
  }

  const others = kind === 'all' ? 0 : counts.all;
  const noneSays = openOnly ? noHit.open[kind] : noHit.says[kind];
  const none = openOnly ? noHit.noneOpen[kind] : noHit.none[kind];
  const showOthers = () => {
    if (others > 0) panel.timeline.kind.value = 'all';
    else if (openOnly) panel.timeline.openOnly.value = false;
    else panel.timeline.search.value = '';
  };
  return (
    <Blank
      level={2}
      title={search ? noHit.title(noneSays, search) : none}
      text={others > 0 ? noHit.others(others) : openOnly ? noHit.closedHidden : undefined}
    >
      <button type="button" class="btn" onClick={showOthers}>
        {others > 0 || openOnly ? noHit.showThem : noHit.showAll}
      </button>
    </Blank>
  );
}
