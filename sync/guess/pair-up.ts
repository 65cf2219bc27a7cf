import type { Column } from '../mapping.ts';
import type { FieldTraits } from '../refs.ts';
import type { Transform } from '../transforms/types.ts';
import { wordsOf } from './names.ts';

const yesWords = new Set(['yes', 'true', 'on', 'active', 'oui', 'vrai', 'actif', 'si', 'verdadero', 'activo', '1']);

/** A toggle for a field with a word for yes, or with one box to tick. */
function toggleFor({ kind, choices = [] }: FieldTraits): Transform | null {
  if (kind === 'choices') return choices.length === 1 ? { kind: 'boolean', yes: choices[0] ?? '', no: '' } : null;
  const yes = choices.find((choice) => yesWords.has(wordsOf(choice)));
  const no = choices.find((choice) => choice !== yes);
  return choices.length === 2 && yes !== undefined && no !== undefined ? { kind: 'boolean', yes, no } : null;
}

/**
 * Choices that hold the separator and are taken as one where they stand without quotes. One whose parts are choices, too, may
 * mean those.
 */
function wholeChoices(choices: readonly string[], separator: string): readonly string[] {
  const isChoice = (part: string) => choices.includes(part.trim());
  return choices.filter((choice) => choice.includes(separator) && !choice.split(separator).every(isChoice));
}

/** Several choices in one text, parted by a separator. */
export function choicesAt(separator: string, choices: readonly string[] = []): Transform {
  const whole = separator === '\n' ? [] : wholeChoices(choices, separator);
  return { kind: 'choices', separator, ...(whole.length > 0 && { whole }) };
}

/** Guesses how choices of a column and those of a field go together: as they are, or by names that differ only in writing. */
export function pairUp(column: Column, traits: FieldTraits, texts: readonly string[]): Transform {
  const { choices = [] } = traits;
  const toggle = column.type === 'Bool' ? toggleFor(traits) : null;
  if (toggle) return toggle;
  if (traits.kind === 'choices') return choicesAt('\n', choices);
  if (choices.length === 0) return { kind: 'plain', of: 'choice' };
  // A text that is a choice of the field means that one, and one that two choices are like means neither.
  const used = [...(column.choices ?? []), ...texts.map((text) => text.trim())].filter(
    (text) => !choices.includes(text),
  );
  const isLike = (one: string) => (other: string) => wordsOf(one) === wordsOf(other);
  const pairs = choices.map((highlevel) => {
    const isOnly = choices.filter(isLike(highlevel)).length === 1;
    return { grist: (isOnly && used.find(isLike(highlevel))) || highlevel, highlevel };
  });
  return { kind: 'choice', pairs, ...(!traits.isClosed && { open: true }) };
}
