import { effect } from '@preact/signals';
import type { Section } from '../../section/port.ts';
import type { Outbox } from '../outbox.ts';
import type { Kept } from './open.ts';

/**
 * Keeps the outbox beyond the page, once Grist has said which table this is; what happens before is in the outbox, and kept then.
 * Takes over what earlier pages left. Ends with the returned function.
 */
export function persist(outbox: Outbox, section: Section): () => void {
  let kept: Kept | null = null;
  let isOpening = false;
  let isStopped = false;

  outbox.onChange((contactId, operations) => kept?.keep(contactId, operations));
  const stop = effect(() => {
    const state = section.state.value;
    if (isOpening || state.kind !== 'row') return;
    isOpening = true;
    // Loaded after the first paint, which needs none of it; a failure is tried again with the next row.
    import('./open.ts')
      .then(({ openKept }) => openKept(section, state.row.tableId, outbox))
      .then(
        (opened) => {
          if (isStopped) opened.stop();
          else kept = opened;
        },
        () => {
          isOpening = false;
        },
      );
  });
  return () => {
    stop();
    isStopped = true;
    // What a disposed panel still receives is not its to keep: another page may have taken it over.
    kept?.stop();
    kept = null;
  };
}
