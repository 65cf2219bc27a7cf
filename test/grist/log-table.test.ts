import { expect, test } from 'vitest';
import { openActivityTable } from '../../grist/log-table.ts';
import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { documentWith, type TablesOf } from '../helpers/grist-memory/with-tables.ts';

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

function start(tables: TablesOf = {}) {
  const document = documentWith(tables);
  const before = document.bundles.length;
  const doc = createMemoryDoc(document);
  return {
    document,
    open: () => openActivityTable(doc, 'Europe/London'),
    applied: () => document.bundles.slice(before).map(({ actions }) => actions),
  };
}

test('the first copy makes the table, with times in the zone of the document', async () => {
  const { document, open } = start();
  const table = await open();
  expect(table.known.size).toBe(0);
  await table.append([line('e1')], 'copy the log');
  const { colId, type } = document.fetch('_grist_Tables_column');
  expect(type?.[colId?.indexOf('Time') ?? -1]).toBe('DateTime:Europe/London');
  expect(document.fetch('HighLevel_Activity')).toMatchObject({
    ...{ Time: [1_795_000_000], Person: ['Ama'], Before: ['Leeds'], Entry_ID: ['e1'] },
  });
});

test('a table that is there is added to, and knows what it has', async () => {
  const columns = { Entry_ID: { type: 'Text', cells: ['e1'] }, Person: { type: 'Text', cells: ['Ama'] } };
  const { document, open } = start({ HighLevel_Activity: columns });
  const table = await open();
  expect(table.known).toEqual(new Set(['e1']));
  await table.append([line('e2')], 'copy the log');
  expect(document.fetch('HighLevel_Activity')).toMatchObject({ Entry_ID: ['e1', 'e2'], Person: ['Ama', 'Ama'] });
});

test('a long log is added in parts, and the table is made once', async () => {
  const { open, applied } = start();
  const lines = Array.from({ length: 1_100 }, (_, index) => line(`e${index}`));
  await (await open()).append(lines, 'copy the log');
  expect(applied().map((actions) => actions.map(([name]) => name))).toEqual([
    ['AddTable', 'BulkAddRecord'],
    ['BulkAddRecord'],
    ['BulkAddRecord'],
  ]);
});

test('without the column of ids nothing is added', async () => {
  const { open } = start({ HighLevel_Activity: { Person: { type: 'Text', cells: ['Ama'] } } });
  await expect(open()).rejects.toMatchObject({ code: 'column-gone' });
});
