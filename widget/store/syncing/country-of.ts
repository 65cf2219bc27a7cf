/** The country of a locale, such as that of a document. */
export const countryOf = (culture: string): string => new Intl.Locale(culture).maximize().region ?? 'US';
