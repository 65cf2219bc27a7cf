import { fields } from './en/fields.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useFieldsMessages = lazyMessages(fields, {
  fr: async () => (await import('./fr/fields.ts')).fields,
  es: async () => (await import('./es/fields.ts')).fields,
});
