import type { Column } from '../mapping.ts';
import type { FieldRef, FieldTraits } from '../refs.ts';
import { prove } from '../transforms/prove.ts';
import { toField } from '../transforms/transform.ts';
import type { DateFormat, DecimalSeparator, Transform, TransformContext } from '../transforms/types.ts';
import { separatorFor, typeOf } from './column.ts';
import { decimalMark, isMonthFirst } from './habits.ts';
import { pairUp } from './pair-up.ts';

/** What a transform is guessed from. */
export interface Evidence {
  column: Column;
  field: FieldRef;
  traits: FieldTraits;
  /** Texts of the column that are not empty. */
  texts: readonly string[];
  /** ISO code of the country whose phone numbers and dates are meant. */
  country: string;
  context: TransformContext;
}

const asIs: Transform = { kind: 'as-is' };

/** Guesses how the texts of a column become values of a field. */
export function transformFor(evidence: Evidence): Transform {
  const { column, field, traits, texts, country, context } = evidence;
  const isText = !['Numeric', 'Int', 'Date', 'DateTime', 'Bool', 'ChoiceList'].includes(typeOf(column));
  if (field === 'name') return { kind: 'name', order: isMost(texts, ',') ? 'last-first' : 'first-last' };
  switch (traits.kind) {
    case 'phone':
      return { kind: 'phone', country, inGrist: texts.length > 0 && texts.every(isE164) ? 'e164' : 'national' };
    case 'date':
      return isText ? dateFor(evidence) : { kind: 'date', format: 'iso' };
    case 'money':
      return isText ? decimalsFor(evidence, 'money') : { kind: 'money', decimals: 2 };
    case 'number':
      return isText ? decimalsFor(evidence, 'number') : asIs;
    case 'choice':
    case 'choices':
      return pairUp(column, traits, texts);
    case 'tags':
      return { kind: 'tags', separator: separatorFor(column, texts) };
    case 'user':
      if (texts.some((text) => context.users.some(({ id }) => id === text))) return asIs;
      return { kind: 'owner', by: isMost(texts, '@') ? 'email' : 'name' };
    case 'business':
      return texts.some((text) => context.businesses.some(({ id }) => id === text))
        ? asIs
        : { kind: 'business', by: 'name' };
    default:
      return asIs;
  }
}

const isE164 = (text: string) => /^\+\d+$/.test(text);

function isMost(texts: readonly string[], part: string): boolean {
  return texts.length > 0 && texts.filter((text) => text.includes(part)).length * 2 > texts.length;
}

/** The first candidate that reads all texts, or else the one that reads most. */
function best<Candidate extends Transform>(candidates: readonly [Candidate, ...Candidate[]], evidence: Evidence) {
  const { texts, context } = evidence;
  const proven = candidates.find((candidate) => prove(candidate, texts, context).holds);
  if (proven) return proven;
  const reads = (candidate: Candidate) =>
    texts.filter((text) => toField(candidate, text, context) !== undefined).length;
  return candidates.reduce((most, next) => (reads(next) > reads(most) ? next : most));
}

function dateFor(evidence: Evidence): Transform {
  const { texts, country } = evidence;
  const separator = (['/', '.', '-'] as const).find((mark) => texts.some((text) => text.includes(mark))) ?? '-';
  const as = (format: DateFormat): Transform => ({ kind: 'date', format, ...(format !== 'iso' && { separator }) });
  if (texts.length === 0 || texts.every((text) => /^\d{4}-/.test(text))) return as('iso');
  if (texts.every((text) => /^\d{4}/.test(text))) return as('ymd');
  const [first, second] = isMonthFirst(country) ? (['mdy', 'dmy'] as const) : (['dmy', 'mdy'] as const);
  return best([as(first), as(second)], evidence);
}

function decimalsFor(evidence: Evidence, kind: 'money' | 'number'): Transform {
  const decimals = kind === 'money' ? 2 : 15;
  const usual = decimalMark(evidence.country);
  const as = (separator: DecimalSeparator): Transform => ({ kind, decimals, separator });
  return best([as(usual), as(usual === '.' ? ',' : '.')], evidence);
}
