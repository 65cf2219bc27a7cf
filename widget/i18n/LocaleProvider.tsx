import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { en, type Messages } from './en.ts';
import { createFormats, type Formats, type Locale } from './format.ts';
import { useFetched } from './use-fetched.ts';

const others: Record<string, () => Promise<Messages>> = {
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
};

interface LocaleValue {
  /** ISO 639-1 */
  language: string;
  messages: Messages;
  formats: Formats;
}

const Context = createContext<LocaleValue>({
  language: 'en',
  messages: en,
  formats: createFormats(
    { language: 'en', culture: 'en', currency: 'USD', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    en,
  ),
});

export const useLanguage = () => useContext(Context).language;
export const useMessages = () => useContext(Context).messages;
export const useFormats = () => useContext(Context).formats;

/**
 * Provides messages and formats of a language to its children. Another language than English is fetched first; until then
 * nothing is rendered, because a flash of English would look like a bug. English is the fallback when the fetch fails.
 */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ComponentChildren }) {
  const { language, culture, currency, timeZone } = locale;
  const short = language.slice(0, 2).toLowerCase();
  const messages = useFetched(others[short], en);
  const value = useMemo(
    () =>
      messages && {
        language: short,
        messages,
        formats: createFormats({ language, culture, currency, timeZone }, messages),
      },
    [messages, short, language, culture, currency, timeZone],
  );
  return value && <Context.Provider value={value}>{children}</Context.Provider>;
}
