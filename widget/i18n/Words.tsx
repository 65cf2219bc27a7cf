import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { en, type Messages } from './en.ts';
import { createFormats, type Formats, type Locale } from './format.ts';

const others: Record<string, () => Promise<Messages>> = {
  fr: () => import('./fr.ts').then((module) => module.fr),
  es: () => import('./es.ts').then((module) => module.es),
};

const english = createFormats({ language: 'en', culture: 'en', currency: 'USD' }, en);
const Context = createContext<{ messages: Messages; formats: Formats }>({ messages: en, formats: english });

export const useMessages = () => useContext(Context).messages;
export const useFormats = () => useContext(Context).formats;

/**
 * Gives what is inside it the words of a language. Another language than English is fetched first, and until then
 * nothing is shown: a flash of English would be read as a fault. When it cannot be fetched, English it is.
 */
export function Words({ locale, children }: { locale: Locale; children: ComponentChildren }) {
  const { language, culture, currency } = locale;
  const load = others[language.slice(0, 2).toLowerCase()];
  const [loaded, setLoaded] = useState<{ language: string; messages: Messages }>();

  useEffect(() => {
    let current = true;
    load?.()
      .catch(() => en)
      .then((messages) => current && setLoaded({ language, messages }));
    return () => {
      current = false;
    };
  }, [language, load]);

  const messages = load ? (loaded?.language === language ? loaded.messages : undefined) : en;
  const value = useMemo(
    () => messages && { messages, formats: createFormats({ language, culture, currency }, messages) },
    [messages, language, culture, currency],
  );
  return value && <Context.Provider value={value}>{children}</Context.Provider>;
}
