import { effect, type ReadonlySignal, untracked } from '@preact/signals';

/** Receives the proxy's events until the stream ends. Rejects when there is none. */
export type Subscribe = (onEvent: (name: string, data: string) => void, signal: AbortSignal) => Promise<void>;

interface StreamOptions {
  subscribe: Subscribe;
  online: ReadonlySignal<boolean>;
  onEvent: (name: string, data: string) => void;
  /** Events may have been missed. */
  onGap: () => void;
}

/** Milliseconds that a stream must last before a break counts as the first again. */
const lasting = 30_000;
const firstPause = 1_000;
const longestPause = 60_000;
/** Milliseconds after which a hidden tab closes its stream: browsers have few for each site. */
const suspendAfter = 60_000;

/** Keeps one stream of events open while the page is visible and online. Ends with the returned function. */
export function keepSubscribed({ subscribe, online, onEvent, onGap }: StreamOptions): () => void {
  let stream: AbortController | null = null;
  let hasBroken = false;
  let breaks = 0;
  let isDisposed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let sleep: ReturnType<typeof setTimeout> | undefined;
  let isSuspended = document.visibilityState === 'hidden';

  async function open() {
    clearTimeout(retry);
    if (stream || isDisposed || isSuspended || !online.peek()) return;
    const own = new AbortController();
    stream = own;
    const since = Date.now();
    // Events from before the stream was open are not repeated.
    const caughtUp = hasBroken ? setTimeout(onGap, firstPause) : undefined;
    hasBroken = true;
    await subscribe(onEvent, own.signal).catch(() => {});
    if (stream !== own) return;
    clearTimeout(caughtUp);
    stream = null;
    breaks = Date.now() - since > lasting ? 0 : breaks + 1;
    const pause = Math.min(firstPause * 2 ** Math.max(0, breaks - 1), longestPause);
    // Panels that lost the same proxy do not come back in step.
    retry = setTimeout(() => void open(), pause * (0.75 + Math.random() / 2));
  }

  function close() {
    clearTimeout(retry);
    stream?.abort();
    stream = null;
  }

  const listening = new AbortController();
  const follow = () => {
    clearTimeout(sleep);
    if (document.visibilityState === 'hidden') {
      sleep = setTimeout(() => {
        isSuspended = true;
        close();
      }, suspendAfter);
    } else {
      isSuspended = false;
      void open();
    }
  };
  document.addEventListener('visibilitychange', follow, listening);
  const stop = effect(() => {
    if (online.value) untracked(() => void open());
    else close();
  });

  return () => {
    isDisposed = true;
    clearTimeout(sleep);
    listening.abort();
    stop();
    close();
  };
}
