import { type ReadonlySignal, signal } from '@preact/signals';

export interface Network {
  readonly online: ReadonlySignal<boolean>;
  dispose(): void;
}

/** Follows what the browser says about the network. It errs towards online, so a failed call still counts more. */
export function createNetwork(): Network {
  const online = signal(navigator.onLine);
  const listening = new AbortController();
  const follow = () => {
    online.value = navigator.onLine;
  };
  window.addEventListener('online', follow, listening);
  window.addEventListener('offline', follow, listening);
  return { online, dispose: () => listening.abort() };
}
