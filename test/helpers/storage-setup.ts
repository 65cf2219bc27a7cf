import { afterEach } from 'vitest';

/** A test finds the storage of its browser empty. */
afterEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
