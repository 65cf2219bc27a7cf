import { countryName, countryOf } from '../kinds/country.ts';
import type { Pair } from './pair.ts';

/** A code in HighLevel. A text that names no country is left as it is, and `problemWith` rejects it. */
export const countryPair: Pair<'country'> = {
  toField: (_, text) => countryOf(text) ?? text.trim(),
  toGrist(transform, value) {
    const code = countryOf(value);
    return transform.by === 'name' && code !== undefined ? countryName(code, transform.language) : value.trim();
  },
};
