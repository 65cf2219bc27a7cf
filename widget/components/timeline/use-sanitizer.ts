import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { sanitize } from './sanitize.ts';

const loaded = signal<typeof sanitize>();
let loading = false;

/** The sanitiser, loaded for the first HTML; `undefined` until then. */
export function useSanitizer(needed: boolean): typeof sanitize | undefined {
  const ready = needed ? loaded.value : undefined;
  useEffect(() => {
    if (needed && !loaded.peek() && !loading) void load();
  }, [needed]);
  return ready;
}

async function load() {
  loading = true;
  try {
    loaded.value = (await import('./sanitize.ts')).sanitize;
  } catch {
    // The plain text remains, and the next note tries again.
  } finally {
    loading = false;
  }
}
