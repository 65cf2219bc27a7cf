import { type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';

/** The overlays that any screen can open. */
export type Overlay = 'palette' | 'shortcuts' | 'delete';

/** The open overlay; components set it to open one. */
export const OverlayContext = createContext<Signal<Overlay | null>>(signal(null));
