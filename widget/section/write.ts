import type { Signal } from '@preact/signals';
import type { FieldRef } from '../../sync/refs.ts';
import type { CellValue, GristApi } from './api.ts';
import { readLines } from './cells.ts';
import { GristError, toGristError } from './errors.ts';
import type { Environment, Section, SectionState } from './port.ts';
import type { Columns } from './row.ts';
import type { Structure } from './structure.ts';
import { writeText } from './write-cells.ts';

interface RowWriterOptions {
  grist: GristApi;
  environment: Environment;
  structure: Structure;
  readRow: Section['readRow'];
  place: () => Columns;
  state: Signal<SectionState>;
}

/** Makes the port's `writeRow`. */
export function createRowWriter({
  grist,
  environment,
  structure,
  readRow,
  place,
  state,
}: RowWriterOptions): Section['writeRow'] {
  /** Grist sends the row again shortly; until then the panel must not see the cell as it was. */
  function showAtOnce(rowId: number, written: Record<string, string | undefined>) {
    const shown = state.peek();
    if (shown.kind !== 'row' || shown.row.rowId !== rowId) return;
    state.value = { kind: 'row', row: { ...shown.row, values: { ...shown.row.values, ...written } } };
  }

  return async function writeRow(rowId, contactId, values, desc) {
    if (environment.readOnly) throw new GristError('read-only', 'No write access');
    const { tableId, bound } = place();
    const keys = (Object.keys(values) as FieldRef[]).filter((key) => values[key] !== undefined && bound.has(key));
    if (keys.length === 0) return;
    // Another mapping, or another person, may have given columns other types since they were read.
    structure.forget();
    try {
      const [row] = await Promise.all([readRow(rowId), structure.tables()]);
      if (row?.contactId !== contactId) throw new GristError('row-gone', 'The row holds another contact');
      const written: Record<string, string | undefined> = {};
      const cells: Record<string, CellValue> = {};
      for (const key of keys) {
        const colId = bound.get(key) ?? '';
        const cell = writeText(values[key] ?? '', await structure.typeOf(tableId, colId));
        cells[colId] = cell;
        written[key] = typeof cell === 'number' ? values[key] : readLines(cell);
      }
      await grist.docApi.applyUserActions([['UpdateRecord', tableId, rowId, cells]], { desc });
      showAtOnce(rowId, written);
    } catch (error) {
      throw toGristError(error);
    }
  };
}
