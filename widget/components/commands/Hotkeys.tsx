import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Panel } from '../../store/view.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { createRemembered } from '../parts/remembered.ts';
import { type Overlay, OverlayContext } from './overlay.ts';

type Commanding = typeof import('./commanding.ts');

let there: Commanding | undefined;
/** A part that cannot be fetched now is tried again when it is needed. */
export const loadCommanding = async () => {
  there = await import('./commanding.ts');
  return there;
};
const loadOverlays = async () => (await loadCommanding()).Overlays;

/** Gives what is inside it the keys of the panel, and a place above it for what they open. */
export function Commanded({ panel, children }: { panel: Panel; children: ComponentChildren }) {
  const overlay = useSignal<Overlay | null>(null);
  const allowed = useMemo(() => createRemembered('shortcuts', true), []);
  useEffect(() => {
    const failed = () => {};
    const onKeyDown = (event: KeyboardEvent) => {
      const hear = ({ press }: Commanding) => press(event, { panel, overlay, allowed });
      if (there) hear(there);
      else loadCommanding().then(hear, failed);
    };
    let stop = failed;
    loadCommanding().then(({ unfoldForPrint }) => {
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
