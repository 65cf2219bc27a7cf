import { expect, test } from 'vitest';
import { createStructure } from '../../../grist/structure.ts';
import { createSetupVerbs } from '../../../widget/section/setup.ts';
import { createMemoryDoc } from '../../helpers/grist-memory/doc.ts';
import { documentWithPages, type SectionOf } from '../../helpers/grist-memory/with-pages.ts';

const id = 'ocQHyuzHvysMo5N5VsXc';
const url = 'https://panel.test/?access=full';
const ours = { url: 'https://panel.test/', access: 'full' };
const tables = {
  Contacts: { HL: { type: 'Text', cells: [id, ''] }, Name: { type: 'Text', cells: ['Ada', 'Bob'] } },
  People: { HighLevel_ID: { type: 'Text', cells: [id] } },
  Tasks: { Title: { type: 'Text', cells: ['Call'] }, Contact: { type: 'Ref:People', cells: [1] } },
};

function open(tableId: string, sections: readonly SectionOf[]) {
  const document = documentWithPages(tables, ['Page', 'Other page'], sections);
  const doc = createMemoryDoc(document);
  const verbs = createSetupVerbs({ doc, structure: createStructure(doc), tableId: () => tableId, url });
  return { document, verbs };
}

test('ids are found by what the cells hold, whatever the column is called', async () => {
  const { verbs } = open('Contacts', [{ table: 'Contacts', kind: 'custom', custom: ours }, { table: 'Contacts' }]);
  expect(await verbs.look()).toMatchObject({
    ...{ rowCount: 2, idColumn: { colId: 'HL', filled: 1 }, obstacle: null, sibling: null },
    ...{ isFollowing: false, source: { id: 2 } },
  });
});

test('a table of tasks leads to the table of its contacts', async () => {
  const { verbs } = open('Tasks', [{ table: 'Tasks', kind: 'custom', custom: ours }]);
  expect(await verbs.look()).toMatchObject({ obstacle: { kind: 'entries', of: 'People' } });
});

test('another page where the table is set up is taken over, the linking of this page aside', async () => {
  const mapped = { ...ours, columnsMapping: { ContactId: 2 }, widgetOptions: { domain: 'crm.example.org' } };
  const { document, verbs } = open('Contacts', [
    { table: 'Contacts', kind: 'custom', view: 2, custom: mapped, source: 9 },
    { table: 'Contacts', kind: 'custom', custom: ours },
    { table: 'Contacts' },
  ]);
  expect(await verbs.look()).toMatchObject({ sibling: { pageName: 'Other page' }, source: { id: 3 } });
  await verbs.copySibling('set up');
  const { linkSrcSectionRef, options } = document.fetch('_grist_Views_section');
  expect(linkSrcSectionRef).toEqual([9, 3, 0]);
  expect(JSON.parse(JSON.parse(String(options?.[1])).customView)).toMatchObject(mapped);
});

test('a mapped column that was removed does not count as set up', async () => {
  const custom = { ...ours, columnsMapping: { ContactId: 99 } };
  const { verbs } = open('Contacts', [{ table: 'Contacts', kind: 'custom', custom }]);
  expect(await verbs.look()).toMatchObject({ sibling: null, isFollowing: false });
});

test('columns are mapped by the panel’s names, and what Grist would not take for one goes among the others', async () => {
  const { document, verbs } = open('Contacts', [{ table: 'Contacts', kind: 'custom', custom: ours }]);
  document.apply([['AddColumn', 'Contacts', 'Born', { type: 'DateTime:UTC', isFormula: false }]]);
  const columns = [
    { colId: 'Name', field: 'name' as const },
    { colId: 'Born', field: 'dateOfBirth' as const },
  ];
  await verbs.useTable({ columns, options: {} }, 'HighLevel ID', 'set up');
  const { options } = document.fetch('_grist_Views_section');
  const { columnsMapping } = JSON.parse(JSON.parse(String(options?.[0])).customView);
  const { id: refs, colId } = document.fetch('_grist_Tables_column');
  const refOf = (name: string) => refs[colId?.indexOf(name) ?? -1];
  expect(columnsMapping).toEqual({ ContactId: refOf('HL'), name: refOf('Name'), Others: [refOf('Born')] });
});
