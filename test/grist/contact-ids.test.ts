import { expect, test } from 'vitest';
import { createContactTable } from '../../grist/contact-table.ts';
import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { documentWith } from '../helpers/grist-memory/with-tables.ts';

const ids = ['ocQHyuzHvysMo5N5VsXc', ' ocQHyuzHvysMo5N5VsXd ', 'grace@example.org', '', 'ocQHyuzH\u200bvysMo5N5VsXe'];

function start() {
  const document = documentWith({ People: { HL: { type: 'Text', cells: ids } } });
  const table = createContactTable(createMemoryDoc(document), {
    ...{ tableId: 'People', contactIdColumn: 'HL', bound: new Map() },
  });
  return { table, cells: () => document.fetch('People').HL };
}

test('a row whose cell holds no contact id is neither linked nor free', async () => {
  const { table } = start();
  expect((await table.rows()).map(({ contactId, invalidId }) => [contactId, invalidId])).toEqual([
    [ids[0], undefined],
    ['ocQHyuzHvysMo5N5VsXd', undefined],
    ['', 'grace@example.org'],
    ['', undefined],
    ['', ids[4]],
  ]);
});

test('no link is written over what is no contact id', async () => {
  const { table, cells } = start();
  await expect(table.link(3, '', ids[0]!, 'link')).rejects.toMatchObject({ code: 'row-gone' });
  expect(cells()).toEqual(ids);
});

test('the row of an id with an invisible character is linked from what its cell holds', async () => {
  const { table, cells } = start();
  await table.link(5, ids[4]!, 'ocQHyuzHvysMo5N5VsXe', 'link');
  expect(cells()?.[4]).toBe('ocQHyuzHvysMo5N5VsXe');
});
