import { type MirrorKind, mirrorColumns } from '../../sync/mirror.ts';
import type { GristApi } from './api.ts';
import { toGristError } from './errors.ts';
import type { MirrorTable } from './port.ts';
import type { Structure } from './structure.ts';

const tableIds: Readonly<Record<MirrorKind, string>> = {
  task: 'HighLevel_Tasks',
  note: 'HighLevel_Notes',
  appointment: 'HighLevel_Appointments',
};

const colIds: Readonly<Record<string, string>> = { body: 'Text', notes: 'Notes', added: 'Added', id: 'HighLevel_ID' };
const colIdOf = (key: string) => colIds[key] ?? key.charAt(0).toUpperCase() + key.slice(1);

const types = { text: 'Text', name: 'Text', time: 'DateTime', flag: 'Bool' } as const;

interface CreateOptions {
  grist: GristApi;
  structure: Structure;
  /** The table that the panel is linked to. */
  contactsTable: string;
  /** Its column that says who a contact is, if one is known. */
  nameColumn: string | null;
  /** The document's IANA zone. */
  timeZone: string;
}

/** Makes a table for a kind of entry, linked to the contacts, and shows the contacts by name there. Throws `GristError`. */
export async function createMirrorTable(
  kind: MirrorKind,
  { grist, structure, contactsTable, nameColumn, timeZone }: CreateOptions,
  desc: string,
): Promise<MirrorTable> {
  const own = mirrorColumns[kind].map(({ key, value }) => ({
    id: colIdOf(key),
    type: value === 'time' ? `DateTime:${timeZone}` : types[value],
    isFormula: false,
  }));
  const columns = [
    ...own,
    { id: 'Contact', type: `Ref:${contactsTable}`, isFormula: false },
    { id: colIdOf('id'), type: 'Text', isFormula: false },
  ];
  try {
    const answer = (await grist.docApi.applyUserActions([['AddTable', tableIds[kind], columns]], { desc })) as {
      retValues?: readonly { table_id?: string }[];
    };
    // Where there was a table of that name Grist gives the new one another.
    const tableId = answer.retValues?.[0]?.table_id ?? tableIds[kind];
    structure.forget();
    if (nameColumn !== null) await showByName(grist, { tableId, contactsTable, nameColumn }, desc).catch(() => {});
    const keys = [...mirrorColumns[kind].map(({ key }) => key), 'contact', 'id'];
    return { tableId, columns: Object.fromEntries(keys.map((key) => [key, colIdOf(key)])) };
  } catch (error) {
    throw toGristError(error);
  }
}

/** A reference shows the row's number until it is told which column to show. */
async function showByName(
  grist: GristApi,
  { tableId, contactsTable, nameColumn }: { tableId: string; contactsTable: string; nameColumn: string },
  desc: string,
): Promise<void> {
  const [tables, columns] = await Promise.all([
    grist.docApi.fetchTable('_grist_Tables'),
    grist.docApi.fetchTable('_grist_Tables_column'),
  ]);
  const refOf = (table: string, colId: string) => {
    const tableRef = tables.id?.[tables.tableId?.indexOf(table) ?? -1];
    const at = (columns.id ?? []).findIndex(
      (_, index) => columns.parentId?.[index] === tableRef && columns.colId?.[index] === colId,
    );
    return columns.id?.[at];
  };
  const [contact, name] = [refOf(tableId, 'Contact'), refOf(contactsTable, nameColumn)];
  if (contact === undefined || name === undefined) return;
  await grist.docApi.applyUserActions(
    [
      ['UpdateRecord', '_grist_Tables_column', contact, { visibleCol: name }],
      ['SetDisplayFormula', tableId, null, contact, `$Contact.${nameColumn}`],
    ],
    { desc },
  );
}
