import { effect } from '@preact/signals';
import type { PrefetchOptions } from './prefetch.ts';

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
