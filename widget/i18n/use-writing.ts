import { writing } from './en/writing.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useWritingMessages = lazyMessages(writing, {
  fr: async () => (await import('./fr/writing.ts')).writing,
  es: async () => (await import('./es/writing.ts')).writing,
});
