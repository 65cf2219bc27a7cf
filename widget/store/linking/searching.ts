import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Row, Section } from '../../section/port.ts';
import type { Linking } from '../views/linking.ts';
import { createQuestion } from './candidates.ts';
import type { Finder } from './finder.ts';
import type { Terms } from './row-fields.ts';

/** A change of row after so long is a person choosing one; in a walk through rows the cursor has to rest first. */
const quiet = 600;
/** Milliseconds without another row, or another letter, before HighLevel is asked. */
const rest = 250;
/** One letter finds everybody. */
const shortest = 2;

/** A number as people write it, long enough to be asked for as one. */
const looksLikePhone = (text: string) => /^\+?[\d\s().\-/]{5,}$/.test(text);

interface SearchingOptions {
  section: Pick<Section, 'linkedRows'>;
  finder: Finder;
  terms: Terms;
  row: ReadonlySignal<Row | null>;
}

export type Searching = Pick<Linking, 'likely' | 'text' | 'found' | 'search' | 'again' | 'dispose'>;

/** Asks who the row may mean whenever it is another row or says something else, and what a person types meanwhile. */
export function createSearching({ section, finder, terms, row }: SearchingOptions): Searching {
  const about = () => ({
    traces: terms.traces.peek(),
    rowId: row.peek()?.rowId ?? 0,
    contactId: row.peek()?.contactId ?? '',
  });
  const ofRow = createQuestion({ section, about, isByName: true });
  const ofText = createQuestion({ section, about, isByName: false });
  const text = signal('');
  const place = computed(() => (row.value ? `${row.value.rowId} ${row.value.contactId}` : ''));
  const wanted = computed(() => (place.value === '' ? '' : JSON.stringify([place.value, terms.traces.value])));
  let changedAt = Number.NEGATIVE_INFINITY;

  function askForRow() {
    const traces = terms.traces.peek();
    if (place.peek() === '') ofRow.rest(null);
    else if (Object.values(traces).every((trace) => trace === '')) ofRow.rest('nothing-to-search');
    else ofRow.ask((turn) => finder.byTraces(traces, turn));
  }

  async function find(words: string, turn: AbortSignal) {
    if (!looksLikePhone(words)) return finder.byText(words, '', turn);
    await terms.prepare();
    return finder.byText(words, terms.toE164(words), turn);
  }
  function askForText() {
    const words = text.peek().trim();
    if (words.length >= shortest) ofText.ask((turn) => find(words, turn));
  }

  const stops = [
    effect(() => {
      const isWanted = wanted.value !== '';
      untracked(() => ofRow.rest(isWanted ? 'searching' : null));
      if (!isWanted) return;
      if (terms.isWaiting.value) return untracked(() => void terms.prepare());
      const isQuiet = Date.now() - changedAt >= quiet;
      changedAt = Date.now();
      const timer = setTimeout(askForRow, isQuiet ? 0 : rest);
      return () => clearTimeout(timer);
    }),
    effect(() => {
      // Words are about the row that they were typed for.
      place.value;
      text.value = '';
    }),
    effect(() => {
      const isWanted = text.value.trim().length >= shortest;
      untracked(() => ofText.rest(isWanted ? 'searching' : null));
      const timer = setTimeout(askForText, rest);
      return () => clearTimeout(timer);
    }),
  ];

  return {
    likely: computed(() => ofRow.state.value ?? { step: 'searching', candidates: [], failure: null }),
    text,
    found: ofText.state,
    search: (words) => {
      text.value = words;
    },
    again: () => (text.peek().trim().length >= shortest ? askForText() : askForRow()),
    dispose: () => {
      for (const stop of stops) stop();
      ofRow.rest(null);
      ofText.rest(null);
    },
  };
}
