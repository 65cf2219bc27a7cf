import { createContext } from 'preact';
import type { Panel } from '../store/view.ts';
import { createRemembered, type Remembered } from './remembered.ts';

/** What one person prefers in one browser; what is for everybody is kept by Grist. */
export interface Preferences {
  /** ISO 639-1; `''` is the language of Grist. */
  language: Remembered<string>;
  /** What of the timeline shows at first: a kind, as `Panel.kind`. */
  kind: Remembered<string>;
  openOnly: Remembered;
}

export const createPreferences = (): Preferences => ({
  language: createRemembered('language', ''),
  kind: createRemembered('kind', 'all'),
  openOnly: createRemembered('open-only', false),
});

/** Begins as the person prefers. What they choose later holds until the panel is opened again. */
export function beginWith({ kind, openOnly }: Preferences, panel: Panel): void {
  const kept = kind.value.peek();
  if (isKind(kept)) panel.kind.value = kept;
  if (openOnly.value.peek()) panel.openOnly.value = true;
}

/** Storage may hold anything. */
const isKind = (text: string): text is 'task' | 'note' | 'appointment' => /^(task|note|appointment)$/.test(text);

export const PreferencesContext = createContext<Preferences | null>(null);
