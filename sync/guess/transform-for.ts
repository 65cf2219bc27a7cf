import type { Column } from '../mapping.ts';
import type { Direction } from '../merge.ts';
import type { FieldTraits } from '../refs.ts';
import { type CellType, cellTypeOf, heldBy } from '../transforms/cell.ts';
import { type Proof, prove } from '../transforms/prove.ts';
import type { Transform } from '../transforms/types.ts';
import { type Evidence, guessTransform } from './guess-transform.ts';
import { type ColumnProblem, problemsOf } from './problems.ts';

/** What a column and a field make of each other. */
export interface ColumnFit {
  /** With the type of the column's cells. */
  transform: Transform;
  /** How values may run without a loss: both ways, or the one that is left; `null`: neither. */
  direction: Direction | null;
  problems: readonly ColumnProblem[];
  /** What would end the gravest of them, where anything does. */
  remedy: Remedy | null;
  /** Texts that may as well mean something else, as long as a person has not said what they mean. */
  ambiguous: readonly string[];
}

/** `to` is a type of Grist's. */
export interface Remedy {
  kind: 'change-type';
  to: 'Text' | 'Numeric' | 'Date' | 'ChoiceList';
}

export interface FitEvidence extends Evidence {
  /** What HighLevel is known to have in the field. */
  values?: readonly string[];
  /** The transform that a person chose; absent: it is guessed. */
  chosen?: Transform;
  /** Is a guess made each time, and not confirmed? Then what is ambiguous is neither read nor sent. */
  strict?: true;
}

/**
 * Finds the transform between a column and a field, proves it on what both sides have, and says what speaks against it. A single
 * value that one side cannot hold is not sent, nor written: it needs no other direction.
 */
export function transformFor(evidence: FitEvidence): ColumnFit {
  const { column, traits, texts, values = [], context, chosen, strict } = evidence;
  const cell = cellTypeOf(column.type);
  const isChosen = chosen && chosen.kind !== 'as-is';
  const guess = isChosen ? { transform: chosen, ambiguous: [] } : guessTransform(evidence);
  const transform: Transform = { ...guess.transform, cell, ...(!isChosen && strict && { strict }) };
  const ambiguous = guess.ambiguous;
  const { proof, foreign, ...verdict } = judge(transform, { traits, texts, values, context, ambiguous });
  return {
    transform,
    direction: narrowed(
      directionBy(column, traits, foreign, proof),
      strict && ambiguous.length > 0 ? 'to-grist' : 'both',
    ),
    ...verdict,
    ambiguous,
  };
}

interface Sides extends Pick<FitEvidence, 'traits' | 'texts' | 'values' | 'context'> {
  ambiguous: readonly string[];
}

/** Says what speaks against a transform, on texts of a column and values of HighLevel. */
export function judge(transform: Transform, { traits, texts, values = [], context, ambiguous }: Sides) {
  const { cell = 'text' } = transform;
  const proof = prove(transform, texts, context, values);
  const foreign = foreignness(cell, traits, transform);
  return {
    proof,
    foreign,
    problems: problemsOf({ texts, traits, context }, { transform, foreign, proof, ambiguous }),
    remedy: remedyFor(cell, traits, foreign, proof),
  };
}

/** Both ways, as far as each of two lets values run. */
export function narrowed(allowed: Direction | null, wanted: Direction): Direction | null {
  if (allowed === null || wanted === 'both') return allowed;
  return allowed === 'both' || allowed === wanted ? wanted : null;
}

/** Why cells of a type are not what a field has: numbers that have no zeros in front, days, ticks, times of day, references. */
export type Foreign = 'numbers' | 'days' | 'ticks' | 'times' | 'references';

const ownKinds: Readonly<Partial<Record<CellType, readonly FieldTraits['kind'][]>>> = {
  number: ['number', 'money'],
  integer: ['number', 'money'],
  day: ['date'],
  time: [],
  flag: ['boolean'],
};

const names: Readonly<Partial<Record<CellType, Foreign>>> = {
  number: 'numbers',
  integer: 'numbers',
  day: 'days',
  time: 'times',
  flag: 'ticks',
  none: 'references',
};

/** A field of choices is at home in any column that can hold all of them. */
function foreignness(
  cell: CellType,
  { kind, choices = [], isClosed }: FieldTraits,
  transform: Transform,
): Foreign | null {
  if (ownKinds[cell]?.includes(kind) || (cell === 'flag' && transform.kind === 'boolean' && choices.length > 0))
    return null;
  const isHeld = isClosed && choices.every((choice) => heldBy(cell, choice) === choice);
  return isHeld ? null : (names[cell] ?? null);
}

/**
 * The ways in which values may run. A formula only sends, and a field that HighLevel does not let us write only receives. Digits
 * typed in a column of numbers have lost their zeros already, so they are not sent to a field of text; a day or a tick is whole
 * but no place for what else the field may have.
 */
function directionBy(
  { isFormula }: Column,
  { writable }: FieldTraits,
  foreign: Foreign | null,
  proof: Proof | null,
): Direction | null {
  if (foreign === 'references') return null;
  if (isFormula) return writable ? 'to-highlevel' : null;
  if (!writable || foreign === 'numbers') return 'to-grist';
  return foreign === null ? (proof?.forcedDirection ?? 'both') : 'to-highlevel';
}

function remedyFor(cell: CellType, { kind }: FieldTraits, foreign: Foreign | null, proof: Proof): Remedy | null {
  const change = (to: Remedy['to']): Remedy => ({ kind: 'change-type', to });
  if (foreign === null) return cell === 'integer' && proof.unheld.length > 0 ? change('Numeric') : null;
  if (kind === 'date') return change('Date');
  if (kind === 'number' || kind === 'money') return change('Numeric');
  return change(kind === 'tags' || kind === 'choices' ? 'ChoiceList' : 'Text');
}
