import { folded, withoutInvisible } from '../characters.ts';

/** Those in which countries are named here. */
export const languages = ['en', 'fr', 'es', 'de'] as const;
/** Codes that a platform knows and that are no country's (ISO 3166-1: exceptionally reserved, or none of its own). */
const reserved = /^(?:A[CN]|BU|C[PQS]|D[DGY]|E[AUZ]|FX|HV|IC|NH|QO|RH|SU|T[AP]|U[KN]|VD|X[ABK]|Y[DU]|ZR|ZZ)$/;
/** Names in daily use that the platform does not give. */
const everyday = { usa: 'US', unitedstatesofamerica: 'US', uk: 'GB', greatbritain: 'GB', uae: 'AE', turkey: 'TR' };
const squeezed = (name: string) => folded(name).replaceAll(' ', '');

let codes: readonly string[] | undefined;
let known: ReadonlyMap<string, string | null> | undefined;

const made = new Map<string, Intl.DisplayNames>();

/** Making one takes longer than a thousand look-ups. */
function namesIn(language: string, style: 'long' | 'short' = 'long'): Intl.DisplayNames {
  const key = `${language} ${style}`;
  const names = made.get(key) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style });
  made.set(key, names);
  return names;
}

/** ISO 3166-1 alpha-2 codes of the countries that the platform can name, in their order. */
export function countryCodes(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = namesIn('en');
  codes ??= letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !reserved.test(code) && names.of(code) !== undefined);
  return codes;
}

/** By name; `null` where two countries are called that. */
function readNames(): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>(Object.entries(everyday));
  for (const names of [...languages.map((language) => namesIn(language)), namesIn('en', 'short')]) {
    for (const code of countryCodes()) {
      const name = squeezed(names.of(code) ?? code);
      found.set(name, (found.get(name) ?? code) === code ? code : null);
    }
  }
  return found;
}

/** The code of a country that is given by code, or by its name in English, French, Spanish or German. */
export function countryOf(text: string): string | undefined {
  const visible = withoutInvisible(text);
  const code = visible.toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) return code === 'UK' ? 'GB' : countryCodes().includes(code) ? code : undefined;
  known ??= readNames();
  return known.get(squeezed(visible)) ?? undefined;
}

/** The language in which most of the texts name countries; `null` where most are codes. */
export function languageOf(texts: readonly string[]): string | null {
  const counts = languages.map((language) => {
    const names = namesIn(language);
    const isNamed = (text: string) => {
      const code = text.trim().length > 2 ? countryOf(text) : undefined;
      return code !== undefined && squeezed(names.of(code) ?? '') === squeezed(text);
    };
    return texts.filter(isNamed).length;
  });
  const most = Math.max(...counts);
  return most * 2 > texts.length ? (languages[counts.indexOf(most)] ?? null) : null;
}

export const countryName = (code: string, language: string): string | undefined => namesIn(language).of(code);
