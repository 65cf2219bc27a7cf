import { languageOf } from '../kinds/country.ts';
import type { Column } from '../mapping.ts';
import type { FieldRef, FieldTraits } from '../refs.ts';
import { cellTypeOf } from '../transforms/cell.ts';
import { isIdLike } from '../transforms/owner.ts';
import { prove } from '../transforms/prove.ts';
import { toField } from '../transforms/transform.ts';
import type { DateFormat, DecimalSeparator, Transform, TransformContext } from '../transforms/types.ts';
import { separatorFor } from './column.ts';
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

/** Guesses how the texts of a column become values of a field. */
export function guessTransform(evidence: Evidence): Transform {
  const { column, field, traits, texts, country, context } = evidence;
  const cell = cellTypeOf(column.type);
  const isText = cell === 'text' || cell === 'any';
  if (field === 'name')
    return { kind: 'name', order: isMost(texts, (text) => text.includes(',')) ? 'last-first' : 'first-last' };
  switch (traits.kind) {
    case 'phone':
      // A number with its country's code is the same to everyone who opens the document.
      return { kind: 'phone', country, inGrist: texts.every((text) => text.startsWith('+')) ? 'e164' : 'national' };
    case 'date':
      return isText ? dateFor(evidence) : { kind: 'date', format: 'iso' };
    case 'money':
      return isText ? decimalsFor(evidence, 'money') : { kind: 'money', decimals: 2 };
    case 'number':
      return isText ? decimalsFor(evidence, 'number') : { kind: 'number', decimals: 15 };
    case 'choice':
    case 'choices':
      return pairUp(column, traits, texts);
    case 'tags':
      return { kind: 'tags', separator: separatorFor(column, texts) };
    case 'country': {
      const language = languageOf(texts);
      return language === null ? { kind: 'country', by: 'code' } : { kind: 'country', by: 'name', language };
    }
    case 'user':
      if (isMost(texts, isId(context.users))) return { kind: 'owner', by: 'id' };
      return { kind: 'owner', by: isMost(texts, (text) => text.includes('@')) ? 'email' : 'name' };
    case 'business':
      return { kind: 'business', by: isMost(texts, isId(context.businesses)) ? 'id' : 'name' };
    default:
      return cell === 'flag' ? { kind: 'boolean', yes: 'true', no: 'false' } : { kind: 'plain', of: traits.kind };
  }
}

const isId = (known: readonly { id: string }[]) => (text: string) =>
  isIdLike(text.trim()) || known.some(({ id }) => id === text.trim());

const isMost = (texts: readonly string[], is: (text: string) => boolean) => texts.filter(is).length * 2 > texts.length;

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
