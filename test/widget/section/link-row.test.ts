import { expect, test } from 'vitest';
import { arrive, contacts, createFakeGrist, mapping } from './fake-grist.ts';

const everyRow = {
  Contacts: {
    ...contacts,
    HighLevel_ID: { type: 'Text', cells: ['contactAContactAxyz', ' contactBContactBxyz ', '', 'contactAContactAxyz'] },
  },
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
  await section.linkRow(3, '', 'contactCContactCxyz', 'link a contact');
  expect(grist.applied).toMatchObject([
    {
      actions: [['UpdateRecord', 'Contacts', 3, { HighLevel_ID: 'contactCContactCxyz' }]],
      description: 'link a contact',
    },
  ]);
});

test('the shown row holds the contact before Grist sends it again', async () => {
  const { section } = await start();
  await section.linkRow(3, '', 'contactCContactCxyz', 'link');
  expect(section.state.value).toMatchObject({ row: { rowId: 3, contactId: 'contactCContactCxyz' } });
});

test('a row that is not shown is linked too, and what is shown stays', async () => {
  const { grist, section } = await start();
  await section.linkRow(2, 'contactBContactBxyz', '', 'clear');
  expect(grist.applied[0]?.actions).toEqual([['UpdateRecord', 'Contacts', 2, { HighLevel_ID: '' }]]);
  expect(section.state.value).toMatchObject({ row: { rowId: 3, contactId: '' } });
});

test.each([
  [1, ''],
  [2, 'contactAContactAxyz'],
  [99, ''],
])('row %i, whose cell is not %j, is never linked', async (rowId, expected) => {
  const { grist, section } = await start();
  await expect(section.linkRow(rowId, expected, 'contactCContactCxyz', 'link')).rejects.toMatchObject({
    code: 'row-gone',
  });
  expect(grist.applied).toEqual([]);
});

test('a person who may only look links nothing', async () => {
  const { grist, section } = await start({ search: '?access=full&readonly=true' });
  await expect(section.linkRow(3, '', 'contactCContactCxyz', 'link')).rejects.toMatchObject({ code: 'read-only' });
  expect(grist.applied).toEqual([]);
});

test('without a mapped column there is nothing to write to', async () => {
  const { section } = await start({ chosen: { ContactId: null } });
  await expect(section.linkRow(3, '', 'contactCContactCxyz', 'link')).rejects.toMatchObject({ code: 'column-gone' });
  await expect(section.linkedRows(['contactAContactAxyz'])).rejects.toMatchObject({ code: 'column-gone' });
});

test('the table is read once for a list and the click on it, and anew after a link', async () => {
  const { grist, section } = await start();
  const reads = () => grist.api.docApi.fetchTable.mock.calls.filter(([tableId]) => tableId === 'Contacts').length;
  await section.linkedRows(['contactAContactAxyz']);
  await section.linkedRows(['contactBContactBxyz']);
  expect(reads()).toBe(1);
  await section.linkRow(3, '', 'contactCContactCxyz', 'link');
  await section.linkedRows(['contactCContactCxyz']);
  expect(reads()).toBe(2);
});

test('the rows that hold a contact are found in the whole table', async () => {
  const { section } = await start();
  const rows = await section.linkedRows(['contactAContactAxyz', 'contactBContactBxyz', 'contactCContactCxyz']);
  expect([...rows]).toEqual([
    ['contactAContactAxyz', [1, 4]],
    ['contactBContactBxyz', [2]],
    ['contactCContactCxyz', []],
  ]);
});
