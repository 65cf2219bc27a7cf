import { readLines, readList, readText } from '../../grist/cells.ts';
import type { CodedRecord } from '../../grist/contact-table.ts';
import { readContactId } from '../../sync/contact-id.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { ColumnMap } from './api.ts';
import { columnFor, contactIdColumn, tagsColumn } from './columns.ts';
import type { Row } from './port.ts';

/** Which columns are read: Grist's own mapping, and what goes with which field. */
export interface Columns {
  tableId: string;
  mapping: ColumnMap | null;
  bound: ReadonlyMap<FieldRef, string>;
}

/**
 * Reads a record by the person's mapping. The plugin API's own `mapColumnNames` answers differently from version to
 * version when something is unmapped, so it is not used.
 */
export function readRow(rowId: number, record: CodedRecord, { tableId, mapping, bound }: Columns): Row {
  const values = [...bound].flatMap(([field, colId]) => {
    const text = readLines(record[colId]);
    return text === undefined ? [] : [[field, text.trim()]];
  });
  const tags = columnFor(mapping, tagsColumn);
  return {
    tableId,
    rowId,
    // A row whose id cannot be read is as good as one without.
    ...readContactId(readText(record[columnFor(mapping, contactIdColumn) ?? '']) ?? ''),
    values: Object.fromEntries(values),
    tags: tags === null ? null : (readList(record[tags]) ?? null),
  };
}
