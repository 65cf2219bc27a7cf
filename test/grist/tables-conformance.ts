import { expect, test } from 'vitest';
import { createContactTable } from '../../grist/contact-table.ts';
import { createEntryTableIn } from '../../grist/entry-create.ts';
import { guessEntryColumns } from '../../grist/entry-guess.ts';
import { createEntryTable, type EntryChanges } from '../../grist/entry-table.ts';
import { openActivityTable } from '../../grist/log-table.ts';
import { createStructure } from '../../grist/structure.ts';
import { guessTasksTable, tickRows } from '../../grist/tasks-table.ts';
import type { FieldRef } from '../../sync/refs.ts';
import { column, type TriedDoc } from './tried-doc.ts';

const columns = {
  ...{ name: 'Text', phone: 'Any', city: 'Choice', dateOfBirth: 'Date', tags: 'ChoiceList', source: 'Text' },
  ...{ 'custom:visit': 'DateTime:America/New_York', 'custom:score': 'Numeric', 'custom:member': 'Bool' },
} as const;
const colIdOf = (field: string) => field.replace('custom:', 'custom_');
const bound = new Map(Object.keys(columns).map((field) => [field as FieldRef, colIdOf(field)]));

/** Runs what the tables above the port do alike with every document. */
export function tablesConform({ doc, apply, makeTable }: TriedDoc): void {
  /** Two linked rows, the second with blanks around its id, and one that is free. `source` is computed, `phone` was never filled. */
  async function contacts() {
    const tableId = await makeTable([
      column('HighLevel_ID', 'Text'),
      ...Object.entries(columns).map(([field, type]) => ({
        ...{ id: colIdOf(field), type, isFormula: field === 'source' || field === 'phone' },
        formula: field === 'source' ? '"referral"' : '',
      })),
    ]);
    const ids = ['contactAContactAxyz', ' contactBContactBxyz\n', ''];
    await apply(['BulkAddRecord', tableId, [null, null, null], { HighLevel_ID: ids, name: ['Ada', 'Bob', 'Free'] }]);
    const table = createContactTable(doc(), { tableId, contactIdColumn: 'HighLevel_ID', bound });
    return { tableId, table, row: async (rowId: number) => (await table.rows({ rowIds: [rowId] }))[0] };
  }

  test('rows are read with their contact, all or some of them', async () => {
    const { table } = await contacts();
    const rowsOf = async (...where: Parameters<typeof table.rows>) =>
      (await table.rows(...where)).map(({ rowId, contactId, cells }) => [rowId, contactId, cells.name]);
    const [ada, bob, free] = [
      [1, 'contactAContactAxyz', 'Ada'],
      [2, 'contactBContactBxyz', 'Bob'],
      [3, '', 'Free'],
    ];
    expect(await rowsOf()).toEqual([ada, bob, free]);
    expect(await rowsOf({ rowIds: [3, 1, 99] })).toEqual([ada, free]);
    expect(await rowsOf({ contactIds: ['contactBContactBxyz', 'contactZ'] })).toEqual([bob]);
  });

  test('cells of every type read as they were written', async () => {
    const { table, row } = await contacts();
    const cells = {
      ...{ name: 'Ada Lovelace', city: 'York', dateOfBirth: '1815-12-10', tags: 'vip\nlead, hot' },
      ...{ 'custom:visit': '2026-11-01', 'custom:score': '7.5', 'custom:member': 'true' },
    };
    expect(await table.write([{ rowId: 1, contactId: 'contactAContactAxyz', cells }], 'write')).toEqual([]);
    expect((await row(1))?.cells).toMatchObject(cells);
    const emptied = Object.fromEntries(Object.keys(cells).map((field) => [field, '']));
    expect(await table.write([{ rowId: 1, contactId: 'contactAContactAxyz', cells: emptied }], 'empty')).toEqual([]);
    expect((await row(1))?.cells).toMatchObject({ ...emptied, 'custom:member': 'false' });
  });

  test('text for a column that was never filled is kept as it is', async () => {
    const { table, row } = await contacts();
    const phones = [
      { rowId: 1, contactId: 'contactAContactAxyz', cells: { phone: '+15550001', name: 'Ada' } },
      { rowId: 2, contactId: 'contactBContactBxyz', cells: { phone: '0049301234' } },
    ];
    expect(await table.write(phones, 'write phones')).toEqual([]);
    expect((await row(1))?.cells.phone).toBe('+15550001');
    expect((await row(2))?.cells.phone).toBe('0049301234');
  });

  test('a computed column keeps no other from its value', async () => {
    const { table, row } = await contacts();
    const writes = [
      { rowId: 1, contactId: 'contactAContactAxyz', cells: { name: 'Ada L', source: 'me', city: 'York' } },
      { rowId: 2, contactId: 'contactBContactBxyz', cells: { source: 'me' } },
    ];
    const refusals = await table.write(writes, 'write');
    expect(refusals.map(({ rowId, field, error }) => [rowId, field, error.code])).toEqual([
      [1, 'source', 'formula'],
      [2, 'source', 'formula'],
    ]);
    expect((await row(1))?.cells).toMatchObject({ name: 'Ada L', city: 'York' });
  });

  test('a row that holds another contact by now is left alone', async () => {
    const { tableId, table, row } = await contacts();
    await apply(['UpdateRecord', tableId, 1, { HighLevel_ID: 'contactCContactCxyz' }]);
    const writes = [
      { rowId: 1, contactId: 'contactAContactAxyz', cells: { name: 'Wrong' } },
      { rowId: 2, contactId: 'contactBContactBxyz', cells: { name: 'Right' } },
      { rowId: 99, contactId: 'contactDContactDxyz', cells: { name: 'Nowhere', city: 'Nowhere' } },
    ];
    const refusals = await table.write(writes, 'write');
    expect(refusals.map(({ rowId, field, error }) => [rowId, field, error.code])).toEqual([
      [1, 'name', 'row-gone'],
      [99, 'name', 'row-gone'],
      [99, 'city', 'row-gone'],
    ]);
    expect((await row(1))?.cells.name).toBe('Ada');
    expect((await row(2))?.cells.name).toBe('Right');
  });

  test('a cell that holds another text by now stays as it is', async () => {
    const { tableId, table, row } = await contacts();
    await table.write(
      [{ rowId: 1, contactId: 'contactAContactAxyz', cells: { dateOfBirth: '1815-12-10', city: 'Leeds' } }],
      'fill',
    );
    const seen = (await row(1))?.cells ?? {};
    await apply(['UpdateRecord', tableId, 1, { city: 'York' }]);
    const cells = { city: 'Bath', dateOfBirth: '1815-12-11', name: 'Ada L' };
    const refusals = await table.write([{ rowId: 1, contactId: 'contactAContactAxyz', cells, was: seen }], 'write');
    expect(refusals.map(({ field, error }) => [field, error.code])).toEqual([['city', 'cell-changed']]);
    expect((await row(1))?.cells).toMatchObject({ city: 'York', dateOfBirth: '1815-12-11', name: 'Ada L' });
  });

  test('a column of references is read and written by nobody', async () => {
    const { tableId: people } = await contacts();
    const visits = await makeTable([column('HL', 'Text'), column('Person', `Ref:${people}`)]);
    await apply(['AddRecord', visits, null, { HL: 'contactAContactAxyz', Person: 2 }]);
    const references = new Map<FieldRef, string>([['name', 'Person']]);
    const table = createContactTable(doc(), { tableId: visits, contactIdColumn: 'HL', bound: references });
    expect(await table.rows()).toEqual([{ rowId: 1, contactId: 'contactAContactAxyz', cells: {} }]);
    const refusals = await table.write(
      [{ rowId: 1, contactId: 'contactAContactAxyz', cells: { name: 'Bob' } }],
      'write',
    );
    expect(refusals).toMatchObject([{ field: 'name', error: { code: 'unknown' } }]);
    expect((await doc().fetchTable(visits)).Person).toEqual([2]);
  });

  test('a row is linked while it holds what was expected', async () => {
    const { table, row } = await contacts();
    await table.link(3, '', 'contactCContactCxyz', 'link');
    expect((await row(3))?.contactId).toBe('contactCContactCxyz');
    await expect(table.link(3, '', 'contactDContactDxyz', 'link')).rejects.toMatchObject({ code: 'row-gone' });
    await expect(table.link(99, '', 'contactDContactDxyz', 'link')).rejects.toMatchObject({ code: 'row-gone' });
    await table.link(3, 'contactCContactCxyz', '', 'part');
    expect((await row(3))?.contactId).toBe('');
  });

  test('hundreds of rows are written in one call', async () => {
    const { tableId, table } = await contacts();
    const ids = Array.from({ length: 700 }, (_, index) => `bulkContact0000${1000 + index}`);
    await apply(['BulkAddRecord', tableId, ids.map(() => null), { HighLevel_ID: ids }]);
    const writes = ids.map((contactId, index) => ({
      ...{ rowId: index + 4, contactId },
      cells: { name: `Person ${index}`, ...(index % 2 === 0 && { city: 'York' }) },
    }));
    expect(await table.write(writes, 'write many')).toEqual([]);
    const rows = await table.rows({ rowIds: [4, 5, 703] });
    expect(rows.map(({ cells }) => [cells.name, cells.city])).toEqual([
      ['Person 0', 'York'],
      ['Person 1', ''],
      ['Person 699', ''],
    ]);
  });

  test('a table of tasks is made, filled, changed and read', async () => {
    const { tableId: contactsTable } = await contacts();
    const structure = createStructure(doc());
    const options = { structure, contactsTable, nameColumn: 'name', timeZone: 'Europe/London' };
    const place = await createEntryTableIn(doc(), 'task', options, 'make a table');
    const table = createEntryTable(doc(), { ...place, kind: 'task' });
    const changes = (rowId: number, ids: readonly string[]) => ({
      contact: { rowId, contactId: `contact${rowId}Contact${rowId}xyz` },
      add: ids.map((id) => ({ id, values: { title: `Call ${id}`, due: '2026-11-24T09:30:00Z', done: 'false' } })),
      ...{ update: [], remove: [] },
    });
    expect(await table.write([changes(1, ['t1', 't2']), changes(2, ['t3'])], 'add tasks')).toEqual([]);
    const { rows, sendable, unreadable } = await table.read();
    expect(rows.map(({ id, contact, values }) => [id, contact, values])).toEqual([
      ['t1', 1, { title: 'Call t1', due: '2026-11-24T09:30:00Z', done: 'false', assignee: '', body: '' }],
      ['t2', 1, expect.objectContaining({ title: 'Call t2' })],
      ['t3', 2, expect.objectContaining({ title: 'Call t3' })],
    ]);
    expect([...sendable].sort()).toEqual(['assignee', 'body', 'done', 'due', 'title']);
    expect(unreadable).toEqual([]);

    const [first, second, third] = rows.map(({ rowId }) => rowId) as [number, number, number];
    const update: EntryChanges['update'] = [
      { rowId: first, values: { done: 'true', due: '' } },
      { rowId: second, values: { done: 'true' } },
      { rowId: third, values: {}, id: 't4' },
    ];
    await table.write(
      [{ contact: { rowId: 1, contactId: 'contact1Contact1xyz' }, add: [], update, remove: [] }],
      'change tasks',
    );
    await table.write(
      [{ contact: { rowId: 1, contactId: 'contact1Contact1xyz' }, add: [], update: [], remove: [second] }],
      'remove a task',
    );
    expect((await table.read()).rows).toMatchObject([
      { rowId: first, id: 't1', values: { done: 'true', due: '' } },
      { rowId: third, id: 't4', values: { done: 'false' } },
    ]);
  });

  test('the columns of a table of appointments are guessed, and a day-only one holds days', async () => {
    const { tableId: contactsTable } = await contacts();
    const tableId = await makeTable([
      ...[column('Title', 'Text'), column('Start', 'Date'), column('Status', 'Choice')],
      ...[column('Client', `Ref:${contactsTable}`), column('GHL_ID', 'Text')],
    ]);
    const choice = (await createStructure(doc()).tables()).find((one) => one.tableId === tableId);
    const guessed = choice && guessEntryColumns('appointment', choice, contactsTable);
    expect(guessed).toEqual({ id: 'GHL_ID', contact: 'Client', title: 'Title', starts: 'Start', status: 'Status' });
    const table = createEntryTable(doc(), { kind: 'appointment', tableId, columns: guessed ?? {} });
    const add = [{ id: 'a1', values: { title: 'Visit', starts: '2026-11-24', status: 'confirmed' } }];
    await table.write(
      [{ contact: { rowId: 2, contactId: 'contactBContactBxyz' }, add, update: [], remove: [] }],
      'add',
    );
    const { rows, sendable, days } = await table.read();
    expect(rows).toMatchObject([{ id: 'a1', contact: 2, values: { starts: '2026-11-24', status: 'confirmed' } }]);
    expect([...days]).toEqual(['starts']);
    expect(sendable.has('starts')).toBe(false);
  });

  test('the log is copied to a table that is made once, and knows what it has', async () => {
    const line = (id: string) => ({
      ...{
        id,
        at: 1_795_000_000_000,
        person: 'Ama',
        contactId: 'contactAContactAxyz',
        what: 'City',
        from: 'Leeds',
        to: 'York',
      },
      ...{ via: 'in the panel', result: 'Saved', reason: '', traceId: '' },
    });
    const lines = Array.from({ length: 1_100 }, (_, index) => line(`e${index}`));
    const log = await openActivityTable(doc(), 'Europe/London');
    await log.append(lines, 'copy the log');
    const again = await openActivityTable(doc(), 'Europe/London');
    expect(again.known.size).toBe(1_100);
    await again.append([line('last')], 'copy the log');
    const data = await doc().fetchTable(log.tableId, { Entry_ID: ['last'] });
    expect(data).toMatchObject({ id: [1_101], Time: [1_795_000_000], Person: ['Ama'], After: ['York'] });
  });

  test('the rows of a task are ticked', async () => {
    const infos = [column('Title', 'Text'), column('GHL_ID', 'Text'), column('Done', 'Bool')];
    const tableId = await makeTable(infos, 'My_Tasks');
    await apply([
      ...(['BulkAddRecord', tableId, [null, null, null]] as const),
      { GHL_ID: ['t1', ' t2', 't1'], Done: [false, false, true] },
    ]);
    const tables = (await createStructure(doc()).tables()).filter((one) => one.tableId === tableId);
    const tasks = guessTasksTable(tables);
    expect(tasks).toEqual({ tableId, idColumn: 'GHL_ID', doneColumn: 'Done' });
    const tick = (id: string) =>
      tickRows(doc(), tasks ?? { tableId, idColumn: '', doneColumn: '' }, { id, completed: true }, 'tick');
    expect(await tick('t1')).toBe(true);
    expect(await tick('t9')).toBe(false);
    expect((await doc().fetchTable(tableId)).Done).toEqual([true, false, true]);
  });
}
