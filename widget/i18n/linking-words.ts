import { linking as english, type LinkingMessages } from './en/linking.ts';
import { useFetched } from './fetched.ts';
import { useLanguage } from './Words.tsx';

const others: Record<string, () => Promise<LinkingMessages>> = {
  fr: async () => (await import('./fr/linking.ts')).linking,
  es: async () => (await import('./es/linking.ts')).linking,
};

/** The words of rows without a contact; `undefined` until they are there. */
export const useLinkingMessages = () => useFetched(others[useLanguage()], english);
