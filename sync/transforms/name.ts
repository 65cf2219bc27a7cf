import { oneSpaced } from '../characters.ts';
import type { Pair } from './pair.ts';

/** "Last, First" as "First Last". One word is a name too; several without a comma do not say which is which. */
function turned(text: string): string | undefined {
  const [last = '', first, ...more] = text.split(',').map(oneSpaced);
  if (first === undefined) return last.includes(' ') ? undefined : last;
  return more.length > 0 || first === '' || last === '' ? undefined : `${first} ${last}`;
}

/** HighLevel knows only the full name, so the last word counts as the last name: "de la Cruz, Ana" does not come back so. */
function turnedBack(name: string): string | undefined {
  if (name.includes(',')) return undefined;
  const split = name.lastIndexOf(' ');
  return split < 0 ? name : `${name.slice(split + 1)}, ${name.slice(0, split)}`;
}

/** One column with the full name. */
export const namePair: Pair<'name'> = {
  toField({ order, strict }, text) {
    if (order === 'last-first') return turned(text);
    return strict && text.includes(',') ? undefined : oneSpaced(text);
  },
  toGrist: ({ order }, value) => (order === 'last-first' ? turnedBack(oneSpaced(value)) : oneSpaced(value)),
  isKept: (_, before, after) => oneSpaced(before).replace(/ ?, ?/, ', ') === after,
};
