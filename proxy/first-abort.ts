interface FirstAbort {
  signal: AbortSignal;
  /** Takes back the timer and the listeners; the signal aborts no more. */
  release: () => void;
}

/**
 * A signal that aborts with the first of `sources`, or after `timeout` milliseconds with a `TimeoutError`. Unlike
 * `AbortSignal.any` and `AbortSignal.timeout` it can be released: the platform keeps what it made for as long as the
 * longest-lived source, which may be as long as the process.
 */
export function firstAbort(timeout: number, sources: readonly AbortSignal[]): FirstAbort {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('No answer in time', 'TimeoutError')), timeout);
  const listeners = sources.map((source) => {
    const abort = () => controller.abort(source.reason);
    source.addEventListener('abort', abort);
    if (source.aborted) abort();
    return () => source.removeEventListener('abort', abort);
  });
  const release = () => {
    clearTimeout(timer);
    for (const remove of listeners) remove();
  };
  return { signal: controller.signal, release };
}
