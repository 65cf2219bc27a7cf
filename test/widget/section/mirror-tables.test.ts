import { expect, test } from 'vitest';
import type { TableData } from '../../../grist/doc.ts';
import type { MirrorChanges } from '../../../widget/section/port.ts';
import { arrive, contacts, createFakeGrist, mapping } from './fake-grist.ts';

const due = Date.UTC(2026, 10, 24, 9, 30) / 1000;

const types: Record<string, string> = {
  Title: 'Text',
  Due: 'DateTime:Europe/London',
  Done: 'Bool',
  Contact: 'Ref:Contacts',
  HighLevel_ID: 'Text',
  Score: 'Numeric',
};

const structureOf = (types: Record<string, string>): Record<string, TableData> => ({
  _grist_Tables: { id: [1, 2], tableId: ['Contacts', 'Todo'], summarySourceTable: [0, 0] },
  _grist_Tables_column: {
    id: Object.keys(types).map((_, index) => index + 1),
    parentId: Object.keys(types).map(() => 2),
    colId: Object.keys(types),
    label: Object.keys(types).map((colId) => colId.replace('_', ' ')),
    type: Object.values(types),
  },
});

const columns = { id: 'HighLevel_ID', contact: 'Contact', title: 'Title', due: 'Due', done: 'Done' };

async function start(change: Partial<Record<string, string>> = {}, typed: Record<string, string> = {}) {
  const Todo: TableData = {
    id: [7, 8],
    Title: [' Call ', 'Measure'],
    Due: [due, null],
    Done: [true, null],
    Contact: [3, 0],
    HighLevel_ID: ['t1', ''],
  };
  const tables: Record<string, TableData> = { ...structureOf({ ...types, ...typed }), Todo };
  const grist = createFakeGrist({ columns: contacts(), tables });
  const section = grist.open();
  const mirrors = { task: { tableId: 'Todo', columns: { ...columns, ...change } } };
  grist.settings('full', null, { mirrors });
  grist.map(mapping);
  grist.cursor(1);
  await arrive();
  return { grist, section, tables, whole: await section.whole() };
}

test('rows are read in the terms of entries', async () => {
  const { whole } = await start();
  const content = await whole.readMirror('task');
  expect(content?.rows).toEqual([
    { rowId: 7, id: 't1', contact: 3, values: { title: 'Call', due: '2026-11-24T09:30:00Z', done: 'true' } },
    { rowId: 8, id: '', contact: null, values: { title: 'Measure', due: '', done: 'false' } },
  ]);
  expect([...(content?.sendable ?? [])].sort()).toEqual(['done', 'due', 'title']);
});

test('a kind without a table is answered with nothing', async () => {
  const { whole } = await start();
  await expect(whole.readMirror('note')).resolves.toBeNull();
});

test('a table whose id column is gone is refused', async () => {
  const { whole } = await start({ id: 'Gone' });
  await expect(whole.readMirror('task')).rejects.toMatchObject({ code: 'column-gone' });
});

test('rows whose id column was just renamed are not taken for new ones', async () => {
  const { whole, tables } = await start();
  await whole.readMirror('task');
  const { HighLevel_ID: ids, ...others } = tables.Todo!;
  tables.Todo = { ...others, GHL: ids! };
  await expect(whole.readMirror('task')).rejects.toMatchObject({ code: 'column-gone' });
});

test('read anew, a column has the type that it has by then', async () => {
  const { whole, tables } = await start();
  await whole.readMirror('task');
  Object.assign(tables, structureOf({ ...types, Due: 'Date' }));
  const content = await whole.readMirror('task', true);
  expect(content?.days).toEqual(new Set(['due']));
  expect(content?.sendable.has('due')).toBe(false);
});

test('rows are added, changed and removed as one described step', async () => {
  const { grist, whole } = await start();
  const changes: MirrorChanges = {
    contact: { rowId: 3, contactId: 'c1' },
    add: [{ id: 't2', values: { title: 'Order', due: '2026-11-24T09:30:00Z', done: 'false', assignee: 'Ben' } }],
    update: [
      { rowId: 7, values: { done: 'false' } },
      { rowId: 8, values: {}, id: 't3' },
    ],
    remove: [9],
  };
  await whole.writeMirror('task', changes, 'update tasks');
  expect(grist.applied).toEqual([
    {
      desc: 'update tasks',
      actions: [
        ['AddRecord', 'Todo', null, { Title: 'Order', Due: due, Done: false, Contact: 3, HighLevel_ID: 't2' }],
        ['UpdateRecord', 'Todo', 7, { Done: false }],
        ['UpdateRecord', 'Todo', 8, { HighLevel_ID: 't3' }],
        ['BulkRemoveRecord', 'Todo', [9]],
      ],
    },
  ]);
});

test('nothing to write is not written', async () => {
  const { grist, whole } = await start();
  await whole.writeMirror('task', { contact: { rowId: 3, contactId: 'c1' }, add: [], update: [], remove: [] }, 'x');
  expect(grist.applied).toEqual([]);
});

test('the columns of a table are guessed by their names', async () => {
  const { section, whole } = await start();
  const todo = (await section.tables()).find(({ tableId }) => tableId === 'Todo');
  await expect(whole.guessMirror('task', todo!)).resolves.toEqual({ tableId: 'Todo', columns });
});

test('a day-only column holds days and sends nothing', async () => {
  const { whole } = await start({}, { Due: 'Date' });
  const content = await whole.readMirror('task');
  expect(content?.days).toEqual(new Set(['due']));
  expect(content?.sendable.has('due')).toBe(false);
  expect(content?.rows[0]?.values.due).toBe('2026-11-24');
});
