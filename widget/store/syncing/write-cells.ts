import type { Values } from '../../../sync/cells.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Section } from '../../section/port.ts';
import { toFailure } from '../failure.ts';
import type { Failure } from '../view.ts';

/** Cells that Grist did not take, and why. */
export type Refusals = ReadonlyMap<FieldRef, Failure>;

/** Writes cells of a row, in one undo step where Grist takes them all. Never rejects. */
export type WriteCells = (rowId: number, contactId: string, values: Values, description: string) => Promise<Refusals>;

const isAboutCells = ({ side, code }: Failure) =>
  side === 'grist' && (code === 'access-rule' || code === 'formula' || code === 'column-gone');

/** Grist refuses a bundle for one cell of it: then each is written by itself, so that none is kept from its value by another. */
export function createCellWriter(
  section: Pick<Section, 'writeRow'>,
  /** A column turned out to be computed. */
  onFormula: (field: FieldRef) => void,
): WriteCells {
  return async (rowId, contactId, values, description) => {
    const refusals = new Map<FieldRef, Failure>();
    const fields = Object.keys(values) as FieldRef[];
    const write = (some: Values) => section.writeRow(rowId, contactId, some, description).then(() => null, toFailure);

    const failure = fields.length > 0 ? await write(values) : null;
    if (!failure) return refusals;
    for (const field of fields) {
      const own = fields.length > 1 && isAboutCells(failure) ? await write({ [field]: values[field] }) : failure;
      if (!own) continue;
      refusals.set(field, own);
      if (own.code === 'formula') onFormula(field);
    }
    return refusals;
  };
}
