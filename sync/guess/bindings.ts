import type { Binding, Column } from '../mapping.ts';
import type { ConflictRule } from '../merge.ts';
import { type CustomTraits, type FieldRef, traitsOf } from '../refs.ts';
import type { TransformContext } from '../transforms/types.ts';
import { typeOf } from './column.ts';
import { isManyWords, looksLike, mayBe } from './looks.ts';
import { customByName, standardByName, sureness } from './names.ts';
import { transformFor } from './transform-for.ts';

/** A custom field with what people call it. */
export interface NamedCustomField extends CustomTraits {
  name: string;
  /** e.g. `contact.team_size` */
  key?: string;
}

/** What is known of the location and the document. */
export interface GuessFacts {
  customFields: readonly NamedCustomField[];
  context: TransformContext;
  /** ISO code of the country whose phone numbers and dates are meant. */
  country: string;
  /** @default 'ask' */
  onConflict?: ConflictRule;
}

/** Texts of some rows, by column. */
export type Sample = Readonly<Record<string, readonly string[]>>;

/** Row ids, files and positions are nothing that a contact has. */
const skipped = new Set(['Ref', 'RefList', 'Attachments', 'ManualSortPos', 'Id']);

const filled = (sample: Sample, { colId }: Column) => (sample[colId] ?? []).filter((text) => text.trim() !== '');

/** Joins a column to a field, with the transform and the direction that its values suggest; `null` where nothing can run. */
function bindingFor(column: Column, field: FieldRef, sample: Sample, facts: GuessFacts): Binding | null {
  const { context, country, customFields, onConflict = 'ask' } = facts;
  const traits = traitsOf(field, customFields);
  if (!traits) return null;
  const fit = transformFor({ column, field, traits, texts: filled(sample, column), country, context });
  const { cell: _, ...transform } = fit.transform;
  return fit.direction && { colId: column.colId, field, direction: fit.direction, transform, onConflict };
}

/** Guesses which columns go with which fields, by their names in English, French and Spanish and by their values. */
export function guessBindings(columns: readonly Column[], sample: Sample, facts: GuessFacts): Binding[] {
  const candidates = columns
    .filter((column) => !skipped.has(typeOf(column)))
    .flatMap((column) => candidatesFor(column, filled(sample, column), facts));
  candidates.sort((one, other) => other.sure - one.sure);

  const bindings = new Map<string, Binding>();
  const taken = new Set<FieldRef>();
  for (const { column, field } of candidates) {
    if (bindings.has(column.colId) || taken.has(field)) continue;
    const binding = bindingFor(column, field, sample, facts);
    if (!binding) continue;
    bindings.set(column.colId, binding);
    taken.add(field);
  }
  return columns.flatMap(({ colId }) => bindings.get(colId) ?? []);
}

interface Candidate {
  column: Column;
  field: FieldRef;
  sure: number;
}

function candidatesFor(column: Column, texts: readonly string[], facts: GuessFacts): Candidate[] {
  const looks = looksLike(texts, facts.context);
  const custom = facts.customFields.map((field): [FieldRef, number] => [
    `custom:${field.id}`,
    customByName(column, field),
  ]);
  return [...standardByName(column, looks), ...custom]
    .filter(([field, sure]) => sure > sureness.nothing && mayBe(field, texts))
    .map(([field, sure]) => ({ column, field, sure: sure + nudge(field, texts, looks) }));
}

/** What tips the scales between fields that a name may mean: "Nom" is a full name or a last name, "Company" a text or a business. */
function nudge(field: FieldRef, texts: readonly string[], looks: ReadonlySet<FieldRef>): number {
  if (looks.has(field)) return field === 'assignee' || field === 'business' ? 0.6 : 0.5;
  if (field === 'name') return isManyWords(texts) ? 0.2 : -0.2;
  return 0;
}
