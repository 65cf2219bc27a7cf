import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import type { EntryGroup } from '../../store/views/timeline.ts';
import type { LongList } from './long-list.ts';
import { firstOf, type Stretch } from './range.ts';

/** What fits a panel of usual height is painted first, then what fits a tall one; what follows comes as it is scrolled to. */
const atFirst = 14;
const atRest = 30;

interface StretchesOptions {
  list: { readonly current: HTMLElement | null };
  groups: readonly EntryGroup[];
  /** How many entries there are before any filter. */
  total: number;
  /** Entries that stay in the page, wherever one scrolls. */
  keep: readonly (string | null)[];
}

/** What of the timeline is in the page. What scrolls through a long one is fetched when there is one. */
export function useStretches({ list, groups, total, keep }: StretchesOptions): readonly Stretch[] {
  const [limit, setLimit] = useState(atFirst);
  const [long, setLong] = useState<LongList | null>(null);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const isLong = total > atRest;

  useEffect(() => {
    setLimit(atRest);
    if (!isLong) return;
    let made: LongList | null = null;
    let isOver = false;
    import('./long-list.ts').then(
      ({ createLongList }) => {
        if (isOver || !list.current) return;
        made = createLongList(list.current, () => redraw(0));
        setLong(made);
      },
      // Slow is better than out of reach.
      () => setLimit(total),
    );
    return () => {
      isOver = true;
      made?.dispose();
      setLong(null);
    };
  }, [isLong, list, redraw]);
  useLayoutEffect(() => long?.settle());

  return long ? long.stretches(groups, keep) : firstOf(groups, limit);
}
