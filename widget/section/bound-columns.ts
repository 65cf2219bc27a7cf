import { readLines } from '../../grist/cells.ts';
import type { GristDoc } from '../../grist/doc.ts';
import type { Structure } from '../../grist/structure.ts';
import { otherColumns } from './columns.ts';
import type { BoundColumn } from './port.ts';
import type { Columns } from './row.ts';

/** Rows that are looked at: enough to see how a column is written. */
const samplesTaken = 200;

/** Lists the columns that the section receives, with the field of each and what its first rows hold. Throws `GristError`. */
export async function listBoundColumns(
  doc: GristDoc,
  structure: Structure,
  { tableId, mapping, bound }: Columns,
): Promise<BoundColumn[]> {
  const [columns, data] = await Promise.all([structure.columnsOf(tableId), doc.fetchTable(tableId)]);
  const fieldOf = new Map([...bound].map(([field, colId]) => [colId, field]));
  const received = [...new Set([...fieldOf.keys(), ...otherColumns(mapping)])];
  return received.map((colId) => {
    const column = columns?.get(colId) ?? { colId, label: colId, type: 'Any' };
    const cells = (data[colId] ?? []).slice(0, samplesTaken).map((cell) => readLines(cell, column.type)?.trim());
    const samples = [...new Set(cells.filter((text) => text !== undefined && text !== ''))] as string[];
    return { ...column, field: fieldOf.get(colId) ?? null, samples };
  });
}
