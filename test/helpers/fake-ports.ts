import type { ContactTable, Refusal } from '../../grist/contact-table.ts';
import type { GristError } from '../../grist/doc.ts';
import type { EntryTable } from '../../grist/entry-table.ts';
import type { EntryKind } from '../../sync/entries.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { Section, WholeDocument } from '../../widget/section/port.ts';

/** The engine's table of contacts over the verbs of a section. */
export const contactTableOf = (
  section: Pick<Section, 'writeRow' | 'linkRow'>,
  whole: Pick<WholeDocument, 'rows'>,
): ContactTable => ({
  tableId: 'Contacts',
  rows: async (where) =>
    (await whole.rows())
      .filter(({ rowId, contactId }) => {
        if (!where) return true;
        return 'rowIds' in where ? where.rowIds.includes(rowId) : where.contactIds.includes(contactId);
      })
      .map(({ rowId, contactId, values }) => ({ rowId, contactId, cells: values })),
  write: async (writes, description) => {
    const refusals: Refusal[] = [];
    for (const { rowId, contactId, cells } of writes) {
      for (const field of Object.keys(cells) as FieldRef[]) {
        await section
          .writeRow(rowId, contactId, { [field]: cells[field] }, description)
          .catch((error: GristError) => refusals.push({ rowId, field, error }));
      }
    }
    return refusals;
  },
  link: (...link) => section.linkRow(...link),
});

/** The engine's table of a kind of entry over the verbs of a section. */
export async function entryTableOf(
  whole: Pick<WholeDocument, 'readMirror' | 'writeMirror'>,
  kind: EntryKind,
): Promise<EntryTable | null> {
  const content = await whole.readMirror(kind);
  return (
    content && {
      kind,
      tableId: `HighLevel_${kind}`,
      read: async () => (await whole.readMirror(kind)) ?? content,
      write: async (changes, description) => {
        for (const change of changes) await whole.writeMirror(kind, change, description);
        return [];
      },
    }
  );
}
