import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Row, Section } from '../../section/port.ts';

/**
 * Rows follow each other 20 to 120 ms apart while an arrow key is held (measured on Grist 1.7), after a first pause of up
 * to 500 ms that keyboards make. A change after a longer quiet than that is a person choosing a row: load at once. Any
 * other change waits until the cursor rests; a long walk has to rest longer, because a busy machine makes gaps too. So a
 * walk of any length costs two loads: the row it leaves to, and the row it ends on.
 */
const quiet = 600;
const rest = 400;

/** Which row and contact are under the cursor. */
export interface Selection {
  readonly row: ReadonlySignal<Row | null>;
  /** Follows the cursor at once; `''` when there is nothing to show. */
  readonly contactId: ReadonlySignal<string>;
  /** Follows when the cursor rests: what is worth asking HighLevel about. */
  readonly settled: ReadonlySignal<string>;
  dispose(): void;
}

export function createSelection(state: Section['state']): Selection {
  const row = computed(() => (state.value.kind === 'row' ? state.value.row : null));
  const contactId = computed(() => row.value?.contactId ?? '');
  const settled = signal('');
  let changedAt = Number.NEGATIVE_INFINITY;

  const stop = effect(() => {
    const wanted = contactId.value;
    const now = Date.now();
    const isQuiet = now - changedAt >= quiet;
    changedAt = now;
    if (isQuiet || wanted === '') {
      settled.value = wanted;
      return;
    }
    settled.value = '';
    const timer = setTimeout(() => {
      settled.value = wanted;
    }, rest);
    return () => clearTimeout(timer);
  });

  return { row, contactId, settled, dispose: stop };
}
