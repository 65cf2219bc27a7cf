import { useLanguage } from './LocaleProvider.tsx';
import { useFetched } from './use-fetched.ts';

/**
 * Creates the hook for the messages of one screen. English comes with the screen's code; other languages are fetched by
 * their ISO 639-1 code, and the hook returns `undefined` until they have arrived.
 */
export function lazyMessages<T>(english: T, others: Readonly<Record<string, () => Promise<T>>>): () => T | undefined {
  return () => useFetched(others[useLanguage()], english);
}
