import { expect, test } from 'vitest';
import { arrive, contacts, createFakeGrist, mapping } from './fake-grist.ts';

const everyRow = {
  Contacts: { ...contacts, HighLevel_ID: { type: 'Text', cells: ['contactA', ' contactB ', '', 'contactA'] } },
};

async function start({ search = '?access=full', chosen = mapping as typeof mapping | { ContactId: null } } = {}) {
  const grist = createFakeGrist({ tables: everyRow });
  const section = grist.open(search);
  grist.map(chosen);
  grist.cursor(3, true);
  await arrive();
  return { grist, section };
}

test('a contact id is written into its mapped column as one described step', async () => {
  const { grist, section } = await start();
  await section.linkRow(3, '', 'contactC', 'link a contact');
  expect(grist.applied).toMatchObject([
    { actions: [['UpdateRecord', 'Contacts', 3, { HighLevel_ID: 'contactC' }]], description: 'link a contact' },
  ]);
});

test('the shown row holds the contact before Grist sends it again', async () => {
  const { section } = await start();
  await section.linkRow(3, '', 'contactC', 'link');
  expect(section.state.value).toMatchObject({ row: { rowId: 3, contactId: 'contactC' } });
});

test('a row that is not shown is linked too, and what is shown stays', async () => {
  const { grist, section } = await start();
  await section.linkRow(2, 'contactB', '', 'clear');
  expect(grist.applied[0]?.actions).toEqual([['UpdateRecord', 'Contacts', 2, { HighLevel_ID: '' }]]);
  expect(section.state.value).toMatchObject({ row: { rowId: 3, contactId: '' } });
});

test.each([
  [1, ''],
  [2, 'contactA'],
  [99, ''],
])('row %i, whose cell is not %j, is never linked', async (rowId, expected) => {
  const { grist, section } = await start();
  await expect(section.linkRow(rowId, expected, 'contactC', 'link')).rejects.toMatchObject({ code: 'row-gone' });
  expect(grist.applied).toEqual([]);
});

test('a person who may only look links nothing', async () => {
  const { grist, section } = await start({ search: '?access=full&readonly=true' });
  await expect(section.linkRow(3, '', 'contactC', 'link')).rejects.toMatchObject({ code: 'read-only' });
  expect(grist.applied).toEqual([]);
});

test('without a mapped column there is nothing to write to', async () => {
  const { section } = await start({ chosen: { ContactId: null } });
  await expect(section.linkRow(3, '', 'contactC', 'link')).rejects.toMatchObject({ code: 'column-gone' });
  await expect(section.linkedRows(['contactA'])).rejects.toMatchObject({ code: 'column-gone' });
});

test('the table is read once for a list and the click on it, and anew after a link', async () => {
  const { grist, section } = await start();
  const reads = () => grist.api.docApi.fetchTable.mock.calls.filter(([tableId]) => tableId === 'Contacts').length;
  await section.linkedRows(['contactA']);
  await section.linkedRows(['contactB']);
  expect(reads()).toBe(1);
  await section.linkRow(3, '', 'contactC', 'link');
  await section.linkedRows(['contactC']);
  expect(reads()).toBe(2);
});

test('the rows that hold a contact are found in the whole table', async () => {
  const { section } = await start();
  const rows = await section.linkedRows(['contactA', 'contactB', 'contactC']);
  expect([...rows]).toEqual([
    ['contactA', [1, 4]],
    ['contactB', [2]],
    ['contactC', []],
  ]);
});
