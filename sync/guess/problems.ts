import { oneSpaced } from '../characters.ts';
import { hasShortYear } from '../kinds/day.ts';
import { hasExtension } from '../kinds/phone.ts';
import type { FieldTraits } from '../refs.ts';
import { isWaiting, type Proof } from '../transforms/prove.ts';
import { toField } from '../transforms/transform.ts';
import type { Transform, TransformContext } from '../transforms/types.ts';
import { problemWith } from '../validate.ts';
import type { Evidence } from './guess-transform.ts';

/** What speaks against a value, or against the column as a whole. */
export type ProblemCode =
  /** The column's type is not that of the field: it holds numbers, days, ticks, times or references. */
  | 'numbers'
  | 'days'
  | 'ticks'
  | 'times'
  | 'references'
  /** The column's type cuts what HighLevel has: decimals in a column of whole numbers, a year before 1000. */
  | 'unheld'
  /** A list where the field has one value. */
  | 'several'
  | 'not-an-option'
  /** An owner or a business that the location does not have, or a name that two of them share. */
  | 'unknown'
  | 'shared-name'
  | 'short-year'
  | 'extension'
  /** No such value, for another reason. */
  | 'unreadable'
  /** It would come back written otherwise than a person wrote it. */
  | 'comes-back-different'
  /** It may mean something else, such as the fifth of September. */
  | 'ambiguous';

export interface ColumnProblem {
  code: ProblemCode;
  /** Of the column, or of HighLevel with `unheld`: the first five. */
  samples: readonly string[];
}

interface Facts {
  transform: Transform;
  foreign: ProblemCode | null;
  proof: Proof;
  ambiguous: readonly string[];
}

const shown = 5;

/** Lists what speaks against a column for a field, that of its type first. */
export function problemsOf(
  { texts, traits, context }: Pick<Evidence, 'texts' | 'traits' | 'context'>,
  { transform, foreign, proof, ambiguous }: Facts,
): ColumnProblem[] {
  const found = new Map<ProblemCode, Set<string>>();
  const note = (code: ProblemCode, sample?: string) => {
    const samples = found.get(code) ?? new Set();
    if (sample !== undefined && samples.size < shown) samples.add(sample);
    found.set(code, samples);
  };
  if (foreign) note(foreign);
  for (const value of proof.unheld) note(foreign ?? 'unheld', value);
  if (!isWaiting(transform, context)) {
    for (const text of texts) {
      const value = toField(transform, text, context);
      if (value === undefined || (value !== '' && problemWith(traits, value)))
        note(reason(text, transform, traits, context), text);
    }
    for (const text of ambiguous) note('ambiguous', text);
    for (const { text, becomes } of proof.failures) if (becomes !== undefined) note('comes-back-different', text);
  }
  return [...found].map(([code, samples]) => ({ code, samples: [...samples] }));
}

function reason(text: string, transform: Transform, traits: FieldTraits, context: TransformContext): ProblemCode {
  const { strict, ...loose } = transform;
  if (strict && toField(loose, text, context) !== undefined && toField(transform, text, context) === undefined)
    return 'ambiguous';
  const isSeveral = (transform.cell === 'any' || transform.cell === 'list') && text.includes('\n');
  if (isSeveral && traits.kind !== 'choices') return 'several';
  switch (traits.kind) {
    case 'choice':
    case 'choices':
      return traits.choices ? 'not-an-option' : 'unreadable';
    case 'user':
      return isShared(text, context.users) ? 'shared-name' : 'unknown';
    case 'business':
      return isShared(text, context.businesses) ? 'shared-name' : 'unknown';
    case 'date':
      return hasShortYear(text) ? 'short-year' : 'unreadable';
    case 'phone':
      return hasExtension(text) ? 'extension' : 'unreadable';
    default:
      return 'unreadable';
  }
}

const isShared = (text: string, known: readonly { name: string }[]) =>
  known.filter(({ name }) => oneSpaced(name).toLowerCase() === oneSpaced(text).toLowerCase()).length > 1;
