import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Panel } from '../../store/view.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { createPersisted } from '../parts/persisted.ts';
import { type Overlay, OverlayContext } from './overlay.ts';

type CommandsChunk = typeof import('./commands-chunk.ts');

let loadedChunk: CommandsChunk | undefined;
/** Loads the chunk of the commands; after a failure the next call tries again. */
export const loadCommands = async () => {
  loadedChunk = await import('./commands-chunk.ts');
  return loadedChunk;
};
const loadOverlays = async () => (await loadCommands()).Overlays;

/** Handles the panel's keyboard shortcuts and renders the overlay that they open. */
export function Hotkeys({ panel, children }: { panel: Panel; children: ComponentChildren }) {
  const overlay = useSignal<Overlay | null>(null);
  const allowed = useMemo(() => createPersisted('shortcuts', true), []);
  useEffect(() => {
    const failed = () => {};
    const onKeyDown = (event: KeyboardEvent) => {
      const handle = ({ handleKey }: CommandsChunk) => handleKey(event, { panel, overlay, allowed });
      if (loadedChunk) handle(loadedChunk);
      else loadCommands().then(handle, failed);
    };
    let stop = failed;
    loadCommands().then(({ unfoldForPrint }) => {
      stop = unfoldForPrint();
    }, failed);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, [panel, overlay, allowed]);
  return (
    <OverlayContext.Provider value={overlay}>
      {children}
      {overlay.value && <Lazy load={loadOverlays} props={{ panel, overlay, allowed }} />}
    </OverlayContext.Provider>
  );
}
