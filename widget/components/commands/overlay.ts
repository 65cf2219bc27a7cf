import { type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';

/** What is opened above any screen. */
export type Overlay = 'palette' | 'shortcuts' | 'delete';

/** Which is open, for those who open one. */
export const OverlayContext = createContext<Signal<Overlay | null>>(signal(null));
