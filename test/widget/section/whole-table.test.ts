import { expect, test } from 'vitest';
import { arrive, contacts, createFakeGrist, mapping } from './fake-grist.ts';

/** Grist sends a whole table by column, days as bare seconds. */
async function start(change: { blankFormula?: boolean } = {}) {
  const columns = contacts();
  const whole = Object.fromEntries(
    Object.entries(columns).map(([colId, { cells }]) => [colId, [1, 2, 3].map((rowId) => cells[rowId] ?? null)]),
  );
  const tables = { Contacts: { id: [1, 2, 3], ...whole, Birthday: [654220800, null, null] } };
  const grist = createFakeGrist({ columns, tables });
  const structure = await grist.api.docApi.fetchTable('_grist_Tables_column');
  const isName = (structure.colId ?? []).map((colId) => colId === 'Name');
  const formulas = { isFormula: isName, formula: isName.map((yes) => (yes && !change.blankFormula ? '$A + $B' : '')) };
  Object.assign(tables, { _grist_Tables_column: { ...structure, ...formulas } });
  const section = grist.open();
  grist.map(mapping);
  grist.cursor(1, true);
  await arrive();
  return { grist, whole: await section.whole() };
}

test('a whole table reads as its rows do one by one', async () => {
  const { whole } = await start();
  expect(await whole.rows()).toMatchObject([
    { rowId: 1, contactId: 'contactA', values: { name: 'Ada', phone: '+1555', dateOfBirth: '1990-09-25' } },
    { rowId: 2, contactId: 'contactB', values: { name: 'Bob', phone: '', dateOfBirth: '' } },
    { rowId: 3, contactId: '', values: { name: 'Nobody' } },
  ]);
});

test('where the types are hidden each row is read by itself', async () => {
  const { grist, whole } = await start();
  const answer = grist.api.docApi.fetchTable.getMockImplementation()!;
  grist.api.docApi.fetchTable.mockImplementation(async (tableId) => {
    if (tableId.startsWith('_grist')) throw new Error('Blocked by access rules');
    return answer(tableId);
  });
  await whole.computed();
  expect((await whole.rows())[0]).toMatchObject({ values: { dateOfBirth: '1990-09-25' } });
});

test('a column with a formula is told apart', async () => {
  const { whole } = await start();
  expect(await whole.computed()).toEqual(new Set(['name']));
});

test('a column that was never filled can be written', async () => {
  const { whole } = await start({ blankFormula: true });
  expect(await whole.computed()).toEqual(new Set());
});

test('a table that Grist does not give is told by its reason', async () => {
  const { grist, whole } = await start();
  grist.api.docApi.fetchTable.mockRejectedValue(Object.assign(new Error('Blocked'), { code: 'ACL_DENY' }));
  await expect(whole.rows()).rejects.toMatchObject({ name: 'GristError', code: 'access-rule' });
});

test('the rows that the section shows come in its order, with their contacts', async () => {
  const { whole } = await start();
  expect(await whole.inOrder()).toEqual([
    { rowId: 3, contactId: '' },
    { rowId: 2, contactId: 'contactB' },
    { rowId: 1, contactId: 'contactA' },
  ]);
});

test('choices come with the colours of their column', async () => {
  const { grist, whole } = await start();
  const answer = grist.api.docApi.fetchTable.getMockImplementation()!;
  const choiceOptions = {
    Ada: { fillColor: '#FDE9C9', textColor: '#5A3A00' },
    Bob: { fillColor: '#D9F2E2' },
    Cay: { fontBold: true },
    Dot: { fillColor: 'url(https://example.org/a)' },
  };
  const options = JSON.stringify({ choices: Object.keys(choiceOptions), choiceOptions });
  grist.api.docApi.fetchTable.mockImplementation(async (tableId) => {
    const table = await answer(tableId);
    if (tableId !== '_grist_Tables_column') return table;
    return { ...table, widgetOptions: (table.colId ?? []).map((colId) => (colId === 'Name' ? options : '')) };
  });
  await whole.computed();
  expect(await whole.choiceLooks()).toEqual(
    new Map([['name', { Ada: { fill: '#FDE9C9', text: '#5A3A00' }, Bob: { fill: '#D9F2E2', text: '#000000' } }]]),
  );
});
