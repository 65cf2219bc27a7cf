import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import type { EntryGroup } from '../../store/views/timeline.ts';
import { type EntryRange, firstOf } from './entry-range.ts';
import type { LongList } from './long-list.ts';

/** What fits a panel of usual height is painted first, then what fits a tall one; what follows comes as it is scrolled to. */
const firstPaint = 14;
const maxWithoutWindow = 30;

interface RangesOptions {
  list: { readonly current: HTMLElement | null };
  groups: readonly EntryGroup[];
  /** How many entries there are before any filter. */
  total: number;
  /** Entries that stay in the page, wherever one scrolls. */
  keep: readonly (string | null)[];
}

/** What of the timeline is in the page. What scrolls through a long one is fetched when there is one. */
export function useEntryRanges({ list, groups, total, keep }: RangesOptions): readonly EntryRange[] {
  const [limit, setLimit] = useState(firstPaint);
  const [long, setLong] = useState<LongList | null>(null);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const isLong = total > maxWithoutWindow;

  useEffect(() => {
    setLimit(maxWithoutWindow);
    if (!isLong) return;
    let made: LongList | null = null;
    let isCancelled = false;
    import('./long-list.ts').then(
      ({ createLongList }) => {
        if (isCancelled || !list.current) return;
        made = createLongList(list.current, () => redraw(0));
        setLong(made);
      },
      // Slow is better than out of reach.
      () => setLimit(total),
    );
    return () => {
      isCancelled = true;
      made?.dispose();
      setLong(null);
    };
  }, [isLong, list, redraw]);
  useLayoutEffect(() => long?.measureAll());

  return long ? long.ranges(groups, keep) : firstOf(groups, limit);
}
