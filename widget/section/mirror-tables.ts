import { type MirrorKind, type MirrorRow, type MirrorValues, mirrorColumns } from '../../sync/mirror.ts';
import type { CellValue, GristApi, UserAction } from './api.ts';
import { readText } from './cells.ts';
import { GristError, toGristError } from './errors.ts';
import { readMirrorCell, saysDayOnly, saysWhole, writeMirrorCell } from './mirror-cells.ts';
import type { MirrorChanges, MirrorContent, MirrorTable, TableChoice } from './port.ts';

interface Place {
  grist: GristApi;
  kind: MirrorKind;
  table: MirrorTable;
  /** What Grist's structure says of the table's columns. */
  choice: TableChoice;
}

const columnOf = (choice: TableChoice, colId: string | undefined) =>
  choice.columns.find((column) => column.colId === colId);

/** The mirrored columns that the table has, with their types. */
function present({ kind, table, choice }: Place) {
  return mirrorColumns[kind].flatMap((column) => {
    const found = columnOf(choice, table.columns[column.key]);
    return found ? [{ ...column, colId: found.colId, type: found.type, isFormula: found.isFormula === true }] : [];
  });
}

/** A reference tells a row; text tells the contact's id. */
function contactIn(cell: CellValue | undefined): number | string | null {
  if (typeof cell === 'number') return cell || null;
  return readText(cell)?.trim() || null;
}

/** Reads all rows of a mirrored table. Throws `GristError`. */
export async function readMirrorTable(place: Place): Promise<MirrorContent> {
  const { grist, table } = place;
  const columns = present(place);
  try {
    const { id: rowIds = [], ...cells } = await grist.docApi.fetchTable(table.tableId);
    const ids = cells[table.columns.id ?? ''];
    // Renamed since the structure was read: without their ids all rows would look like new ones.
    if (!ids) throw new GristError('column-gone', `No column ${table.columns.id} for the id`);
    const rows = rowIds.map((rowId, index): MirrorContent['rows'][number] => {
      const values = columns.flatMap(({ key, colId, value, type }) => {
        const text = readMirrorCell(cells[colId]?.[index], value, type);
        return text === undefined ? [] : [[key, text]];
      });
      const row: MirrorRow = {
        rowId: Number(rowId),
        id: readText(ids[index])?.trim() ?? '',
        values: Object.fromEntries(values),
      };
      return { ...row, contact: contactIn(cells[table.columns.contact ?? '']?.[index]) };
    });
    return {
      rows,
      sendable: new Set(
        columns
          .filter(({ value, type, writable, isFormula }) => writable && !isFormula && saysWhole(value, type))
          .map(({ key }) => key),
      ),
      days: new Set(columns.filter(({ value, type }) => saysDayOnly(value, type)).map(({ key }) => key)),
    };
  } catch (error) {
    throw toGristError(error);
  }
}

/** Writes to a mirrored table as one undo step. Throws `GristError`. */
export async function writeMirrorTable(place: Place, changes: MirrorChanges, desc: string): Promise<void> {
  const { grist, table, choice } = place;
  const columns = present(place).filter(({ isFormula }) => !isFormula);
  const { tableId } = table;
  const encode = (values: MirrorValues): Record<string, CellValue> =>
    Object.fromEntries(
      columns.flatMap(({ key, colId, value, type }) =>
        values[key] === undefined ? [] : [[colId, writeMirrorCell(values[key], value, type)]],
      ),
    );
  const idOf = (id: string | undefined) => (id === undefined ? {} : { [table.columns.id ?? '']: id });
  const isReference = columnOf(choice, table.columns.contact)?.type.startsWith('Ref:') === true;
  const contact = isReference ? changes.contact.rowId : changes.contact.contactId;
  const actions: UserAction[] = [
    ...changes.add.map(({ id, values }): UserAction => {
      const link = table.columns.contact ? { [table.columns.contact]: contact } : {};
      return ['AddRecord', tableId, null, { ...encode(values), ...link, ...idOf(id) }];
    }),
    ...changes.update.flatMap(({ rowId, values, id }): UserAction[] => {
      const cells = { ...encode(values), ...idOf(id) };
      return Object.keys(cells).length === 0 ? [] : [['UpdateRecord', tableId, rowId, cells]];
    }),
    ...(changes.remove.length > 0 ? ([['BulkRemoveRecord', tableId, changes.remove]] as const) : []),
  ];
  if (actions.length === 0) return;
  try {
    await grist.docApi.applyUserActions(actions, { desc });
  } catch (error) {
    throw toGristError(error);
  }
}

/** Finds what Grist's structure says of a table. Throws `GristError` where the table or its id column is gone. */
export function findMirrorTable(table: MirrorTable, tables: readonly TableChoice[]): TableChoice {
  const choice = tables.find(({ tableId }) => tableId === table.tableId);
  if (!choice || !columnOf(choice, table.columns.id)) {
    throw new GristError('column-gone', `No table ${table.tableId} with a column for the id`);
  }
  return choice;
}
