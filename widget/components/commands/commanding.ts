import './modes.css';

/** What hears the keys and opens what lies above the screens: fetched after the first paint. */
export { Overlays } from './Overlays.tsx';
export { press } from './press.ts';
export { unfoldForPrint } from './unfold-for-print.ts';
