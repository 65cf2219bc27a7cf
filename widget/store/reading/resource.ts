import { type ReadonlySignal, signal } from '@preact/signals';
import { isAbort, toFailure } from '../../../engine/failure.ts';
import type { Call } from '../../../highlevel/client.ts';
import type { Resource } from '../view.ts';

/** Something fetched, together with the way to fetch it. */
export interface Loadable<T> {
  readonly state: ReadonlySignal<Resource<T>>;
  /** Fetches; while a fetch runs, joins it. Never rejects: the reason is in `state`. */
  load(how?: Pick<Call, 'priority'>): Promise<void>;
  /** Takes what is known from elsewhere, e.g. the answer to a save. A fetch that began earlier no longer counts. */
  put(data: T): void;
  /** Shows what a list had, until the rest is read: it counts as not read yet, and never replaces what was read. */
  preview(data: T): void;
  /** Changes what is known, if anything is. */
  change(update: (data: T) => T): void;
  /** Gives up a running fetch; what is known stays. */
  cancel(): void;
}

export const empty: Resource<never> = { data: undefined, loading: false, error: undefined, asOf: undefined };

/** Holds the last good data apart from what is going on now, so that old data stays visible while it refreshes. */
export function createLoadable<T>(fetch: (call: Call & { signal: AbortSignal }) => Promise<T>): Loadable<T> {
  const state = signal<Resource<T>>(empty);
  let running: { abort: AbortController; done: Promise<void> } | null = null;

  function cancel() {
    running?.abort.abort();
    running = null;
    if (state.peek().loading) state.value = { ...state.peek(), loading: false };
  }

  function put(data: T) {
    cancel();
    state.value = { data, loading: false, error: undefined, asOf: Date.now() };
  }

  function preview(data: T) {
    if (state.peek().asOf === undefined) state.value = { ...state.peek(), data };
  }

  function load(how?: Pick<Call, 'priority'>) {
    if (running) return running.done;
    const abort = new AbortController();
    state.value = { ...state.peek(), loading: true };
    // Only the latest fetch may write, whatever an abort achieves.
    const isLatest = () => running?.abort === abort;
    const done = fetch({ ...how, signal: abort.signal }).then(
      (data) => {
        if (isLatest()) put(data);
      },
      (error: unknown) => {
        if (!isLatest()) return;
        running = null;
        state.value = { ...state.peek(), loading: false, error: isAbort(error) ? undefined : toFailure(error) };
      },
    );
    running = { abort, done };
    return done;
  }

  return {
    state,
    load,
    put,
    preview,
    change: (update) => {
      const { data, asOf } = state.peek();
      // A change of what a list had does not make it complete.
      const show = asOf === undefined ? preview : put;
      if (data !== undefined) show(update(data));
    },
    cancel,
  };
}
