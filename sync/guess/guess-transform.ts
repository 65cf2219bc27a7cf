import { sameOfKind } from '../compare.ts';
import { languageOf } from '../kinds/country.ts';
import type { Column } from '../mapping.ts';
import type { FieldRef, FieldTraits } from '../refs.ts';
import { cellTypeOf } from '../transforms/cell.ts';
import { isIdLike } from '../transforms/owner.ts';
import { toField } from '../transforms/transform.ts';
import type { DateFormat, DecimalSeparator, Transform, TransformContext } from '../transforms/types.ts';
import { decimalMark, isMonthFirst } from './habits.ts';
import { choicesAt, pairUp } from './pair-up.ts';

/** What a transform is guessed from. */
export interface Evidence {
  column: Column;
  field: FieldRef;
  traits: FieldTraits;
  /** Texts of the column that are not empty. */
  texts: readonly string[];
  /** Texts of rows with the value that their contacts have, or that both sides last agreed on. They outweigh all else. */
  pairs?: readonly (readonly [text: string, value: string])[];
  /** ISO code of the country whose phone numbers and dates are meant. */
  country: string;
  context: TransformContext;
}

export interface Guess {
  transform: Transform;
  /** Texts that may as well mean something else: another sample of the column could turn the guess over. */
  ambiguous: readonly string[];
}

const sure = (transform: Transform): Guess => ({ transform, ambiguous: [] });

/** Guesses how the texts of a column become values of a field. */
export function guessTransform(evidence: Evidence): Guess {
  const { column, field, traits, texts, country, context } = evidence;
  const cell = cellTypeOf(column.type);
  const isText = cell === 'text' || cell === 'any';
  if (field === 'name') return nameFor(evidence);
  switch (traits.kind) {
    case 'phone':
      // A number with its country's code is the same to everyone who opens the document.
      return sure({
        ...{ kind: 'phone', country },
        inGrist: texts.every((text) => text.startsWith('+')) ? 'e164' : 'national',
      });
    case 'date':
      return isText ? dateFor(evidence) : sure({ kind: 'date', format: 'iso' });
    case 'money':
      return isText ? decimalsFor(evidence, 'money', 2) : sure({ kind: 'money', decimals: 2 });
    case 'number':
      return isText ? decimalsFor(evidence, 'number', 15) : sure({ kind: 'number', decimals: 15 });
    case 'choice':
      return sure(pairUp(column, traits, texts));
    case 'choices':
      if (cell === 'flag') return sure(pairUp(column, traits, texts));
      return listFor(evidence, (separator) => choicesAt(separator, traits.choices));
    case 'tags':
      return listFor(evidence, (separator) => ({ kind: 'tags', separator }));
    case 'country': {
      const language = languageOf(texts);
      return sure(language === null ? { kind: 'country', by: 'code' } : { kind: 'country', by: 'name', language });
    }
    case 'user':
      return sure({ kind: 'owner', by: ownerBy(texts, context) });
    case 'business':
      return sure({ kind: 'business', by: shareOf(texts, isId(context.businesses)) > 0.5 ? 'id' : 'name' });
    default:
      return sure(cell === 'flag' ? { kind: 'boolean', yes: 'true', no: 'false' } : { kind: 'plain', of: traits.kind });
  }
}

const isId = (known: readonly { id: string }[]) => (text: string) =>
  isIdLike(text.trim()) || known.some(({ id }) => id === text.trim());

function ownerBy(texts: readonly string[], { users }: TransformContext): 'id' | 'name' | 'email' {
  if (shareOf(texts, isId(users)) > 0.5) return 'id';
  return shareOf(texts, (text) => text.includes('@')) > 0.5 ? 'email' : 'name';
}

const shareOf = (texts: readonly string[], is: (text: string) => boolean) =>
  texts.length === 0 ? 0 : texts.filter(is).length / texts.length;

/**
 * The candidate that fits what both sides have; else the one that reads most texts, the first where several do. Where another
 * one reads as many, or a text that the first does not, the texts that it reads otherwise are ambiguous.
 */
function choose(candidates: readonly Transform[], { texts, pairs = [], traits, context }: Evidence): Guess {
  const most = (some: readonly Transform[], score: (candidate: Transform) => number) => {
    const best = Math.max(...some.map(score));
    return some.filter((candidate) => score(candidate) === best);
  };
  const fits = (candidate: Transform) =>
    pairs.filter(([text, value]) => {
      const read = toField(candidate, text, context);
      return read !== undefined && sameOfKind(traits.kind, read, value);
    }).length;
  const read = (candidate: Transform, text: string) => toField(candidate, text, context);
  const reads = (candidate: Transform) => texts.filter((text) => read(candidate, text) !== undefined).length;
  const fitting = most(candidates, fits);
  const [transform = candidates[0] ?? { kind: 'as-is' }] = most(fitting, reads);
  const misread = (rival: Transform) => texts.filter((text) => read(rival, text) !== read(transform, text));
  const isRival = (rival: Transform) =>
    reads(rival) === reads(transform) || misread(rival).some((text) => read(transform, text) === undefined);
  return { transform, ambiguous: fitting.filter(isRival).flatMap(misread) };
}

function dateFor(evidence: Evidence): Guess {
  const { texts, country } = evidence;
  const separator = (['/', '.', '-'] as const).find((mark) => texts.some((text) => text.includes(mark))) ?? '-';
  const as = (format: DateFormat): Transform => ({ kind: 'date', format, ...(format !== 'iso' && { separator }) });
  if (texts.every((text) => /^\d{4}-/.test(text))) return sure(as('iso'));
  if (texts.every((text) => /^\d{4}/.test(text))) return sure(as('ymd'));
  return choose(isMonthFirst(country) ? [as('mdy'), as('dmy')] : [as('dmy'), as('mdy')], evidence);
}

function decimalsFor(evidence: Evidence, kind: 'money' | 'number', decimals: number): Guess {
  const as = (separator: DecimalSeparator): Transform => ({ kind, decimals, separator });
  return choose(decimalMark(evidence.country) === '.' ? [as('.'), as(',')] : [as(','), as('.')], evidence);
}

/** A full name has its first name first, unless most of them have a comma. */
function nameFor(evidence: Evidence): Guess {
  const as = (order: 'first-last' | 'last-first'): Transform => ({ kind: 'name', order });
  const hasComma = (text: string) => text.includes(',');
  if (evidence.pairs?.some(([text]) => hasComma(text))) return bySides([as('first-last'), as('last-first')], evidence);
  const texts = evidence.texts.filter((text) => /\S\s+\S/.test(text.trim()));
  return sure(as(shareOf(texts, hasComma) > 0.5 ? 'last-first' : 'first-last'));
}

const separators = [',', ';', '|', '\n'];

/** What parts the items of a list; a list column comes one item a line. */
function listFor(evidence: Evidence, as: (separator: string) => Transform): Guess {
  if (cellTypeOf(evidence.column.type) === 'list') return sure(as('\n'));
  const isList = (text: string) => separators.some((separator) => bare(text).includes(separator));
  if (evidence.pairs?.some(([text]) => isList(text))) return bySides(separators.map(as), evidence);
  const texts = evidence.texts.filter(isList);
  const share = (separator: string) => shareOf(texts, (text) => bare(text).includes(separator));
  // A comma is the usual one, and may be part of an item where another one parts them.
  const [separator = ','] = [';', '|', '\n', ','].toSorted((one, other) => share(other) - share(one));
  return sure(as(share(separator) > 0 ? separator : ','));
}

/** The candidate that fits what both sides have, whatever else the column holds. */
const bySides = (candidates: readonly Transform[], evidence: Evidence): Guess =>
  sure(choose(candidates, { ...evidence, texts: [] }).transform);

/** What stands in quotes is one item. */
const bare = (text: string) => text.replace(/"[^"]*"/g, '');
