import { createContext } from 'preact';
import type { Panel } from '../../store/view.ts';
import type { Shown } from '../../store/views/timeline.ts';
import { createPersisted, type Persisted } from '../parts/persisted.ts';

/** A user's preferences in one browser. Settings for all users are stored by Grist. */
export interface Preferences {
  /** ISO 639-1; `''` for the language of Grist. */
  language: Persisted<string>;
  /** The initial filter of the timeline: a kind, as `TimelinePart.kind`, or `last` for the last used one. */
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

/** Applies the preferences at the start. Later choices last until the panel is opened again. */
export function applyPreferences({ kind, last, openOnly }: Preferences, panel: Pick<Panel, 'timeline'>): void {
  const [preferred, lastUsed] = [kind.value.peek(), last.value.peek()];
  const first = preferred === 'last' ? lastUsed : preferred;
  if (isKind(first)) panel.timeline.kind.value = first;
  panel.timeline.kind.subscribe(last.set);
  if (openOnly.value.peek()) panel.timeline.openOnly.value = true;
}

/** Stored values are untrusted. */
const isKind = (text: string): text is Shown => /^(task|note|appointment|history)$/.test(text);

export const PreferencesContext = createContext<Preferences | null>(null);
