import { readText } from '../../grist/cells.ts';
import { toGristError } from '../../grist/errors.ts';
import type { Structure, TableColumn } from '../../grist/structure.ts';
import { readContactId } from '../../sync/contact-id.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { DocumentApi } from './api.ts';
import { columnFor, contactIdColumn } from './columns.ts';
import type { Row } from './port.ts';
import type { Columns } from './row.ts';

/** Reads which rows the section shows, in its order, and the contact of each. Throws `GristError`. */
export async function readOrder(
  grist: DocumentApi,
  { mapping }: Columns,
): Promise<readonly Pick<Row, 'rowId' | 'contactId'>[]> {
  try {
    const options = { keepEncoded: true, format: 'columns', expandRefs: false } as const;
    const { id: rowIds = [], ...cells } = await grist.docApi.fetchSelectedTable(options);
    const contactIds = cells[columnFor(mapping, contactIdColumn) ?? ''] ?? [];
    return rowIds.map((rowId, index) => ({
      rowId: Number(rowId),
      contactId: readContactId(readText(contactIds[index]) ?? '').contactId,
    }));
  } catch (error) {
    throw toGristError(error);
  }
}

/** The columns of mapped fields as they are now; empty where Grist does not tell. */
export async function mappedColumns(
  structure: Structure,
  { tableId, bound }: Columns,
): Promise<ReadonlyMap<FieldRef, TableColumn>> {
  structure.forget();
  const columns = await structure.columnsOf(tableId);
  return new Map(
    [...bound].flatMap(([field, colId]) => {
      const column = columns?.get(colId);
      return column ? [[field, column] as const] : [];
    }),
  );
}
