import { useEffect, useState } from 'preact/hooks';
import type { Panel } from '../../store/view.ts';
import type { EntryWork } from '../../store/views/entries.ts';

const loaded = new WeakMap<object, EntryWork>();

/** The functions that write entries; `null` until their code is loaded. A change of `wanted` tries again. */
export function useEntryWork(panel: Pick<Panel, 'entryWork'>, wanted: unknown = null): EntryWork | null {
  const [, setLoaded] = useState(false);
  useEffect(() => {
    let isCancelled = false;
    if (!loaded.has(panel))
      panel.entryWork().then(
        (work) => {
          loaded.set(panel, work);
          if (!isCancelled) setLoaded(true);
        },
        () => {},
      );
    return () => {
      isCancelled = true;
    };
  }, [panel, wanted]);
  return loaded.get(panel) ?? null;
}
