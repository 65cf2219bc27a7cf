import { writing as english, type WritingMessages } from './en/writing.ts';
import { useFetched } from './fetched.ts';
import { useLanguage } from './Words.tsx';

const others: Record<string, () => Promise<WritingMessages>> = {
  fr: async () => (await import('./fr/writing.ts')).writing,
  es: async () => (await import('./es/writing.ts')).writing,
};

/** The words of what is written to the timeline; `undefined` until they are there. */
export const useWritingMessages = () => useFetched(others[useLanguage()], english);
