import { entryTables } from './en/entry-tables.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useEntryTablesMessages = lazyMessages(entryTables, {
  fr: async () => (await import('./fr/entry-tables.ts')).entryTables,
  es: async () => (await import('./es/entry-tables.ts')).entryTables,
});
