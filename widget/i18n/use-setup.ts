import { setup } from './en/setup.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useSetupMessages = lazyMessages(setup, {
  fr: async () => (await import('./fr/setup.ts')).setup,
  es: async () => (await import('./es/setup.ts')).setup,
});
