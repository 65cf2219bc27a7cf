import { personal } from './en/personal.ts';
import { lazyMessages } from './lazy-messages.ts';

export const usePersonalMessages = lazyMessages(personal, {
  fr: async () => (await import('./fr/personal.ts')).personal,
  es: async () => (await import('./es/personal.ts')).personal,
});
