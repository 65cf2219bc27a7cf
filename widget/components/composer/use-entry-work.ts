import { useEffect, useState } from 'preact/hooks';
import type { Panel } from '../../store/view.ts';
import type { EntryWork } from '../../store/views/entries.ts';

const known = new WeakMap<Panel, EntryWork>();

/** The verbs that write entries; `null` until their code is there. `wanted` changes when it is worth another try. */
export function useEntryWork(panel: Panel, wanted: unknown = null): EntryWork | null {
  const [, setLoaded] = useState(false);
  useEffect(() => {
    let isGone = false;
    if (!known.has(panel))
      panel.entryWork().then(
        (work) => {
          known.set(panel, work);
          if (!isGone) setLoaded(true);
        },
        () => {},
      );
    return () => {
      isGone = true;
    };
  }, [panel, wanted]);
  return known.get(panel) ?? null;
}
