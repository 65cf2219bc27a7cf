import { afterEach, vi } from 'vitest';

/** A test finds the storage of its browser empty and the clock going. */
afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
  localStorage.clear();
});
