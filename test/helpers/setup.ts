import { afterEach, vi } from 'vitest';
// Vitest runs a set-up file for each test file, and what it imports once.
import './patience.ts';

// The next file in this worker would wait for a clock that stands still.
afterEach(() => {
  vi.useRealTimers();
});
