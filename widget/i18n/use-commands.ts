import { commands } from './en/commands.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useCommandsMessages = lazyMessages(commands, {
  fr: async () => (await import('./fr/commands.ts')).commands,
  es: async () => (await import('./es/commands.ts')).commands,
});
