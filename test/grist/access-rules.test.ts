import { expect, test } from 'vitest';
import { createContactTable } from '../../grist/contact-table.ts';
import type { GristDoc } from '../../grist/doc.ts';
import { createEntryTable } from '../../grist/entry-table.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { AccessRules } from '../helpers/grist-memory/access.ts';
import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { createMemoryDocument } from '../helpers/grist-memory/document.ts';

const fields: readonly FieldRef[] = ['name', 'city', 'phone', 'dateOfBirth'];
const bound = new Map(fields.map((field) => [field, field]));

/** A table of so many contacts, as a person with such rules reaches it. */
function start(rules: AccessRules, people = 3) {
  const document = createMemoryDocument();
  const info = (id: string, type: string) => ({ id, type, isFormula: false });
  const ids = Array.from({ length: people }, (_, index) => `contact${index + 1}Contact${index + 1}xyz`);
  document.apply([
    [
      'AddTable',
      'People',
      [info('HL', 'Text'), ...fields.map((id) => info(id, id === 'dateOfBirth' ? 'Date' : 'Text'))],
    ],
    ['BulkAddRecord', 'People', ids.map(() => null), { HL: ids, name: ids, city: ids.map(() => 'Leeds') }],
  ]);
  const held = createMemoryDoc(document, rules);
  let tries = 0;
  const doc: GristDoc = {
    ...held,
    apply: (...bundle) => {
      tries += 1;
      return held.apply(...bundle);
    },
  };
  return {
    document,
    doc,
    table: createContactTable(doc, { tableId: 'People', contactIdColumn: 'HL', bound }),
    column: (colId: string) => document.fetch('People')[colId],
    tries: () => tries,
  };
}

const writes = (people: number, cells: Partial<Record<FieldRef, string>>) =>
  Array.from({ length: people }, (_, index) => ({
    rowId: index + 1,
    contactId: `contact${index + 1}Contact${index + 1}xyz`,
    cells,
  }));
const told = (refusals: readonly { rowId: number; field: FieldRef; error: { code: string } }[]) =>
  refusals.map(({ rowId, field, error }) => `${rowId} ${field} ${error.code}`).toSorted();

test('a locked column keeps no other from its value', async () => {
  const { table, column } = start({ isLocked: ({ colId }) => colId === 'phone' });
  const refusals = await table.write(writes(3, { name: 'Ada', phone: '+1555', city: 'York' }), 'write');
  expect(told(refusals)).toEqual(['1 phone access-rule', '2 phone access-rule', '3 phone access-rule']);
  expect([column('name'), column('city'), column('phone')]).toEqual([
    ['Ada', 'Ada', 'Ada'],
    ['York', 'York', 'York'],
    ['', '', ''],
  ]);
});

test('a cell that is locked in one row is written in the others', async () => {
  const { table, column } = start({
    isLocked: ({ colId, row }) => colId === 'city' && row.HL === 'contact2Contact2xyz',
  });
  const refusals = await table.write(writes(3, { name: 'Ada', city: 'York' }), 'write');
  expect(told(refusals)).toEqual(['2 city access-rule']);
  expect(column('city')).toEqual(['York', 'Leeds', 'York']);
  expect(column('name')).toEqual(['Ada', 'Ada', 'Ada']);
});

test('what Grist takes whole is one undo step', async () => {
  const { document, table } = start({});
  const { length } = document.bundles;
  await table.write([...writes(2, { name: 'Ada', city: 'York' }), ...writes(3, { phone: '+1' }).slice(2)], 'write');
  expect(document.bundles.slice(length)).toMatchObject([{ description: 'write' }]);
});

test('of many rows with a locked column the rest is written, within a bound of tries', async () => {
  const { table, column, tries } = start({ isLocked: ({ colId }) => colId === 'phone' }, 500);
  const refusals = await table.write(writes(500, { name: 'Ada', phone: '+1555', city: 'York' }), 'write');
  expect(refusals).toHaveLength(500);
  expect(new Set([...(column('name') ?? []), ...(column('city') ?? [])])).toEqual(new Set(['Ada', 'York']));
  expect(tries()).toBeLessThanOrEqual(401);
});

test('a person who only views writes nothing, and hears it at once', async () => {
  const { table, tries } = start({ readOnly: true });
  await expect(table.write(writes(3, { name: 'Ada' }), 'write')).rejects.toMatchObject({ code: 'read-only' });
  await expect(table.link(1, 'contact1Contact1xyz', '', 'part')).rejects.toMatchObject({ code: 'read-only' });
  expect(tries()).toBe(2);
});

test('a job that ends while cells are written ends there', async () => {
  const { doc, column } = start({ isLocked: ({ colId }) => colId === 'phone' });
  let calls = 0;
  const ending: GristDoc = {
    ...doc,
    apply: (...bundle) => (++calls === 2 ? Promise.reject(new Error('the job ended')) : doc.apply(...bundle)),
  };
  const table = createContactTable(ending, { tableId: 'People', contactIdColumn: 'HL', bound });
  await expect(table.write(writes(3, { name: 'Ada', phone: '+1', city: 'York' }), 'write')).rejects.toThrow(
    'job ended',
  );
  expect([calls, column('city')]).toEqual([2, ['Leeds', 'Leeds', 'Leeds']]);
});

test('a row whose contact is censored is neither linked nor free', async () => {
  const { table, column } = start({
    isCensored: ({ colId, row }) => colId === 'HL' && row.name === 'contact2Contact2xyz',
  });
  expect((await table.rows()).map(({ rowId, contactId }) => [rowId, contactId])).toEqual([
    [1, 'contact1Contact1xyz'],
    [3, 'contact3Contact3xyz'],
  ]);
  expect(told(await table.write(writes(2, { city: 'York' }), 'write'))).toEqual(['2 city row-gone']);
  await expect(table.link(2, '', 'contact9', 'link')).rejects.toMatchObject({ code: 'row-gone' });
  expect(column('HL')).toEqual(['contact1Contact1xyz', 'contact2Contact2xyz', 'contact3Contact3xyz']);
});

test('a censored cell is left out of its row', async () => {
  const { table } = start({ isCensored: ({ colId }) => colId === 'city' });
  const [row] = await table.rows();
  expect(row?.cells).toEqual({ name: 'contact1Contact1xyz', phone: '', dateOfBirth: '' });
});

test('a hidden row is not there', async () => {
  const { table } = start({ isHidden: ({ row }) => row.HL === 'contact2Contact2xyz' });
  expect((await table.rows()).map(({ rowId }) => rowId)).toEqual([1, 3]);
  expect(told(await table.write(writes(2, { city: 'York' }), 'write'))).toEqual(['2 city row-gone']);
});

test('where the structure is closed a day cannot be told from a number, and text is written', async () => {
  const { document, table, column } = start({ isClosed: (tableId) => tableId.startsWith('_grist') });
  document.apply([['UpdateRecord', 'People', 1, { dateOfBirth: 654220800 }]]);
  const [row] = await table.rows({ rowIds: [1] });
  expect(row?.cells).toEqual({ name: 'contact1Contact1xyz', city: 'Leeds', phone: '' });
  await table.write(writes(1, { city: 'York', dateOfBirth: '1990-09-26' }), 'write');
  expect([column('city')?.[0], column('dateOfBirth')?.[0]]).toEqual(['York', 654307200]);
});

test('a record with encoded cells tells a day where the structure is closed', async () => {
  const { doc } = start({ isClosed: (tableId) => tableId.startsWith('_grist') });
  const record = async (rowId: number) => ({
    HL: `contact${rowId}Contact${rowId}xyz`,
    name: 'Ada',
    dateOfBirth: ['d', 654220800],
  });
  const table = createContactTable(doc, { tableId: 'People', contactIdColumn: 'HL', bound, record });
  const rows = await table.rows();
  expect(rows).toHaveLength(3);
  expect(rows[2]).toEqual({
    rowId: 3,
    contactId: 'contact3Contact3xyz',
    cells: { name: 'Ada', dateOfBirth: '1990-09-25' },
  });
});

/** A table of tasks of which the second row says it is locked. */
function startTasks(rules: AccessRules) {
  const { document, doc } = start(rules);
  const info = (id: string) => ({ id, type: 'Text', isFormula: false });
  document.apply([
    ['AddTable', 'Tasks', ['HL_ID', 'Title', 'Contact'].map(info)],
    ['BulkAddRecord', 'Tasks', [null, null], { HL_ID: ['t1', 't2'], Title: ['Call', 'Locked'] }],
  ]);
  const columns = { id: 'HL_ID', title: 'Title', contact: 'Contact' };
  return { document, table: createEntryTable(doc, { kind: 'task', tableId: 'Tasks', columns }) };
}

test('a row whose entry is censored stands for any entry', async () => {
  const { table } = startTasks({ isCensored: ({ colId, row }) => colId === 'HL_ID' && row.Title === 'Locked' });
  const { rows, unreadable } = await table.read();
  expect(rows.map(({ id }) => id)).toEqual(['t1']);
  expect(unreadable).toEqual([2]);
});

test('changes of a contact that are refused keep no other contact from theirs', async () => {
  const { document, table } = startTasks({ isLocked: ({ row }) => row.Title === 'Locked' });
  const change = (number: number, rowId: number) => ({
    contact: { rowId: number, contactId: `contact${number}Contact${number}xyz` },
    add: [{ id: `new${number}`, values: { title: 'New' } }],
    update: [{ rowId, values: { title: 'Changed' } }],
    remove: [],
  });
  const refusals = await table.write([change(1, 1), change(2, 2), change(3, 1)], 'write');
  expect(refusals).toMatchObject([{ contactId: 'contact2Contact2xyz', error: { code: 'access-rule' } }]);
  expect(document.fetch('Tasks')).toMatchObject({
    HL_ID: ['t1', 't2', 'new1', 'new3'],
    Title: ['Changed', 'Locked', 'New', 'New'],
  });
});

test('a list of references is no text in a record either', async () => {
  const { document, doc } = start({});
  document.apply([['AddColumn', 'People', 'Team', { id: 'Team', type: 'RefList:People', isFormula: false }]]);
  const record = async () => ({ HL: 'contact1Contact1xyz', Team: ['L', 2, 3] });
  const team = new Map<FieldRef, string>([['tags', 'Team']]);
  const table = createContactTable(doc, { tableId: 'People', contactIdColumn: 'HL', bound: team, record });
  expect(await table.rows({ rowIds: [1] })).toEqual([{ rowId: 1, contactId: 'contact1Contact1xyz', cells: {} }]);
});
