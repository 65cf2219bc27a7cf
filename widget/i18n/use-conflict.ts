import { conflict } from './en/conflict.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useConflictMessages = lazyMessages(conflict, {
  fr: async () => (await import('./fr/conflict.ts')).conflict,
  es: async () => (await import('./es/conflict.ts')).conflict,
});
