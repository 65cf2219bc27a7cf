import { createContext } from 'preact';
import type { Panel } from '../../store/view.ts';
import { createRemembered, type Remembered } from '../parts/remembered.ts';

/** What one person prefers in one browser; what is for everybody is kept by Grist. */
export interface Preferences {
  /** ISO 639-1; `''` is the language of Grist. */
  language: Remembered<string>;
  /** What of the timeline shows at first: a kind, as `Panel.kind`, or `last`: what showed when the panel was left. */
  kind: Remembered<string>;
  last: Remembered<string>;
  openOnly: Remembered;
}

export const createPreferences = (): Preferences => ({
  language: createRemembered('language', ''),
  kind: createRemembered('kind', 'last'),
  last: createRemembered('last-kind', 'all'),
  openOnly: createRemembered('open-only', false),
});

/** Begins as the person prefers. What they choose later holds until the panel is opened again. */
export function beginWith({ kind, last, openOnly }: Preferences, panel: Panel): void {
  const [kept, left] = [kind.value.peek(), last.value.peek()];
  const first = kept === 'last' ? left : kept;
  if (isKind(first)) panel.kind.value = first;
  panel.kind.subscribe(last.set);
  if (openOnly.value.peek()) panel.openOnly.value = true;
}

/** Storage may hold anything. */
const isKind = (text: string): text is Panel['kind']['value'] => /^(task|note|appointment|history)$/.test(text);

export const PreferencesContext = createContext<Preferences | null>(null);
