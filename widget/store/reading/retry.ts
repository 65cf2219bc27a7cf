import { effect, type ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';

const firstPause = 5_000;
const longestPause = 60_000;

interface RetryOptions {
  /** What is wrong now; `null` while that is being found out. */
  failures: ReadonlySignal<readonly Failure[] | null>;
  run: () => void;
}

/** Tries again by itself: when HighLevel said it may, else after 5 s, 10 s … up to a minute. Ends with the returned function. */
export function retryWhenDue({ failures, run }: RetryOptions): () => void {
  let tries = 0;
  return effect(() => {
    const due = failures.value?.filter(({ retryable }) => retryable);
    if (due?.length === 0) tries = 0;
    if (!due?.length) return;
    const told = due.map(({ retryAt }) => retryAt).filter((time) => time !== undefined);
    const pause = Math.min(firstPause * 2 ** tries, longestPause);
    const wait = told.length > 0 ? Math.max(0, Math.max(...told) - Date.now()) : pause;
    const timer = setTimeout(() => {
      tries++;
      run();
    }, wait);
    return () => clearTimeout(timer);
  });
}
