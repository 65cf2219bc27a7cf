import { expect, test } from 'vitest';
import type { TableData } from '../../../grist/doc.ts';
import { arrive, contacts, createFakeGrist, mapping } from './fake-grist.ts';

const line = (id: string) => ({
  ...{ id, at: 1_795_000_000_000, person: 'Ama', contactId: 'contactA', what: 'City', from: 'Leeds', to: 'York' },
  ...{ via: 'in the panel', result: 'Saved', reason: '', traceId: '' },
});

async function start(table?: TableData, search = '?access=full&timeZone=Europe/London') {
  const grist = createFakeGrist({ columns: contacts(), tables: table ? { HighLevel_Activity: table } : {} });
  const section = grist.open(search);
  grist.map(mapping);
  grist.cursor(1, true);
  await arrive();
  const whole = await section.whole();
  return { grist, open: () => whole.activityTable() };
}

test('the first copy makes the table, with times in the zone of the document', async () => {
  const { grist, open } = await start();
  const table = await open();
  expect(table.known.size).toBe(0);
  await table.append([line('e1')], 'copy the log');
  const [make, add] = grist.applied[0]!.actions;
  expect(make?.[2]).toContainEqual(
    expect.objectContaining({ id: 'Time', type: 'DateTime:Europe/London', isFormula: false }),
  );
  expect(add).toEqual([
    'BulkAddRecord',
    'HighLevel_Activity',
    [null],
    expect.objectContaining({ Time: [1_795_000_000], Person: ['Ama'], Before: ['Leeds'], Entry_ID: ['e1'] }),
  ]);
});

test('a table that is there is added to, and tells what it has', async () => {
  const { grist, open } = await start({ id: [1], Entry_ID: ['e1'], Person: ['Ama'] });
  const table = await open();
  expect(table.known).toEqual(new Set(['e1']));
  await table.append([line('e2')], 'copy the log');
  expect(grist.applied[0]?.actions).toEqual([
    ['BulkAddRecord', 'HighLevel_Activity', [null], { Person: ['Ama'], Entry_ID: ['e2'] }],
  ]);
});

test('a long log is added in parts, and the table is made once', async () => {
  const { grist, open } = await start();
  await (await open()).append(
    Array.from({ length: 1_100 }, (_, index) => line(`e${index}`)),
    'copy the log',
  );
  expect(grist.applied.map(({ actions }) => actions.map(([name]) => name))).toEqual([
    ['AddTable', 'BulkAddRecord'],
    ['BulkAddRecord'],
    ['BulkAddRecord'],
  ]);
});

test('without the column of ids nothing is added', async () => {
  const { open } = await start({ id: [1], Person: ['Ama'] });
  await expect(open()).rejects.toMatchObject({ code: 'column-gone' });
});

test('who may only look copies nothing', async () => {
  const { open } = await start(undefined, '?access=full&readonly=true');
  await expect(open()).rejects.toMatchObject({ code: 'read-only' });
});
