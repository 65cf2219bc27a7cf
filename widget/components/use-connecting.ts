import type { Panel } from '../store/view.ts';
import type { Connecting } from '../store/view-connection.ts';
import { useLoaded } from './use-loaded.ts';

/** The verbs that connect a document; `null` until their code is there. */
export const useConnecting = (panel: Panel): Connecting | null => useLoaded(panel.connecting);
