import { late as english, type LateMessages } from './en/late.ts';
import { useFetched } from './fetched.ts';
import { useLanguage } from './Words.tsx';

const others: Record<string, () => Promise<LateMessages>> = {
  fr: async () => (await import('./fr/late.ts')).late,
  es: async () => (await import('./es/late.ts')).late,
};

/** The words of the parts whose code comes when it is needed; `undefined` until they are there. */
export const useLateMessages = () => useFetched(others[useLanguage()], english);
