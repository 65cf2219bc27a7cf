import './modes.css';

export { handleKey } from './key-handler.ts';
/** The key handler and the overlays: one chunk, fetched after the first paint. */
export { Overlays } from './Overlays.tsx';
export { unfoldForPrint } from './unfold-for-print.ts';
