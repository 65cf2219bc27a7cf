import type { Binding, Column } from '../mapping.ts';
import type { ConflictRule } from '../merge.ts';
import type { FieldRule, Rules } from '../plan.ts';
import { type CustomTraits, type FieldRef, traitsOf } from '../refs.ts';
import type { TransformContext } from '../transforms/types.ts';
import type { Evidence } from './guess-transform.ts';
import { type ColumnFit, judge, narrowed, transformFor } from './transform-for.ts';

/** A column that goes with a field, be it joined in Grist's own panel or in the settings. */
export interface MappedColumn extends Column {
  field: FieldRef;
  /** Texts of its rows. */
  samples: readonly string[];
  /** What HighLevel is known to have in the field. */
  values?: readonly string[];
  pairs?: Evidence['pairs'];
}

export interface MappingFacts {
  /** What people chose in the settings. */
  chosen: readonly Binding[];
  customFields: readonly CustomTraits[];
  context: TransformContext;
  /** ISO code of the location's country: the same for everyone who opens the document. */
  country: string;
  onConflict: ConflictRule;
}

export interface MappedFit extends ColumnFit {
  column: Column;
  traits: FieldRule['traits'];
  /** `null`: nothing may run. */
  rule: FieldRule | null;
}

export type Fits = ReadonlyMap<FieldRef, MappedFit>;

/**
 * Fits every mapped column to its field. A chosen transform is kept and proved for the column as it is now; the others are guessed each
 * time, so ambiguous texts in them are neither read nor sent. Fields that HighLevel no longer has are left out.
 */
export function fitColumns(columns: readonly MappedColumn[], facts: MappingFacts): Fits {
  return new Map(
    columns.flatMap((column): [FieldRef, MappedFit][] => {
      const traits = traitsOf(column.field, facts.customFields);
      return traits ? [[column.field, fitOf(column, traits, facts)]] : [];
    }),
  );
}

/** The rules of the columns between which and their fields anything may run. */
export const rulesIn = (fits: Fits): Rules =>
  new Map([...fits].flatMap(([field, { rule }]) => (rule ? [[field, rule] as const] : [])));

/** What speaks against the two sides of one row, and what would end it. A cell without a text says nothing. */
export function problemsInRow(
  { transform, traits, ambiguous, remedy }: MappedFit,
  { cell = '', value }: { cell?: string; value: string },
  context: TransformContext,
): Pick<ColumnFit, 'problems' | 'remedy'> {
  const filled = (text: string) => (text.trim() === '' ? [] : [text]);
  const verdict = judge(transform, {
    ...{ traits, context, texts: filled(cell), values: filled(value) },
    ambiguous: ambiguous.filter((text) => text === cell),
  });
  return { problems: verdict.problems, remedy: remedy ?? verdict.remedy };
}

function fitOf(column: MappedColumn, traits: FieldRule['traits'], facts: MappingFacts): MappedFit {
  const { field, samples, values, pairs } = column;
  const { context, country } = facts;
  const chosen = facts.chosen.find((binding) => binding.field === field);
  const { direction: allowed, ...fit } = transformFor({
    ...{ column, field, traits, country, context, strict: true },
    texts: samples.filter((text) => text.trim() !== ''),
    ...(values && { values }),
    ...(pairs && { pairs }),
    ...(chosen && { chosen: chosen.transform }),
  });
  const direction = narrowed(allowed, chosen?.direction ?? 'both');
  const onConflict = chosen?.onConflict ?? facts.onConflict;
  const { transform } = fit;
  return { ...fit, column, traits, direction, rule: direction && { direction, onConflict, traits, transform } };
}
