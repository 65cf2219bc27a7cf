import { signal } from '@preact/signals';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { EntryTables } from '../../../widget/components/settings/EntryTables.tsx';
import type { EntryTableSettings, FillView } from '../../../widget/store/views/entry-tables.ts';
import { createFakePanel } from '../../helpers/fake-panel.ts';
import { fakeEntryTables } from '../../helpers/fake-panel-entry-tables.ts';

async function open(change: Partial<EntryTableSettings> = {}, readOnly = false) {
  const calls: unknown[][] = [];
  const verb =
    (name: string) =>
    (...given: unknown[]) => {
      calls.push([name, ...given]);
    };
  const store = fakeEntryTables(verb, {
    tables: signal([
      {
        tableId: 'Todo',
        columns: [
          { colId: 'Titre', label: 'Titre', type: 'Text' },
          { colId: 'GHL', label: 'GHL', type: 'Text' },
        ],
      },
    ]),
    ...change,
  });
  const panel = createFakePanel({ settings: { entryTables: async () => store }, readOnly: signal(readOnly) });
  render(<EntryTables panel={panel} />);
  await screen.findByRole('combobox', { name: 'Tasks' });
  return { calls, user: userEvent.setup() };
}

test('a table is created with one click', async () => {
  const { calls, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Create a table: Notes' }));
  expect(calls).toEqual([['createEntryTable', 'note']]);
});

test('an existing table is chosen', async () => {
  const { calls, user } = await open();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Tasks' }), 'Todo');
  expect(calls).toEqual([['chooseEntryTable', 'task', 'Todo']]);
});

test('a table without a column for the id shows what is missing', async () => {
  const { calls, user } = await open({ chosen: signal({ task: { tableId: 'Todo', columns: { title: 'Titre' } } }) });
  expect(screen.getByText(/Choose the column for the HighLevel id/)).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'HighLevel id' }), 'GHL');
  expect(calls).toEqual([['joinColumn', 'task', 'id', 'GHL']]);
});

test('importing all contacts shows its progress and can be stopped', async () => {
  const fill = signal<FillView | null>({ done: 42, total: 200, failed: 0, running: true, failure: null });
  const { calls, user } = await open({ chosen: signal({ task: { tableId: 'Todo', columns: { id: 'GHL' } } }), fill });
  expect(screen.getByRole('progressbar', { name: '42 of 200 contacts' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(calls).toEqual([['stopFilling']]);
});

test('the end of the import shows imported and failed contacts', async () => {
  const fill = signal<FillView | null>({ done: 10, total: 10, failed: 2, running: false, failure: null });
  await open({ chosen: signal({ task: { tableId: 'Todo', columns: { id: 'GHL' } } }), fill });
  expect(screen.getByText(/filled in/, { selector: 'span' }).textContent).toBe(
    '8 contacts filled in. 2 contacts could not be filled in.',
  );
});

test('a viewer cannot choose a table', async () => {
  await open({}, true);
  const block = screen.getByRole('region', { name: 'Tables for tasks, notes and appointments' });
  for (const control of within(block).getAllByRole('button')) expect(control).toHaveProperty('disabled', true);
});
