import { createContext } from 'preact';
import type { Panel } from '../../store/view.ts';
import { createPersisted, type Persisted } from '../parts/persisted.ts';

/** What one person prefers in one browser; what is for everybody is kept by Grist. */
export interface Preferences {
  /** ISO 639-1; `''` is the language of Grist. */
  language: Persisted<string>;
  /** What of the timeline shows at first: a kind, as `Panel.kind`, or `last`: what showed when the panel was left. */
  kind: Persisted<string>;
  last: Persisted<string>;
  openOnly: Persisted;
}

export const createPreferences = (): Preferences => ({
  language: createPersisted('language', ''),
  kind: createPersisted('kind', 'last'),
  last: createPersisted('last-kind', 'all'),
  openOnly: createPersisted('open-only', false),
});

/** Begins as the person prefers. What they choose later holds until the panel is opened again. */
export function applyPreferences({ kind, last, openOnly }: Preferences, panel: Panel): void {
  const [preferred, lastUsed] = [kind.value.peek(), last.value.peek()];
  const first = preferred === 'last' ? lastUsed : preferred;
  if (isKind(first)) panel.kind.value = first;
  panel.kind.subscribe(last.set);
  if (openOnly.value.peek()) panel.openOnly.value = true;
}

/** Storage may hold anything. */
const isKind = (text: string): text is Panel['kind']['value'] => /^(task|note|appointment|history)$/.test(text);

export const PreferencesContext = createContext<Preferences | null>(null);
