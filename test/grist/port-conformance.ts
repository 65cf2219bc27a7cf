import { expect, test } from 'vitest';
import type { CellValue } from '../../grist/doc.ts';
import { column, type TriedDoc } from './tried-doc.ts';

const types = {
  Name: 'Text',
  Age: 'Int',
  Score: 'Numeric',
  Active: 'Bool',
  Born: 'Date',
  Seen: 'DateTime:Europe/Paris',
  Stage: 'Choice',
  Labels: 'ChoiceList',
  Anything: 'Any',
} as const;

/** Runs what every document does alike, wherever it is: what Grist itself does, measured on Grist 1.7. */
export function portConforms({ doc, apply, makeTable }: TriedDoc): void {
  let shared: string | undefined;
  const allTypes = () => makeTable(Object.entries(types).map(([id, type]) => column(id, type)));
  const code = (action: Promise<unknown>) =>
    action.then(
      () => 'no error',
      (error: { name: string; code: string }) => (error.name === 'GristError' ? error.code : String(error)),
    );

  test('a new table is empty and has its columns', async () => {
    const tableId = await allTypes();
    const data = await doc().fetchTable(tableId);
    expect(data.id).toEqual([]);
    expect(Object.keys(data)).toEqual(expect.arrayContaining([...Object.keys(types), 'manualSort']));
  });

  test('actions return what Grist returns: the ids of new rows, and nothing for changes', async () => {
    const tableId = await allTypes();
    const returned = await apply(
      ['AddRecord', tableId, null, { Name: 'Ada' }],
      ['BulkAddRecord', tableId, [null, null], { Name: ['Bob', 'Cay'] }],
      ['UpdateRecord', tableId, 1, { Name: 'Ada L' }],
      ['BulkUpdateRecord', tableId, [2, 3], { Age: [1, 2] }],
      ['BulkRemoveRecord', tableId, [2]],
    );
    expect(returned).toEqual([1, [2, 3], null, null, null]);
    expect(await doc().fetchTable(tableId)).toMatchObject({ id: [1, 3], Name: ['Ada L', 'Cay'], Age: [0, 2] });
  });

  test('a row that is given no values holds what its types begin with', async () => {
    const tableId = await allTypes();
    await apply(['AddRecord', tableId, null, {}]);
    expect(await doc().fetchTable(tableId)).toMatchObject({
      ...{ Name: [''], Age: [0], Score: [0], Active: [false], Born: [null], Seen: [null] },
      ...{ Stage: [''], Labels: [null], Anything: [null] },
    });
  });

  test.each<[keyof typeof types, CellValue, CellValue]>([
    ['Name', 'Ada', 'Ada'],
    ['Name', 42, '42'],
    ['Name', '2026-01-02', '2026-01-02'],
    ['Name', null, null],
    ['Age', '7', 7],
    ['Age', 7.9, 7],
    ['Age', 'seven', 'seven'],
    ['Age', null, null],
    ['Score', '7.5', 7.5],
    ['Score', '', null],
    ['Active', true, true],
    ['Active', 'yes', true],
    ['Active', 'perhaps', 'perhaps'],
    ['Active', null, false],
    ['Born', 654220800, 654220800],
    ['Born', '1990-09-25', 654220800],
    ['Born', 'soon', 'soon'],
    ['Seen', 1_795_000_000, 1_795_000_000],
    ['Seen', '1990-09-25', 654213600],
    ['Seen', null, null],
    ['Stage', 'new', 'new'],
    ['Labels', ['L', 'a', 'b'], ['L', 'a', 'b']],
    ['Labels', ['L'], null],
    ['Labels', 'a', 'a'],
    ['Anything', '49', '49'],
    ['Anything', 49, 49],
  ])('%s, written as %j, holds %j', async (colId, written, held) => {
    shared ??= await allTypes();
    const tableId = shared;
    const [rowId] = await apply(['AddRecord', tableId, null, { [colId]: written }]);
    const data = await doc().fetchTable(tableId, { id: [rowId as number] });
    expect(data[colId]).toEqual([held]);
  });

  test('references are row ids', async () => {
    const people = await makeTable([column('Name', 'Text')]);
    const visits = await makeTable([column('Person', `Ref:${people}`), column('People', `RefList:${people}`)]);
    await apply(['BulkAddRecord', people, [null, null], { Name: ['Ada', 'Bob'] }]);
    await apply(['BulkAddRecord', visits, [null, null], { Person: [2, 0], People: [['L', 1, 2], null] }]);
    expect(await doc().fetchTable(visits)).toMatchObject({ Person: [2, 0], People: [['L', 1, 2], null] });
  });

  test('rows are picked by what their columns hold', async () => {
    const tableId = await allTypes();
    const cells = { Name: ['Ada', 'Bob', 'Cay', 'ada'], Age: [1, 2, 1, 1] };
    await apply(['BulkAddRecord', tableId, [null, null, null, null], cells]);
    const ids = async (where: Record<string, CellValue[]>) => (await doc().fetchTable(tableId, where)).id;
    expect(await ids({ Name: ['Ada', 'Cay', 'Dot'] })).toEqual([1, 3]);
    expect(await ids({ Age: [1], Name: ['Ada', 'Bob'] })).toEqual([1]);
    expect(await ids({ id: [2, 4, 99] })).toEqual([2, 4]);
    expect(await ids({ Name: [] })).toEqual([]);
    const many = Array.from({ length: 2_000 }, (_, index) => `nobody ${index}`);
    expect(await ids({ Name: [...many, 'Bob'] })).toEqual([2]);
  });

  test('one bundle is all or nothing', async () => {
    const tableId = await allTypes();
    await apply(['AddRecord', tableId, null, { Name: 'Ada' }]);
    const failing = apply(
      ['UpdateRecord', tableId, 1, { Name: 'Bob' }],
      ['AddRecord', tableId, null, { Name: 'Cay' }],
      ['UpdateRecord', tableId, 99, { Name: 'Dot' }],
    );
    expect(await code(failing)).toBe('row-gone');
    expect(await doc().fetchTable(tableId)).toMatchObject({ id: [1], Name: ['Ada'] });
  });

  test('what Grist refuses is named', async () => {
    const tableId = await makeTable([
      column('Name', 'Text'),
      { id: 'Length', type: 'Int', isFormula: true, formula: 'len($Name)' },
    ]);
    await apply(['AddRecord', tableId, null, { Name: 'Ada' }]);
    expect(await code(apply(['UpdateRecord', tableId, 9, { Name: 'x' }]))).toBe('row-gone');
    expect(await code(apply(['UpdateRecord', tableId, 1, { Gone: 'x' }]))).toBe('column-gone');
    expect(await code(apply(['UpdateRecord', tableId, 1, { Length: 5 }]))).toBe('formula');
    expect(await code(apply(['UpdateRecord', 'NoSuchTable', 1, { Name: 'x' }]))).toBe('column-gone');
    expect(await code(doc().fetchTable('NoSuchTable'))).toBe('column-gone');
    expect(await code(doc().fetchTable(tableId, { Gone: ['x'] }))).toBe('column-gone');
  });

  test('removing a row that is gone is no error', async () => {
    const tableId = await allTypes();
    expect(await code(apply(['BulkRemoveRecord', tableId, [5]]))).toBe('no error');
  });

  test("Grist's tables about tables say what columns are", async () => {
    const options = JSON.stringify({ choices: ['new'], choiceOptions: { new: { fillColor: '#FFFFFF' } } });
    const tableId = await makeTable([
      column('Stage', 'Choice', { label: 'The stage', widgetOptions: options }),
      { id: 'Twice', type: 'Text', isFormula: true, formula: '$Stage * 2' },
      { id: 'Blank', type: 'Any', isFormula: true, formula: '' },
    ]);
    const tables = await doc().fetchTable('_grist_Tables', { tableId: [tableId] });
    const columns = await doc().fetchTable('_grist_Tables_column', { parentId: [...tables.id] });
    expect(columns).toMatchObject({
      colId: ['manualSort', 'Stage', 'Twice', 'Blank'],
      label: ['manualSort', 'The stage', 'Twice', 'Blank'],
      type: ['ManualSortPos', 'Choice', 'Text', 'Any'],
      isFormula: [false, false, true, true],
      formula: ['', '', '$Stage * 2', ''],
      widgetOptions: ['', options, '', ''],
    });
    expect(tables.summarySourceTable).toEqual([0]);
  });

  test('a table of a name that is taken gets another', async () => {
    const first = await makeTable([column('Name', 'Text')], 'Taken');
    const second = await makeTable([column('Name', 'Text')], 'Taken');
    expect(second).not.toBe(first);
    expect((await doc().fetchTable(second)).id).toEqual([]);
  });

  test('a column is added, given another type and another name', async () => {
    const tableId = await makeTable([column('Name', 'Text')]);
    await apply(['AddRecord', tableId, null, { Name: '49' }], ['AddColumn', tableId, 'Town', column('Town', 'Text')]);
    await apply(['UpdateRecord', tableId, 1, { Town: 'York' }]);
    await apply(['ModifyColumn', tableId, 'Name', { type: 'Numeric' }], ['RenameColumn', tableId, 'Town', 'City']);
    const data = await doc().fetchTable(tableId);
    expect(data).toMatchObject({ Name: [49], City: ['York'] });
    expect(data.Town).toBeUndefined();
  });

  test('a never-filled column keeps a text that it is given with its type', async () => {
    const tableId = await makeTable([
      column('Name', 'Text'),
      { id: 'Phone', type: 'Any', isFormula: true, formula: '' },
    ]);
    await apply(
      ['ModifyColumn', tableId, 'Phone', { type: 'Text', isFormula: false }],
      ['AddRecord', tableId, null, { Phone: '+15550001' }],
    );
    expect((await doc().fetchTable(tableId)).Phone).toEqual(['+15550001']);
  });

  test('hundreds of rows are added and changed in one call', async () => {
    const tableId = await makeTable([column('Name', 'Text')]);
    const names = Array.from({ length: 1_200 }, (_, index) => `Person ${index}`);
    const [ids] = await apply(['BulkAddRecord', tableId, names.map(() => null), { Name: names }]);
    expect(ids).toEqual(names.map((_, index) => index + 1));
    await apply(['BulkUpdateRecord', tableId, ids, { Name: names.map((text) => `${text}!`) }]);
    const { Name } = await doc().fetchTable(tableId);
    expect(Name).toEqual(names.map((text) => `${text}!`));
  });

  test('calls at the same time all end, in order', async () => {
    const tableId = await makeTable([column('Name', 'Text')]);
    const calls = Array.from({ length: 20 }, (_, index) => apply(['AddRecord', tableId, null, { Name: `${index}` }]));
    await Promise.all(calls);
    const { Name } = await doc().fetchTable(tableId);
    expect(Name).toEqual(calls.map((_, index) => `${index}`));
  });
}
