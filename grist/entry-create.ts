import { type EntryKind, entryColumns } from '../sync/entries.ts';
import { readColumnRefs } from './column-refs.ts';
import type { GristDoc } from './doc.ts';
import type { EntryColumns } from './entry-table.ts';
import type { Structure } from './structure.ts';

const tableIds: Readonly<Record<EntryKind, string>> = {
  task: 'HighLevel_Tasks',
  note: 'HighLevel_Notes',
  appointment: 'HighLevel_Appointments',
};

const colIds: Readonly<Record<string, string>> = { body: 'Text', notes: 'Notes', added: 'Added', id: 'HighLevel_ID' };
const colIdOf = (key: string) => colIds[key] ?? key.charAt(0).toUpperCase() + key.slice(1);

const types = { text: 'Text', name: 'Text', time: 'DateTime', flag: 'Bool' } as const;

interface CreateOptions {
  structure: Structure;
  /** The table whose rows are contacts. */
  contactsTable: string;
  /** Its column that says who a contact is, if one is known. */
  nameColumn: string | null;
  /** The document's IANA zone. */
  timeZone: string;
}

/** Makes a table for a kind of entry, linked to the contacts, and shows the contacts by name there. Throws `GristError`. */
export async function createEntryTableIn(
  doc: GristDoc,
  kind: EntryKind,
  { structure, contactsTable, nameColumn, timeZone }: CreateOptions,
  description: string,
): Promise<EntryColumns> {
  const own = entryColumns[kind].map(({ key, value }) => ({
    id: colIdOf(key),
    type: value === 'time' ? `DateTime:${timeZone}` : types[value],
    isFormula: false,
  }));
  const columns = [
    ...own,
    { id: 'Contact', type: `Ref:${contactsTable}`, isFormula: false },
    { id: colIdOf('id'), type: 'Text', isFormula: false },
  ];
  const [made] = (await doc.apply([['AddTable', tableIds[kind], columns]], description)) as { table_id?: string }[];
  // Where there was a table of that name Grist gives the new one another.
  const tableId = made?.table_id ?? tableIds[kind];
  structure.forget();
  if (nameColumn !== null) await showByName(doc, { tableId, contactsTable, nameColumn }, description).catch(() => {});
  const keys = [...entryColumns[kind].map(({ key }) => key), 'contact', 'id'];
  return { tableId, columns: Object.fromEntries(keys.map((key) => [key, colIdOf(key)])) };
}

/** A reference shows the row's number until a column is set for it to show. */
async function showByName(
  doc: GristDoc,
  { tableId, contactsTable, nameColumn }: { tableId: string; contactsTable: string; nameColumn: string },
  description: string,
): Promise<void> {
  const refOf = await readColumnRefs(doc);
  const [contact, name] = [refOf(tableId, 'Contact'), refOf(contactsTable, nameColumn)];
  if (contact === undefined || name === undefined) return;
  await doc.apply(
    [
      ['UpdateRecord', '_grist_Tables_column', contact, { visibleCol: name }],
      ['SetDisplayFormula', tableId, null, contact, `$Contact.${nameColumn}`],
    ],
    description,
  );
}
