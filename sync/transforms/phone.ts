import { phoneOf } from '../kinds/phone.ts';
import type { Pair } from './pair.ts';

/** E.164 in HighLevel. In Grist the same, or as people of the country write it; a number from elsewhere keeps its `+`. */
export const phonePair: Pair<'phone'> = {
  toField: ({ country }, text, { phone }) => phone?.parse(phoneOf(text), country),
  toGrist({ country, inGrist }, value, { phone }) {
    const e164 = phone?.parse(value, country);
    return e164 === undefined || inGrist === 'e164' ? e164 : phone?.format(e164, country);
  },
};
