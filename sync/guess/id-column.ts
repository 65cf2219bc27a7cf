import { shapeOfContactId } from '../contact-id.ts';
import type { Column } from '../mapping.ts';
import { wordsOf } from './names.ts';

const named = /^(id )?((high ?level|ghl|hl)( (contact|contacto))?|contact|contacto)( id)?$/;

/** Texts only: numbers are row numbers or ids of another system. */
const types = /^(Text|Choice|Any)$/;

/**
 * Finds the column that holds contact ids: by what its cells look like, else by its name where nothing in it is something else.
 * `null` where there is none.
 */
export function guessIdColumn<C extends Column>(
  columns: readonly C[],
  samplesOf: (column: C) => readonly string[],
): C | null {
  const candidates = columns.flatMap((column) => {
    if (!types.test(column.type) || column.isFormula) return [];
    const shapes = samplesOf(column)
      .map(shapeOfContactId)
      .filter((shape) => shape !== 'empty');
    const ids = shapes.filter((shape) => shape === 'id' || shape === 'id-with-invisible-characters').length;
    const isNamed = [column.label, column.colId].some((name) => {
      const words = wordsOf(name);
      return words.includes('id') && named.test(words);
    });
    const share = shapes.length === 0 ? 0 : ids / shapes.length;
    // A column of names is not meant, whatever it is called.
    if (share < 0.6 && !(isNamed && (shapes.length === 0 || ids > 0))) return [];
    return [{ column, sure: share + (isNamed ? 1 : 0) }];
  });
  candidates.sort((one, other) => other.sure - one.sure);
  return candidates[0]?.column ?? null;
}
