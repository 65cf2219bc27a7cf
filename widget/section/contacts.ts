import type { Signal } from '@preact/signals';
import { type ContactRow, type ContactTable, createContactTable } from '../../grist/contact-table.ts';
import { type GristDoc, GristError } from '../../grist/doc.ts';
import { toGristError } from '../../grist/errors.ts';
import type { Structure } from '../../grist/structure.ts';
import { readContactId } from '../../sync/contact-id.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { DocumentApi } from './api.ts';
import { columnFor, contactIdColumn } from './columns.ts';
import type { Row, Section, SectionState, WholeDocument } from './port.ts';
import type { Columns } from './row.ts';

/** Milliseconds for which a read of the whole table is good: long enough for a list and the click on it. */
const fresh = 3_000;

interface ContactOptions {
  grist: DocumentApi;
  doc: GristDoc;
  structure: Structure;
  state: Signal<SectionState>;
  /** Where the cursor is, and which columns the person mapped. */
  columns: () => Columns;
}

type ContactVerbs = Pick<Section, 'readRow' | 'writeRow' | 'linkRow' | 'linkedRows'> &
  Pick<WholeDocument, 'rows'> & { contactTable(): ContactTable };

/** Makes the verbs for the section's own table, whose rows are contacts. */
export function createContactVerbs({ grist, doc, structure, state, columns }: ContactOptions): ContactVerbs {
  let read: { tableId: string; at: number; rows: Promise<readonly ContactRow[]> } | null = null;

  /** The table by the mapping as it is now. Throws where no column is mapped, as when it was taken away meanwhile. */
  function contactTable(): ContactTable {
    const { tableId, mapping, bound } = columns();
    const idColumn = columnFor(mapping, contactIdColumn);
    if (idColumn === null) throw new GristError('column-gone', 'No column holds the contact id');
    return createContactTable(doc, {
      ...{ tableId, contactIdColumn: idColumn, bound, structure },
      /** Every row can be read this way, those outside the section's filter too (measured on Grist 1.7). */
      async record(rowId) {
        const record = await grist.docApi
          .fetchSelectedRecord(rowId, { keepEncoded: true, expandRefs: false })
          .catch((error: unknown) => {
            throw toGristError(error);
          });
        // Of a row that does not exist Grist sends no cells.
        return record[idColumn] === undefined ? null : record;
      },
    });
  }

  const toRow = (tableId: string, { cells, ...row }: ContactRow): Row => ({ ...row, tableId, values: cells });

  /** Only a whole table can be read, and people search letter by letter. */
  function readTable(table: ContactTable): Promise<readonly ContactRow[]> {
    if (read?.tableId !== table.tableId || Date.now() - read.at > fresh) {
      const rows = table.rows();
      rows.catch(() => {
        read = null;
      });
      read = { tableId: table.tableId, at: Date.now(), rows };
    }
    return read.rows;
  }

  /** Grist sends the row again shortly; until then the panel must not see the row as it was. */
  function showAtOnce(rowId: number, change: (row: Row) => Row) {
    const shown = state.peek();
    if (shown.kind === 'row' && shown.row.rowId === rowId) state.value = { kind: 'row', row: change(shown.row) };
  }

  /** The same, with what is written shown at once. */
  function shownTable(): ContactTable {
    const table = contactTable();
    return {
      ...table,
      async write(writes, description) {
        const refusals = await table.write(writes, description);
        for (const { rowId, cells } of writes) {
          const refused = new Set(refusals.flatMap((refusal) => (refusal.rowId === rowId ? [refusal.field] : [])));
          showWritten(
            rowId,
            Object.entries(cells).filter(([field]) => !refused.has(field as FieldRef)),
          );
        }
        return refusals;
      },
      link: linkRow,
    };
  }

  function showWritten(rowId: number, cells: readonly (readonly [string, string | undefined])[]) {
    const { bound } = columns();
    const written = cells.filter(([field]) => bound.has(field as FieldRef));
    showAtOnce(rowId, (row) => ({ ...row, values: { ...row.values, ...Object.fromEntries(written) } }));
  }

  async function linkRow(rowId: number, expected: string, contactId: string, description: string) {
    await contactTable().link(rowId, expected, contactId, description);
    read = null;
    showAtOnce(rowId, ({ invalidId: _, ...row }) => ({ ...row, ...readContactId(contactId) }));
  }

  return {
    contactTable: shownTable,

    async readRow(rowId) {
      if (columnFor(columns().mapping, contactIdColumn) === null) return null;
      const table = contactTable();
      const [row] = await table.rows({ rowIds: [rowId] });
      return row ? toRow(table.tableId, row) : null;
    },

    async writeRow(rowId, contactId, values, description) {
      const [refusal] = await contactTable().write([{ rowId, contactId, cells: values }], description);
      if (refusal) throw refusal.error;
      showWritten(rowId, Object.entries(values));
    },

    linkRow,

    async linkedRows(contactIds) {
      const rows = await readTable(contactTable());
      const rowsOf = (id: string) => rows.filter(({ contactId }) => contactId === id).map(({ rowId }) => rowId);
      return new Map(contactIds.map((id) => [id, rowsOf(id)]));
    },

    async rows() {
      const table = contactTable();
      return (await table.rows()).map((row) => toRow(table.tableId, row));
    },
  };
}
