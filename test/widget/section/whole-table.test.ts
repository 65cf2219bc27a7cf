import { expect, test } from 'vitest';
import { arrive, contacts, createFakeGrist, mapping } from './fake-grist.ts';

async function start(change: object = {}, isStructureClosed = false) {
  const tables = { Contacts: { ...contacts, Name: { ...contacts.Name, ...change } } };
  const grist = createFakeGrist({
    tables,
    rules: { isClosed: (tableId) => isStructureClosed && tableId.startsWith('_grist') },
  });
  const section = grist.open();
  grist.map(mapping);
  grist.cursor(1, true);
  await arrive();
  return { grist, whole: await section.whole() };
}

test('a whole table reads as its rows do one by one', async () => {
  const { whole } = await start();
  expect(await whole.rows()).toMatchObject([
    { rowId: 1, contactId: 'contactAContactAxyz', values: { name: 'Ada', phone: '+1555', dateOfBirth: '1990-09-25' } },
    { rowId: 2, contactId: 'contactBContactBxyz', values: { name: 'Bob', phone: '', dateOfBirth: '', tags: '' } },
    { rowId: 3, contactId: '', values: { name: 'Nobody' } },
  ]);
});

test('where the types are hidden each row is read by itself', async () => {
  const { whole } = await start({}, true);
  expect((await whole.rows())[0]).toMatchObject({ values: { dateOfBirth: '1990-09-25' } });
});

test('a column with a formula is told apart', async () => {
  const { whole } = await start({ formula: '$A + $B' });
  expect((await whole.mappedColumns()).get('name')).toMatchObject({ isFormula: true });
});

test('a column that was never filled can be written', async () => {
  const { whole } = await start({ formula: '' });
  expect((await whole.mappedColumns()).get('name')?.isFormula).toBeUndefined();
});

test('a table that Grist does not give fails with its reason', async () => {
  const { grist, whole } = await start();
  grist.api.docApi.fetchTable.mockRejectedValue(Object.assign(new Error('Blocked'), { code: 'ACL_DENY' }));
  await expect(whole.rows()).rejects.toMatchObject({ name: 'GristError', code: 'access-rule' });
});

test('the rows that the section shows come in its order, with their contacts', async () => {
  const { whole } = await start();
  expect(await whole.inOrder()).toEqual([
    { rowId: 3, contactId: '' },
    { rowId: 2, contactId: 'contactBContactBxyz' },
    { rowId: 1, contactId: 'contactAContactAxyz' },
  ]);
});

test('choices come with the colours of their column', async () => {
  const choiceOptions = {
    Ada: { fillColor: '#FDE9C9', textColor: '#5A3A00' },
    Bob: { fillColor: '#D9F2E2' },
    Cay: { fontBold: true },
    Dot: { fillColor: 'url(https://example.org/a)' },
  };
  const widgetOptions = JSON.stringify({ choices: Object.keys(choiceOptions), choiceOptions });
  const { whole } = await start({ type: 'Choice', widgetOptions });
  expect((await whole.mappedColumns()).get('name')?.looks).toEqual({
    Ada: { fill: '#FDE9C9', text: '#5A3A00' },
    Bob: { fill: '#D9F2E2', text: '#000000' },
  });
});

test('the section gives the engine its table of contacts, by the mapping as it is', async () => {
  const { grist } = await start();
  const section = grist.open();
  grist.map({ ...mapping, phone: null });
  grist.cursor(1, true);
  await arrive();
  const table = await section.contactTable();
  expect((await table.rows({ contactIds: ['contactBContactBxyz'] }))[0]).toMatchObject({
    rowId: 2,
    cells: { name: 'Bob' },
  });
  await table.write([{ rowId: 2, contactId: 'contactBContactBxyz', cells: { name: 'Bobby', phone: '+1' } }], 'write');
  expect(grist.applied.at(-1)?.actions).toEqual([['UpdateRecord', 'Contacts', 2, { Name: 'Bobby' }]]);
});
