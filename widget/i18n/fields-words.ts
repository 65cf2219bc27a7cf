import { fields as english, type FieldWords } from './en/fields.ts';
import { useFetched } from './fetched.ts';
import { useLanguage } from './Words.tsx';

const others: Record<string, () => Promise<FieldWords>> = {
  fr: async () => (await import('./fr/fields.ts')).fields,
  es: async () => (await import('./es/fields.ts')).fields,
};

/** The words of a contact's further fields; `undefined` until they are there. */
export const useFieldWords = () => useFetched(others[useLanguage()], english);
