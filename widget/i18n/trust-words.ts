import { trust as english, type TrustMessages } from './en/trust.ts';
import { useFetched } from './fetched.ts';
import { useLanguage } from './Words.tsx';

const others: Record<string, () => Promise<TrustMessages>> = {
  fr: async () => (await import('./fr/trust.ts')).trust,
  es: async () => (await import('./es/trust.ts')).trust,
};

/** The words of checks and histories; `undefined` until they are there. */
export const useTrustMessages = () => useFetched(others[useLanguage()], english);
