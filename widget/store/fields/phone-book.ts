import type { PhoneBook } from '../../../sync/transforms/types.ts';

let loading: Promise<PhoneBook> | null = null;

/** Fetches the numbering plans of the world when they are first needed. What failed is tried again next time. */
export function loadPhoneBook(): Promise<PhoneBook> {
  loading ??= open().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function open(): Promise<PhoneBook> {
  const { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } = await import(
    'libphonenumber-js/min'
  );

  function read(text: string, country: string) {
    const code = country.toUpperCase();
    const options = { extract: false, ...(isSupportedCountry(code) && { defaultCountry: code }) };
    const number = parsePhoneNumberFromString(text.trim(), options);
    // E.164 has no room for an extension: a number without it would reach somebody else.
    return number?.isPossible() && !number.ext ? number : undefined;
  }

  return {
    parse: (text, country) => read(text, country)?.number,
    format(e164, country) {
      const number = e164.startsWith('+') ? read(e164, country) : undefined;
      const code = country.toUpperCase();
      const isHome = isSupportedCountry(code) && getCountryCallingCode(code) === number?.countryCallingCode;
      return isHome ? number?.formatNational() : number?.formatInternational();
    },
  };
}
