import { expect, test } from 'vitest';
import { timeZone } from '../../demo/document/tables.ts';
import { makeDocument } from '../../demo/document.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { fields } from '../../sync/fields.ts';
import { readDocument } from './read-document.ts';

async function openPanel() {
  const document = await makeDocument(createSandbox(), 'http://localhost:8787/');
  const { _grist_Views_section: sections, _grist_Tables_column: columns } = await readDocument(
    document,
    '_grist_Views_section',
    '_grist_Tables_column',
  );
  const panel = sections.find(({ parentKey }) => parentKey === 'custom');
  const options = JSON.parse(panel?.options as string) as { customView: string };
  const customView = JSON.parse(options.customView) as { columnsMapping: Record<string, number> };
  return { document, sections, columns, panel, customView };
}

test('the panel is linked to the grid of its page and has full access', async () => {
  const { sections, panel, customView } = await openPanel();
  const grid = sections.find(({ id }) => id === panel?.linkSrcSectionRef);
  expect(grid).toMatchObject({ parentKey: 'record', parentId: panel?.parentId, tableRef: panel?.tableRef });
  expect(customView).toMatchObject({ mode: 'url', url: 'http://localhost:8787/', access: 'full' });
});

test('every field but the assignee has its column', async () => {
  const { columns, customView } = await openPanel();
  const mapped = Object.entries(customView.columnsMapping).map(([name, ref]) => [
    name,
    columns.find(({ id }) => id === ref)?.colId,
  ]);
  const expected = ['ContactId', 'Tags', ...Object.keys(fields).filter((key) => key !== 'assignee')];
  expect(mapped.map(([name]) => name).toSorted()).toEqual(expected.toSorted());
  expect(mapped.every(([, colId]) => colId)).toBe(true);
});

test('the document has the time zone of the location', async () => {
  const { document } = await openPanel();
  const { _grist_DocInfo: info } = await readDocument(document, '_grist_DocInfo');
  const sandbox = createSandbox({ contacts: 40 });
  expect(info[0]?.timezone).toBe(timeZone);
  expect(sandbox.state.locations.get(sandbox.info.locationId)?.details.timezone).toBe(timeZone);
});

test('each tag has a colour', async () => {
  const { document, columns } = await openPanel();
  const tags = columns.find(({ colId }) => colId === 'Tags');
  const { choices, choiceOptions } = JSON.parse(tags?.widgetOptions as string) as {
    choices: string[];
    choiceOptions: Record<string, { fillColor: string }>;
  };
  const { Contacts } = await readDocument(document, 'Contacts');
  const used = new Set(Contacts.flatMap(({ Tags }) => JSON.parse((Tags as string | null) ?? '[]') as string[]));
  expect([...used].filter((tag) => !choices.includes(tag))).toEqual([]);
  expect(choices.every((tag) => choiceOptions[tag]?.fillColor)).toBe(true);
});

test('the same day makes the same document', async () => {
  const now = () => Date.UTC(2026, 10, 20, 9);
  const later = () => Date.UTC(2026, 10, 20, 21);
  const first = await makeDocument(createSandbox({ now }), 'http://localhost/');
  expect(Buffer.compare(first, await makeDocument(createSandbox({ now: later }), 'http://localhost/'))).toBe(0);
});
