import { expect, test } from 'vitest';
import { guessEntryColumns } from '../../grist/entry-guess.ts';
import { createEntryTable, type EntryChanges } from '../../grist/entry-table.ts';
import { createStructure } from '../../grist/structure.ts';
import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { documentWith } from '../helpers/grist-memory/with-tables.ts';

const due = Date.UTC(2026, 10, 24, 9, 30) / 1000;
const columns = { id: 'HighLevel_ID', contact: 'Contact', title: 'Title', due: 'Due', done: 'Done' };

/** A table of two tasks, one of which was typed in the grid. */
function start({ dueType = 'DateTime:Europe/London', change = {} as Partial<typeof columns> } = {}) {
  const document = documentWith(
    {
      Contacts: { Name: { type: 'Text', cells: ['Ada', 'Bob', 'Cay'] } },
      Todo: {
        Title: { type: 'Text', cells: [' Call ', 'Measure'] },
        Due: { type: dueType, cells: [due, null] },
        Done: { type: 'Bool', cells: [true, false] },
        Contact: { type: 'Ref:Contacts', cells: [3, 0] },
        HighLevel_ID: { type: 'Text', cells: ['t1', ''], label: 'HighLevel ID' },
        Score: { type: 'Numeric', cells: [0, 0] },
      },
    },
    { Todo: [7, 8] },
  );
  const before = document.bundles.length;
  const doc = createMemoryDoc(document);
  const structure = createStructure(doc);
  const place = { kind: 'task', tableId: 'Todo', columns: { ...columns, ...change } } as const;
  return {
    doc,
    document,
    structure,
    table: createEntryTable(doc, { ...place, structure }),
    applied: () => document.bundles.slice(before),
  };
}

test('rows are read in the terms of entries', async () => {
  const { rows, sendable } = await start().table.read();
  expect(rows).toEqual([
    { rowId: 7, id: 't1', contact: 3, values: { title: 'Call', due: '2026-11-24T09:30:00Z', done: 'true' } },
    { rowId: 8, id: '', contact: null, values: { title: 'Measure', due: '', done: 'false' } },
  ]);
  expect([...sendable].sort()).toEqual(['done', 'due', 'title']);
});

test('a table whose id column is gone is refused', async () => {
  await expect(start({ change: { id: 'Gone' } }).table.read()).rejects.toMatchObject({ code: 'column-gone' });
});

test('rows whose id column was just renamed are not taken for new ones', async () => {
  const { document, table } = start();
  await table.read();
  document.apply([['RenameColumn', 'Todo', 'HighLevel_ID', 'GHL']]);
  await expect(table.read()).rejects.toMatchObject({ code: 'column-gone' });
});

test('a column has the type that it has by then, once the structure is forgotten', async () => {
  const { document, structure, table } = start();
  await table.read();
  document.apply([['ModifyColumn', 'Todo', 'Due', { type: 'Date' }]]);
  structure.forget();
  const { days, sendable } = await table.read();
  expect(days).toEqual(new Set(['due']));
  expect(sendable.has('due')).toBe(false);
});

const changes: EntryChanges = {
  contact: { rowId: 3, contactId: 'c1' },
  add: [{ id: 't2', values: { title: 'Order', due: '2026-11-24T09:30:00Z', done: 'false', assignee: 'Ben' } }],
  update: [
    { rowId: 7, values: { done: 'false' } },
    { rowId: 8, values: {}, id: 't3' },
  ],
  remove: [9],
};

test('rows are added, changed and removed as one described step', async () => {
  const { table, applied } = start();
  await table.write([changes], 'update tasks');
  expect(applied()).toMatchObject([
    {
      description: 'update tasks',
      actions: [
        ['AddRecord', 'Todo', null, { Title: 'Order', Due: due, Done: false, Contact: 3, HighLevel_ID: 't2' }],
        ['UpdateRecord', 'Todo', 7, { Done: false }],
        ['UpdateRecord', 'Todo', 8, { HighLevel_ID: 't3' }],
        ['BulkRemoveRecord', 'Todo', [9]],
      ],
    },
  ]);
});

test('changes of many contacts are one step, rows of the same columns one action', async () => {
  const { table, applied } = start();
  const add = (number: number): EntryChanges => ({
    contact: { rowId: number, contactId: `c${number}` },
    add: [{ id: `new${number}`, values: { title: `Call ${number}` } }],
    ...{ update: [], remove: [] },
  });
  await table.write([add(1), add(2)], 'add tasks');
  const cells = { Title: ['Call 1', 'Call 2'], Contact: [1, 2], HighLevel_ID: ['new1', 'new2'] };
  expect(applied()).toMatchObject([{ actions: [['BulkAddRecord', 'Todo', [null, null], cells]] }]);
});

test('nothing to write is not written', async () => {
  const { table, applied } = start();
  const none = { contact: { rowId: 3, contactId: 'c1' }, add: [], update: [], remove: [] };
  expect(await table.write([none], 'x')).toEqual([]);
  expect(applied()).toEqual([]);
});

test('the columns of a table are guessed by their names', async () => {
  const { structure } = start();
  const todo = (await structure.tables()).find(({ tableId }) => tableId === 'Todo');
  expect(todo && guessEntryColumns('task', todo, 'Contacts')).toEqual(columns);
});

test('a day-only column holds days and sends nothing', async () => {
  const { days, sendable, rows } = await start({ dueType: 'Date' }).table.read();
  expect(days).toEqual(new Set(['due']));
  expect(sendable.has('due')).toBe(false);
  expect(rows[0]?.values.due).toBe('2026-11-24');
});

test('a text for a column of entries that was never filled is kept as it is', async () => {
  const { doc, document } = start();
  document.apply([['AddColumn', 'Todo', 'Body', { id: 'Body', type: 'Any', isFormula: true, formula: '' }]]);
  const table = createEntryTable(doc, { kind: 'task', tableId: 'Todo', columns: { ...columns, body: 'Body' } });
  const update = [{ rowId: 7, values: { body: '+15550001' } }];
  await table.write([{ contact: { rowId: 3, contactId: 'c1' }, add: [], update, remove: [] }], 'write');
  expect((await table.read()).rows[0]?.values.body).toBe('+15550001');
});
