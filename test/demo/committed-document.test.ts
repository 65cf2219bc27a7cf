import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { currency, locale, tables, timeZone } from '../../demo/document/tables.ts';
import { readDocument } from './read-document.ts';

const open = async () => readDocument(await readFile('demo/document/customers.grist'), ...grists);
const grists = [
  '_grist_Tables',
  '_grist_Tables_column',
  '_grist_Views_section',
  '_grist_Views_section_field',
  '_grist_DocInfo',
] as const;

test.each(tables)('the committed document has $id as the settings list it', async ({ id: tableId, columns }) => {
  const document = await open();
  const table = document._grist_Tables.find((row) => row.tableId === tableId);
  const grid = document._grist_Views_section.find(
    ({ tableRef, parentId, parentKey }) => tableRef === table?.id && parentId && parentKey === 'record',
  );
  const fields = document._grist_Views_section_field
    .filter(({ parentId }) => parentId === grid?.id)
    .toSorted((a, b) => Number(a.parentPos) - Number(b.parentPos))
    .map(({ colRef, width }) => {
      const column = document._grist_Tables_column.find(({ id }) => id === colRef);
      const { colId, label, type, formula, widgetOptions } = column ?? {};
      return { id: colId, label, type, formula, width, options: JSON.parse(widgetOptions as string) };
    });
  const written = columns.map(({ id, label, type, formula = '', width, options = {} }) => ({
    id,
    label,
    type,
    formula,
    width,
    options,
  }));
  expect(fields).toEqual(written);
});

test('the committed document has the terms of its team', async () => {
  const [info] = (await open())._grist_DocInfo;
  expect(info?.timezone).toBe(timeZone);
  expect(JSON.parse(info?.documentSettings as string)).toMatchObject({ locale, currency });
});

test('the committed document has no rows', async () => {
  const names = tables.map(({ id }) => id);
  const rows = await readDocument(await readFile('demo/document/customers.grist'), ...names);
  expect(names.filter((name) => rows[name]?.length)).toEqual([]);
});
