import { expect, test } from 'vitest';
import { makeTemplate } from '../../grist/make-template.ts';
import { readPages } from '../../grist/pages.ts';
import type { Template } from '../../grist/template.ts';
import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { documentWithPages } from '../helpers/grist-memory/with-pages.ts';

const template: Template = {
  tables: [
    {
      id: 'Contacts',
      columns: [
        { id: 'Name', label: 'Name', type: 'Text', width: 180 },
        { id: 'HighLevel_ID', label: 'HighLevel ID', type: 'Text' },
      ],
    },
    { id: 'Tasks', columns: [{ id: 'Contact', label: 'Contact', type: 'Ref:Contacts', shows: 'Name' }] },
    { id: 'Stages', columns: [{ id: 'Stage', label: 'Stage', type: 'Text' }] },
  ],
  pages: [
    {
      name: 'My contacts',
      table: 'Contacts',
      sort: '-Name',
      panel: {
        table: 'Contacts',
        title: 'HighLevel',
        columns: { ContactId: 'HighLevel_ID', name: 'Name' },
        optionsFor: (ids) => ({ mirrors: { task: { tableId: ids.Tasks } } }),
      },
    },
    { name: 'My tasks', table: 'Tasks', panel: { table: 'Contacts', by: 'Contact', title: 'HighLevel', columns: {} } },
  ],
};

const widget = { url: 'https://panel.test/', widgetOptions: { left: 'behind' } };

test('a template becomes tables, pages and panels that follow the grids beside them', async () => {
  const document = documentWithPages({}, [], []);
  const doc = createMemoryDoc(document);
  await makeTemplate(doc, template, widget, 'set up');
  const pages = await readPages(doc);
  const grid = pages.find(({ kind, tableId }) => kind === 'record' && tableId === 'Contacts');
  const panel = pages.find(({ kind, pageName }) => kind === 'custom' && pageName === 'My contacts');
  expect(panel).toMatchObject({ tableId: 'Contacts', source: grid?.id, title: 'HighLevel', sourceColumn: 0 });
  const columns = document.fetch('_grist_Tables_column');
  const refOf = (colId: string) => columns.id[columns.colId?.indexOf(colId) ?? -1];
  expect(panel?.custom).toMatchObject({
    url: 'https://panel.test/',
    columnsMapping: { ContactId: refOf('HighLevel_ID'), name: refOf('Name') },
    widgetOptions: { mirrors: { task: { tableId: 'Tasks' } } },
  });
  const followsTasks = pages.find(({ kind, pageName }) => kind === 'custom' && pageName === 'My tasks');
  expect(followsTasks).toMatchObject({ tableId: 'Contacts', sourceColumn: refOf('Contact') });
  expect(document.fetch('_grist_Views_section').sortColRefs?.[0]).toBe(JSON.stringify([-(refOf('Name') ?? 0)]));
  expect(document.fetch('_grist_Views_section_field').width).toContain(180);
  // Of a table that no page shows there is no page.
  expect(document.fetch('_grist_Views').name).toEqual(['My contacts', 'My tasks']);
});

test('a name that the document has is left alone, and references go to the new table', async () => {
  const document = documentWithPages({ contacts: { Name: { type: 'Text', cells: ['Ada'] } } }, [], []);
  await makeTemplate(createMemoryDoc(document), template, widget, 'set up');
  expect(document.fetch('_grist_Tables').tableId).toEqual(['contacts', 'Contacts2', 'Tasks', 'Stages']);
  const { colId, type } = document.fetch('_grist_Tables_column');
  expect(type?.[colId?.indexOf('Contact') ?? -1]).toBe('Ref:Contacts2');
  expect(document.fetch('contacts').Name).toEqual(['Ada']);
});

test('tables that could not be wired are removed', async () => {
  const document = documentWithPages({}, [], []);
  const doc = createMemoryDoc(document);
  const refusing: typeof doc = {
    ...doc,
    applyBoth: (first, second, description) =>
      doc.applyBoth(
        first,
        async (returned) => [...(await second(returned)), ['RemoveRecord', 'Nowhere', 1]],
        description,
      ),
  };
  await expect(makeTemplate(refusing, template, widget, 'set up')).rejects.toThrow('Nowhere');
  expect(document.fetch('_grist_Tables').tableId).toEqual([]);
});
