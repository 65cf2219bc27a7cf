import { effect, type ReadonlySignal, untracked } from '@preact/signals';

/** Hears the proxy's events until the stream ends. Rejects when there is none. */
export type Hear = (onEvent: (name: string, data: string) => void, signal: AbortSignal) => Promise<void>;

interface LiveOptions {
  hear: Hear;
  online: ReadonlySignal<boolean>;
  onEvent: (name: string, data: string) => void;
  /** Events may have been missed. */
  onGap: () => void;
}

/** Milliseconds that a stream must last before a break counts as the first again. */
const lasting = 30_000;
const firstPause = 1_000;
const longestPause = 60_000;
/** Milliseconds after which a tab that nobody sees gives its stream back: browsers have few for each site. */
const sleepAfter = 60_000;

/** Keeps one stream of events open while the page is seen and online. Ends with the returned function. */
export function keepListening({ hear, online, onEvent, onGap }: LiveOptions): () => void {
  let stream: AbortController | null = null;
  let hasBroken = false;
  let breaks = 0;
  let isOver = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let sleep: ReturnType<typeof setTimeout> | undefined;
  let isAsleep = document.visibilityState === 'hidden';

  async function listen() {
    clearTimeout(retry);
    if (stream || isOver || isAsleep || !online.peek()) return;
    const own = new AbortController();
    stream = own;
    const since = Date.now();
    // What happened before the stream was open is not told any more.
    const caughtUp = hasBroken ? setTimeout(onGap, firstPause) : undefined;
    hasBroken = true;
    await hear(onEvent, own.signal).catch(() => {});
    if (stream !== own) return;
    clearTimeout(caughtUp);
    stream = null;
    breaks = Date.now() - since > lasting ? 0 : breaks + 1;
    const pause = Math.min(firstPause * 2 ** Math.max(0, breaks - 1), longestPause);
    // Panels that lost the same proxy do not come back in step.
    retry = setTimeout(() => void listen(), pause * (0.75 + Math.random() / 2));
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
        isAsleep = true;
        close();
      }, sleepAfter);
    } else {
      isAsleep = false;
      void listen();
    }
  };
  document.addEventListener('visibilitychange', follow, listening);
  const stop = effect(() => {
    if (online.value) untracked(() => void listen());
    else close();
  });

  return () => {
    isOver = true;
    clearTimeout(sleep);
    listening.abort();
    stop();
    close();
  };
}
