import { linking } from './en/linking.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useLinkingMessages = lazyMessages(linking, {
  fr: async () => (await import('./fr/linking.ts')).linking,
  es: async () => (await import('./es/linking.ts')).linking,
});
