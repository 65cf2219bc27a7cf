import { type CommandWords, commands as english } from './en/commands.ts';
import { useFetched } from './fetched.ts';
import { useLanguage } from './Words.tsx';

const others: Record<string, () => Promise<CommandWords>> = {
  fr: async () => (await import('./fr/commands.ts')).commands,
  es: async () => (await import('./es/commands.ts')).commands,
};

/** The words of the commands; `undefined` until they are there. */
export const useCommandWords = () => useFetched(others[useLanguage()], english);
