import { mirror } from './en/mirror.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useMirrorMessages = lazyMessages(mirror, {
  fr: async () => (await import('./fr/mirror.ts')).mirror,
  es: async () => (await import('./es/mirror.ts')).mirror,
});
