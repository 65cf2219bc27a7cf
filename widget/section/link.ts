import type { Signal } from '@preact/signals';
import type { GristApi, TableData } from './api.ts';
import { readText } from './cells.ts';
import { columnFor, contactIdColumn } from './columns.ts';
import { GristError, toGristError } from './errors.ts';
import type { Environment, Section, SectionState } from './port.ts';
import type { Columns } from './row.ts';

/** Milliseconds for which a read of the whole table is good: long enough for a list and the click on it. */
const fresh = 3_000;

interface LinkerOptions {
  grist: GristApi;
  environment: Environment;
  readRow: Section['readRow'];
  place: () => Columns;
  state: Signal<SectionState>;
}

/** Makes the port's verbs about which row holds which contact. */
export function createLinker({ grist, environment, readRow, place, state }: LinkerOptions) {
  let read: { tableId: string; at: number; data: Promise<TableData> } | null = null;

  /** Only a whole table can be asked for, and people search letter by letter. */
  function readTable(tableId: string): Promise<TableData> {
    if (read?.tableId !== tableId || Date.now() - read.at > fresh) {
      const data = grist.docApi.fetchTable(tableId);
      data.catch(() => {
        read = null;
      });
      read = { tableId, at: Date.now(), data };
    }
    return read.data;
  }

  /** Fails where no column is mapped, as when somebody takes the mapping away meanwhile. */
  function columnOfIds() {
    const { tableId, mapping } = place();
    const colId = columnFor(mapping, contactIdColumn);
    if (colId === null) throw new GristError('column-gone', 'No column holds the contact id');
    return { tableId, colId };
  }

  /** Grist sends the row again shortly; until then the panel must not offer to link it once more. */
  function showAtOnce(rowId: number, contactId: string) {
    const shown = state.peek();
    if (shown.kind === 'row' && shown.row.rowId === rowId)
      state.value = { kind: 'row', row: { ...shown.row, contactId } };
  }

  return {
    async linkRow(rowId: number, expected: string, contactId: string, desc: string): Promise<void> {
      if (environment.readOnly) throw new GristError('read-only', 'No write access');
      try {
        const { tableId, colId } = columnOfIds();
        const row = await readRow(rowId);
        if (row?.contactId !== expected) throw new GristError('row-gone', 'The row holds another contact');
        await grist.docApi.applyUserActions([['UpdateRecord', tableId, rowId, { [colId]: contactId }]], { desc });
        read = null;
        showAtOnce(rowId, contactId);
      } catch (error) {
        throw toGristError(error);
      }
    },

    async linkedRows(contactIds: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
      try {
        const { tableId, colId } = columnOfIds();
        const { id: rowIds = [], [colId]: cells = [] } = await readTable(tableId);
        const held = cells.map((cell) => (readText(cell) ?? '').trim());
        const rowsOf = (contactId: string) => rowIds.filter((_, index) => held[index] === contactId).map(Number);
        return new Map(contactIds.map((contactId) => [contactId, rowsOf(contactId)]));
      } catch (error) {
        throw toGristError(error);
      }
    },
  } satisfies Pick<Section, 'linkRow' | 'linkedRows'>;
}
