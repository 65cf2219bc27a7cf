import { connection } from './en/connection.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useConnectionMessages = lazyMessages(connection, {
  fr: async () => (await import('./fr/connection.ts')).connection,
  es: async () => (await import('./es/connection.ts')).connection,
});
