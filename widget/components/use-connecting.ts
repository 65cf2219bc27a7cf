import { useEffect, useState } from 'preact/hooks';
import type { Panel } from '../store/view.ts';
import type { Connecting } from '../store/view-connection.ts';

/** The verbs that connect a document; `null` until their code is there. */
export function useConnecting(panel: Panel): Connecting | null {
  const [connecting, setConnecting] = useState<Connecting | null>(null);
  useEffect(() => {
    let isGone = false;
    panel.connecting().then(
      (loaded) => {
        if (!isGone) setConnecting(loaded);
      },
      // Without its code the screen says what it can; a reload fetches it again.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [panel]);
  return connecting;
}
