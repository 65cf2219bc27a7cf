import type { FieldRef } from '../../sync/refs.ts';
import type { ColumnMap, GristApi } from './api.ts';
import { readLines } from './cells.ts';
import { otherColumns } from './columns.ts';
import { toGristError } from './errors.ts';
import type { BoundColumn } from './port.ts';
import type { Structure } from './structure.ts';

/** Rows that are looked at: enough to see how a column is written. */
const samplesTaken = 200;

interface Place {
  tableId: string;
  mapping: ColumnMap | null;
  bound: ReadonlyMap<FieldRef, string>;
}

/** Lists the columns that the section receives, with the field of each and what its first rows hold. Throws `GristError`. */
export async function listBoundColumns(
  grist: GristApi,
  structure: Structure,
  { tableId, mapping, bound }: Place,
): Promise<BoundColumn[]> {
  try {
    const [tables, data] = await Promise.all([structure.tables(), grist.docApi.fetchTable(tableId)]);
    const known = tables.find((table) => table.tableId === tableId)?.columns ?? [];
    const fieldOf = new Map([...bound].map(([field, colId]) => [colId, field]));
    const received = [...new Set([...fieldOf.keys(), ...otherColumns(mapping)])];
    return received.map((colId) => {
      const cells = (data[colId] ?? []).slice(0, samplesTaken).map((cell) => readLines(cell)?.trim());
      const samples = [...new Set(cells.filter((text) => text !== undefined && text !== ''))] as string[];
      const column = known.find((one) => one.colId === colId) ?? { colId, label: colId, type: 'Any' };
      return { ...column, field: fieldOf.get(colId) ?? null, samples };
    });
  } catch (error) {
    throw toGristError(error);
  }
}
