import './modes.css';

export { handleKey } from './key-handler.ts';
/** What hears the keys and opens what lies above the screens: fetched after the first paint. */
export { Overlays } from './Overlays.tsx';
export { unfoldForPrint } from './unfold-for-print.ts';
