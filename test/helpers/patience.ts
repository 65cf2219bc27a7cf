import { vi } from 'vitest';

/** Milliseconds after which what is waited for will never come, on the busiest machine too. */
export const patience = 60_000;

const { waitFor } = vi;

// Vitest has a setting for the patience of `expect.poll`, and none for this.
vi.waitFor = (condition, options) =>
  waitFor(condition, typeof options === 'number' ? options : { timeout: patience, ...options });
