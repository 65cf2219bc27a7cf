import type { Panel } from '../../store/view.ts';
import type { Connecting } from '../../store/views/connection.ts';
import { useLoaded } from '../parts/use-loaded.ts';

/** The verbs that connect a document; `null` until their code is there. */
export const useConnecting = (panel: Panel): Connecting | null => useLoaded(panel.connecting);
