import { type FieldKey, fieldKeys } from '../../sync/fields.ts';
import type { CellValue, ColumnMap } from './api.ts';
import { readList, readText } from './cells.ts';
import { columnFor, contactIdColumn, tagsColumn } from './columns.ts';
import type { Row } from './port.ts';

/** A record as Grist sends it, by colId. */
export type GristRecord = Readonly<Record<string, CellValue | undefined>>;

/** The fields that have a column of their own in the person's mapping. */
export function mappedFields(mapping: ColumnMap | null): ReadonlySet<FieldKey> {
  return new Set(fieldKeys.filter((key) => columnFor(mapping, key) !== null));
}

/**
 * Reads a record by the person's mapping. The plugin API's own `mapColumnNames` answers differently from version to
 * version when something is unmapped, so it is not used.
 */
export function readRow(rowId: number, record: GristRecord, mapping: ColumnMap | null): Row {
  const values = fieldKeys.flatMap((key) => {
    const colId = columnFor(mapping, key);
    const text = colId === null ? undefined : readText(record[colId]);
    return text === undefined ? [] : [[key, text.trim()]];
  });
  const tags = columnFor(mapping, tagsColumn);
  return {
    rowId,
    // A row whose id cannot be read is as good as one without.
    contactId: (readText(record[columnFor(mapping, contactIdColumn) ?? '']) ?? '').trim(),
    values: Object.fromEntries(values),
    tags: tags === null ? null : (readList(record[tags]) ?? null),
  };
}
