import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { en, type Messages } from './en.ts';
import { useFetched } from './fetched.ts';
import { createFormats, type Formats, type Locale } from './format.ts';

const others: Record<string, () => Promise<Messages>> = {
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
};

interface Said {
  /** ISO 639-1 */
  language: string;
  messages: Messages;
  formats: Formats;
}

const Context = createContext<Said>({
  language: 'en',
  messages: en,
  formats: createFormats({ language: 'en', culture: 'en', currency: 'USD' }, en),
});

export const useLanguage = () => useContext(Context).language;
export const useMessages = () => useContext(Context).messages;
export const useFormats = () => useContext(Context).formats;

/**
 * Gives what is inside it the words of a language. Another language than English is fetched first, and until then
 * nothing is shown: a flash of English would be read as a fault. When it cannot be fetched, English it is.
 */
export function Words({ locale, children }: { locale: Locale; children: ComponentChildren }) {
  const { language, culture, currency } = locale;
  const short = language.slice(0, 2).toLowerCase();
  const messages = useFetched(others[short], en);
  const said = useMemo(
    () => messages && { language: short, messages, formats: createFormats({ language, culture, currency }, messages) },
    [messages, short, language, culture, currency],
  );
  return said && <Context.Provider value={said}>{children}</Context.Provider>;
}
