import { oneSpaced } from './characters.ts';
import type { FieldRef } from './refs.ts';

const names: ReadonlySet<FieldRef> = new Set(['name', 'firstName', 'lastName']);

/** A name may gain a title and two surnames at once; what gains more is a sentence. */
const addedWords = 4;
const addedCharacters = 40;
const marks = /[;:!?@<>\n]/;

const wordsOf = (text: string) => oneSpaced(text).split(' ').filter(Boolean).length;

/** Does a change look like a slip, such as a note that was typed over a name? Then a person is asked before it is sent. */
export function isDoubtful(field: FieldRef, before: string, after: string): boolean {
  if (!names.has(field) || before === '') return false;
  return (
    wordsOf(after) >= wordsOf(before) + addedWords ||
    after.length >= before.length + addedCharacters ||
    (marks.test(after) && !marks.test(before))
  );
}
