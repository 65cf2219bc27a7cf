import { expect, test } from 'vitest';
import { arrive, createFakeGrist, mapping } from './fake-grist.ts';

const columns = { id: 'HighLevel_ID', title: 'Title' };

async function start(search = '?access=full') {
  const tables = { Todo: { HighLevel_ID: { type: 'Text', cells: ['t1'] }, Title: { type: 'Text', cells: ['Call'] } } };
  const grist = createFakeGrist({ tables });
  const section = grist.open(search);
  grist.settings('full', null, { mirrors: { task: { tableId: 'Todo', columns } } });
  grist.map(mapping);
  grist.cursor(1, true);
  await arrive();
  return { grist, section, whole: await section.whole() };
}

test('the table that the settings name is read, and one that they do not name is none', async () => {
  const { section } = await start();
  const table = await section.entryTable('task');
  expect(table?.tableId).toBe('Todo');
  expect((await table?.read())?.rows).toMatchObject([{ id: 't1', values: { title: 'Call' } }]);
  await expect(section.entryTable('note')).resolves.toBeNull();
});

test('read again, a column has the type that it has by then', async () => {
  const { grist, section } = await start();
  await (await section.entryTable('task'))?.read();
  grist.document.apply([['ModifyColumn', 'Todo', 'Title', { type: 'Numeric' }]]);
  expect((await (await section.entryTable('task'))?.read({ fresh: true }))?.sendable.has('title')).toBe(false);
});

test('a table is made beside the contacts, and links to them by name', async () => {
  const { grist, whole } = await start();
  const made = await whole.createEntryTable('note', 'make a table');
  expect(made).toMatchObject({ tableId: 'HighLevel_Notes', columns: { contact: 'Contact', id: 'HighLevel_ID' } });
  expect(grist.document.bundles.map(({ description }) => description)).toContain('make a table');
  const { colId, type, visibleCol, id } = grist.document.fetch('_grist_Tables_column');
  const contact = type?.indexOf('Ref:Contacts') ?? -1;
  expect(visibleCol?.[contact]).toBe(id[colId?.indexOf('Name') ?? -1]);
});

test('a person who may only look writes no entries, makes no table and copies no log', async () => {
  const { grist, section, whole } = await start('?access=full&readonly=true');
  const update = [{ rowId: 1, values: { title: 'x' } }];
  const changes = { contact: { rowId: 1, contactId: 'contactAContactAxyz' }, add: [], update, remove: [] };
  const refused = { name: 'GristError', code: 'read-only' };
  const table = await section.entryTable('task');
  await expect(table?.write([changes], 'write')).rejects.toMatchObject(refused);
  await expect(whole.createEntryTable('note', 'make a table')).rejects.toMatchObject(refused);
  await expect(whole.activityTable()).rejects.toMatchObject(refused);
  expect(grist.applied).toEqual([]);
});
