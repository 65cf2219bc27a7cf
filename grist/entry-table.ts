import { type EntryKind, type EntryRow, type EntryValues, entryColumns } from '../sync/entries.ts';
import { kindOf, readText } from './cells.ts';
import { type CellValue, type GristDoc, GristError, type TableData, type UserAction } from './doc.ts';
import { holdsDayOnly, holdsWhole, readEntryCell, writeEntryCell } from './entry-cells.ts';
import { refusalOf } from './errors.ts';
import { createStructure, type Structure, type TableColumn } from './structure.ts';
import { addActions, concernsAll, typeActions, updateActions } from './write-cells.ts';

/** A row of an entry table. `contact` is a row of the contacts' table, or a contact's id; `null` when it names none. */
export interface LinkedEntryRow extends EntryRow {
  contact: number | string | null;
}

/** What an entry table holds. */
export interface EntryContent {
  rows: readonly LinkedEntryRow[];
  /** Columns that can hold all that HighLevel would take. */
  sendable: ReadonlySet<string>;
  /** Columns that hold the day of a time. */
  days: ReadonlySet<string>;
  /**
   * Rows whose id cannot be read, as an access rule hides it. They are not among `rows`: each may stand for an entry that had a
   * row before, so while there are some, such an entry must not be given another.
   */
  unreadable: readonly number[];
}

/** What becomes of the rows of one contact. */
export interface EntryChanges {
  contact: { rowId: number; contactId: string };
  add: readonly { id: string; values: EntryValues }[];
  /** With `id` the row is given the id of its entry. */
  update: readonly { rowId: number; values: EntryValues; id?: string }[];
  remove: readonly number[];
}

/** Grist did not take the changes of a contact; none of them was made. */
export interface EntryRefusal {
  contactId: string;
  error: GristError;
}

/** A table whose rows are tasks, notes or appointments. */
export interface EntryTable {
  readonly kind: EntryKind;
  readonly tableId: string;
  /** colIds by what the columns hold. */
  readonly columns: EntryColumns['columns'];
  /** All rows as they are now; `fresh`: by the columns as they are now, too. Throws `GristError`. */
  read(how?: { fresh: boolean }): Promise<EntryContent>;
  /**
   * Writes changes of many contacts, as one undo step where Grist takes all of them. Changes of one contact that Grist refuses
   * keep no other contact from theirs. Rejects with `GristError` only where nothing could be tried.
   */
  write(changes: readonly EntryChanges[], description: string): Promise<readonly EntryRefusal[]>;
}

/** Where a document keeps a kind of entry. */
export interface EntryColumns {
  tableId: string;
  /** colIds by the keys of `sync/entries.ts`, and by `id` and `contact`. */
  columns: Readonly<Record<string, string>>;
}

export interface EntryTableOptions extends EntryColumns {
  kind: EntryKind;
  /** One that is shared with others; else the table reads its own. Types are read again when a call fails, and by `forget`. */
  structure?: Structure;
}

/** A reference names a row; text is the contact's id. */
function contactIn(cell: CellValue | undefined): number | string | null {
  if (typeof cell === 'number') return cell || null;
  return readText(cell)?.trim() || null;
}

/** Opens a table of entries. */
export function createEntryTable(doc: GristDoc, options: EntryTableOptions): EntryTable {
  const { kind, tableId, columns: colIds, structure = createStructure(doc) } = options;
  const idColumn = colIds.id ?? '';
  const contactColumn = colIds.contact ?? '';

  /** The columns that the table has. Throws where the table or its id column is gone. */
  async function present() {
    const known = await structure.columnsOf(tableId);
    if (!known?.has(idColumn)) throw new GristError('column-gone', `No table ${tableId} with a column for the id`);
    const columns = entryColumns[kind].flatMap((column) => {
      const found = known.get(colIds[column.key] ?? '');
      return found ? [{ ...column, colId: found.colId, type: found.type, isFormula: found.isFormula === true }] : [];
    });
    return { known, columns };
  }

  /** What failed for a column may work when the columns are known as they are by then. */
  const orForget = (error: unknown): never => {
    structure.forget();
    throw error;
  };

  async function read(how = { fresh: false }): Promise<EntryContent> {
    if (how.fresh) structure.forget();
    const [{ columns }, data] = await Promise.all([present(), doc.fetchTable(tableId)]);
    const ids = data[idColumn];
    // Renamed since the structure was read: without their ids all rows would look like new ones.
    if (!ids) throw new GristError('column-gone', `No column ${idColumn} for the id`);
    const unreadable = data.id.filter((_, index) => readText(ids[index]) === undefined);
    const hidden = new Set(unreadable);
    return {
      rows: rowsIn(data, columns).filter(({ rowId }) => !hidden.has(rowId)),
      unreadable,
      sendable: new Set(
        columns
          .filter(({ value, type, writable, isFormula }) => writable && !isFormula && holdsWhole(value, type))
          .map(({ key }) => key),
      ),
      days: new Set(columns.filter(({ value, type }) => holdsDayOnly(value, type)).map(({ key }) => key)),
    };
  }

  function rowsIn(data: TableData, columns: Awaited<ReturnType<typeof present>>['columns']): LinkedEntryRow[] {
    return data.id.map((rowId, index) => {
      const values = columns.flatMap(({ key, colId, value, type }) => {
        const text = readEntryCell(data[colId]?.[index], value, type);
        return text === undefined ? [] : [[key, text]];
      });
      return {
        rowId,
        id: readText(data[idColumn]?.[index])?.trim() ?? '',
        values: Object.fromEntries(values),
        contact: contactIn(data[contactColumn]?.[index]),
      };
    });
  }

  /** Grist's actions for changes of some contacts. */
  async function actionsFor(changes: readonly EntryChanges[]): Promise<UserAction[]> {
    const { known, columns } = await present();
    const writable = columns.filter(({ isFormula }) => !isFormula);
    const encode = (values: EntryValues, id: string | undefined): Record<string, CellValue> => ({
      ...Object.fromEntries(
        writable.flatMap(({ key, colId, value, type }) =>
          values[key] === undefined ? [] : [[colId, writeEntryCell(values[key], value, type)]],
        ),
      ),
      ...(id !== undefined && { [idColumn]: id }),
    });
    const link = linkTo(known.get(contactColumn));
    const remove = changes.flatMap((change) => change.remove);
    const added = changes.flatMap(({ contact, add }) =>
      add.map(({ id, values }) => ({ ...encode(values, id), ...link(contact) })),
    );
    const updated = changes.flatMap(({ update }) =>
      update.map(({ rowId, values, id }) => [rowId, encode(values, id)] as const),
    );
    return [
      ...typeActions(tableId, blankIn(known, columns), [...added, ...updated.map(([, cells]) => cells)]),
      ...addActions(tableId, added),
      ...updateActions(tableId, updated),
      ...(remove.length > 0 ? ([['BulkRemoveRecord', tableId, remove]] as const) : []),
    ];
  }

  /** Grist's guess is right for a time; what else was never filled gets the type of what it will hold. */
  function blankIn(known: ReadonlyMap<string, TableColumn>, columns: Awaited<ReturnType<typeof present>>['columns']) {
    const values = new Map(columns.map(({ colId, value }) => [colId, value]));
    const blank = [...known.values()].filter(({ colId, isBlank }) => isBlank && values.get(colId) !== 'time');
    return new Map(blank.map(({ colId }) => [colId, values.get(colId) === 'flag' ? 'Bool' : 'Text']));
  }

  /** The cell that links a row to its contact: a reference to the row, or the contact's id. */
  function linkTo(column: TableColumn | undefined) {
    return ({ rowId, contactId }: EntryChanges['contact']): Record<string, CellValue> =>
      contactColumn === '' ? {} : { [contactColumn]: kindOf(column?.type ?? '') === 'Ref' ? rowId : contactId };
  }

  async function write(changes: readonly EntryChanges[], description: string): Promise<readonly EntryRefusal[]> {
    const refusals: EntryRefusal[] = [];
    const queue = [changes];
    for (const part of queue) {
      const actions = await actionsFor(part);
      if (actions.length === 0) continue;
      const failure = await refusalOf(doc.apply(actions, description));
      if (actions.some(([action]) => action === 'ModifyColumn')) structure.forget();
      if (failure === null) continue;
      if (concernsAll.has(failure.code)) {
        if (queue.length === 1) throw failure;
        const left = queue.slice(queue.indexOf(part)).flat();
        return [...refusals, ...left.map(({ contact }) => ({ contactId: contact.contactId, error: failure }))];
      }
      const [first] = part;
      if (part.length > 1) queue.push(part.slice(0, part.length / 2), part.slice(part.length / 2));
      else if (first) refusals.push({ contactId: first.contact.contactId, error: failure });
    }
    return refusals;
  }

  return {
    kind,
    tableId,
    columns: colIds,
    read: (how) => read(how).catch(orForget),
    write: (changes, description) => write(changes, description).catch(orForget),
  };
}
