import { news as english, type NewsMessages } from './en/news.ts';
import { useFetched } from './fetched.ts';
import { useLanguage } from './Words.tsx';

const others: Record<string, () => Promise<NewsMessages>> = {
  fr: async () => (await import('./fr/news.ts')).news,
  es: async () => (await import('./es/news.ts')).news,
};

/** The words of what is told now and then; `undefined` until they are there. */
export const useNews = () => useFetched(others[useLanguage()], english);
