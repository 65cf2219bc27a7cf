import { personal as english, type PersonalWords } from './en/personal.ts';
import { useFetched } from './fetched.ts';
import { useLanguage } from './Words.tsx';

const others: Record<string, () => Promise<PersonalWords>> = {
  fr: async () => (await import('./fr/personal.ts')).personal,
  es: async () => (await import('./es/personal.ts')).personal,
};

/** The words of what one person prefers; `undefined` until they are there. */
export const usePersonalWords = () => useFetched(others[useLanguage()], english);
