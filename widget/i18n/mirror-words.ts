import { mirror as english, type MirrorMessages } from './en/mirror.ts';
import { useFetched } from './fetched.ts';
import { useLanguage } from './Words.tsx';

const others: Record<string, () => Promise<MirrorMessages>> = {
  fr: async () => (await import('./fr/mirror.ts')).mirror,
  es: async () => (await import('./es/mirror.ts')).mirror,
};

/** The words of mirrored tables; `undefined` until they are there. */
export const useMirrorMessages = () => useFetched(others[useLanguage()], english);
