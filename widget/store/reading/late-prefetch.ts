import { effect, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../../highlevel/client.ts';
import type { Section } from '../../section/port.ts';
import type { Troubles } from '../troubles.ts';
import type { Cache } from './cache.ts';
import type { Records } from './records.ts';
import type { Selection } from './selection.ts';

export interface PrefetchOptions {
  section: Pick<Section, 'whole'>;
  selection: Selection;
  records: Cache<Records>;
  troubles: Troubles;
  online: ReadonlySignal<boolean>;
  api: () => Promise<Api>;
}

/** Reads ahead of the cursor, with code that is fetched when the first contact is there. Ends with the returned function. */
export function prefetchLater(options: PrefetchOptions): () => void {
  let isWanted = true;
  let end = () => {
    isWanted = false;
  };
  let isAsked = false;
  const watch = effect(() => {
    if (isAsked || options.selection.settled.value === '' || options.troubles.loading.value) return;
    isAsked = true;
    import('./prefetch.ts').then(
      ({ createPrefetch }) => {
        if (isWanted) end = createPrefetch(options);
      },
      // Every row can be read when it is reached.
      () => {},
    );
  });
  return () => {
    watch();
    end();
  };
}
