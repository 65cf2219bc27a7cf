import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import type { EntryGroup } from '../../store/views/timeline.ts';
import { type EntryRange, firstOf } from './entry-range.ts';
import type { LongList } from './long-list.ts';

/** Entries of the first paint fill a panel of common height, then a tall one; further entries are rendered on scrolling. */
const firstPaint = 14;
const maxWithoutWindow = 30;

interface RangesOptions {
  list: { readonly current: HTMLElement | null };
  groups: readonly EntryGroup[];
  /** The number of entries without filters. */
  total: number;
  /** Ids of entries that stay in the page at any scroll position. */
  keep: readonly (string | null)[];
}

/** The parts of the timeline in the page. The code that virtualises a long timeline is loaded on demand. */
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
      // Without that code all entries are rendered, which is slow but complete.
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
