import { expect, test } from 'vitest';
import { readPages, sectionsOfWidget, sourcesFor } from '../../grist/pages.ts';
import { copySection, followSection, setUpTable } from '../../grist/set-up-table.ts';
import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { documentWithPages } from '../helpers/grist-memory/with-pages.ts';

const tables = {
  Contacts: { Name: { type: 'Text', cells: ['Ada'] }, Id: { type: 'Text', cells: [''] }, Age: { type: 'Int' } },
  Other: { Name: { type: 'Text' } },
};
const ours = { url: 'https://panel.test/?x=1', access: 'full', widgetOptions: { domain: 'crm.example.org' } };

function start(sections: Parameters<typeof documentWithPages>[2], layouts: readonly string[] = []) {
  const document = documentWithPages(tables, ['Page'], sections, layouts);
  const before = document.bundles.length;
  const doc = createMemoryDoc(document);
  return { document, doc, applied: () => document.bundles.slice(before) };
}

test('the sections of the widget are known by its address', async () => {
  const { doc } = start([
    { table: 'Contacts', kind: 'custom', custom: ours },
    { table: 'Contacts', kind: 'custom', custom: { url: null, widgetDef: { url: 'https://panel.test/index.html' } } },
    { table: 'Contacts', kind: 'custom', custom: { url: 'https://other.test/' } },
    { table: 'Contacts' },
  ]);
  const own = sectionsOfWidget(await readPages(doc), 'https://panel.test/?access=full&readonly=false');
  expect(own.map(({ id }) => id)).toEqual([1, 2]);
});

test('a section can follow the grids of its own page and table, one in sight first', async () => {
  const layout = JSON.stringify({ children: [{ leaf: 3 }], collapsed: [{ leaf: 2 }] });
  const { doc } = start(
    [
      { table: 'Contacts', kind: 'custom', custom: ours },
      { table: 'Contacts' },
      { table: 'Contacts', kind: 'single' },
      { table: 'Contacts', view: 0 },
      { table: 'Other' },
      { table: 'Contacts', kind: 'chart' },
    ],
    [layout],
  );
  const pages = await readPages(doc);
  expect(sourcesFor(pages, pages[0] as (typeof pages)[0]).map(({ id }) => id)).toEqual([3, 2]);
});

test('a set-up maps columns and links the section, keeping its other settings', async () => {
  const { doc, document, applied } = start([
    { table: 'Contacts', kind: 'custom', custom: ours },
    { table: 'Contacts' },
  ]);
  const [section, source = null] = await readPages(doc);
  await setUpTable(
    doc,
    {
      ...{ tableId: 'Contacts', idColumn: 'Id', idLabel: 'HighLevel ID', idName: 'ContactId' },
      ...{ columns: { name: 'Name', Others: ['Age'] }, options: { sync: { bindings: [] } } },
      sections: section ? [{ section, source }] : [],
    },
    'set up',
  );
  expect(applied()).toHaveLength(1);
  const [after] = await readPages(doc);
  const { id, colId } = document.fetch('_grist_Tables_column');
  const refOf = (name: string) => id[colId?.indexOf(name) ?? -1];
  expect(after).toMatchObject({
    source: 2,
    custom: {
      ...{ url: ours.url, access: 'full' },
      columnsMapping: { ContactId: refOf('Id'), name: refOf('Name'), Others: [refOf('Age')] },
      widgetOptions: { domain: 'crm.example.org', sync: { bindings: [] } },
    },
  });
});

test('without a column of contact ids a set-up makes one', async () => {
  const { doc, document } = start([{ table: 'Contacts', kind: 'custom', custom: ours }]);
  const [section] = await readPages(doc);
  const setup = {
    ...{ tableId: 'Contacts', idColumn: null, idLabel: 'HighLevel ID', idName: 'ContactId', columns: {}, options: {} },
    sections: section ? [{ section, source: null }] : [],
  };
  expect(await setUpTable(doc, setup, 'set up')).toBe('HighLevel_ID');
  const { id, colId, label } = document.fetch('_grist_Tables_column');
  const at = colId?.indexOf('HighLevel_ID') ?? -1;
  expect(label?.[at]).toBe('HighLevel ID');
  const [after] = await readPages(doc);
  expect(after?.custom?.columnsMapping).toEqual({ ContactId: id[at] });
  expect(after?.source).toBe(0);
});

test('a section follows another from then on', async () => {
  const { doc } = start([{ table: 'Contacts', kind: 'custom', custom: ours }, { table: 'Contacts' }]);
  const [section, source] = await readPages(doc);
  if (!section || !source) throw new Error('no sections');
  await followSection(doc, section, source, 'follow');
  const [after] = await readPages(doc);
  expect(after?.source).toBe(2);
  expect(after?.custom).toMatchObject(ours);
});

test('a section takes over the columns and settings of another, and keeps its own address', async () => {
  const from = { url: 'https://panel.test/a', columnsMapping: { ContactId: 3 }, widgetOptions: { sync: {} } };
  const { doc } = start([
    { table: 'Contacts', kind: 'custom', custom: from },
    { table: 'Contacts', kind: 'custom', custom: ours },
    { table: 'Contacts' },
  ]);
  const [sibling, section, source = null] = await readPages(doc);
  if (!sibling || !section) throw new Error('no sections');
  await copySection(doc, sibling, [{ section, source }], 'set up');
  const [, after] = await readPages(doc);
  expect(after).toMatchObject({ source: 3, custom: { ...from, url: ours.url } });
});
