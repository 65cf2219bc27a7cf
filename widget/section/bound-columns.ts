import { readLines } from '../../grist/cells.ts';
import type { GristDoc, TableData } from '../../grist/doc.ts';
import type { Structure, TableColumn } from '../../grist/structure.ts';
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
    return { ...column, field: fieldOf.get(colId) ?? null, samples: samplesOf(column, data) };
  });
}

/** All columns of a table, with what their first rows hold. */
export const describeColumns = (
  columns: ReadonlyMap<string, TableColumn> | undefined,
  data: TableData,
): BoundColumn[] =>
  [...(columns?.values() ?? [])].map((column) => ({ ...column, field: null, samples: samplesOf(column, data) }));

function samplesOf({ colId, type }: TableColumn, data: TableData): string[] {
  const cells = (data[colId] ?? []).slice(0, samplesTaken).map((cell) => readLines(cell, type)?.trim());
  return [...new Set(cells.filter((text) => text !== undefined && text !== ''))] as string[];
}
