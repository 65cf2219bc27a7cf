import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { tables } from '../../helpers/fake-panel-data.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

async function openSettings(change: Parameters<typeof renderPanel>[0] = {}) {
  const shown = renderPanel({ screen: signal({ kind: 'settings' }), ...change });
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  return shown;
}

test('a table with telling names is chosen with its columns', async () => {
  const { panel, user } = await openSettings();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Table' }), 'Tasks');
  expect(callsOf(panel, 'chooseTasksTable')).toEqual([[{ tableId: 'Tasks', idColumn: 'Task_ID', doneColumn: 'Done' }]]);
});

test('only columns that can hold an id or a tick are offered', async () => {
  await openSettings({
    settings: { tasksTable: signal({ tableId: 'Tasks', idColumn: 'Task_ID', doneColumn: 'Done' }) },
  });
  const offered = (name: string) =>
    [...screen.getByRole('combobox', { name }).querySelectorAll('option')].map((option) => option.textContent);
  expect(offered('Column with the HighLevel task id')).toEqual(['Choose a column', 'Title', 'Task ID']);
  expect(offered('“Done” column')).toEqual(['Choose a column', 'Done', 'Billed']);
});

test('another column takes effect at once', async () => {
  const { panel, user } = await openSettings({
    settings: { tasksTable: signal({ tableId: 'Tasks', idColumn: 'Task_ID', doneColumn: 'Done' }) },
  });
  await user.selectOptions(screen.getByRole('combobox', { name: '“Done” column' }), 'Billed');
  expect(callsOf(panel, 'chooseTasksTable')).toEqual([
    [{ tableId: 'Tasks', idColumn: 'Task_ID', doneColumn: 'Billed' }],
  ]);
});

test('an incomplete choice is not saved', async () => {
  const vague = [{ ...tables[1]!, columns: tables[1]!.columns.filter(({ colId }) => colId !== 'Done') }];
  const { panel, user } = await openSettings({
    settings: { tables: signal([{ ...vague[0]!, columns: vague[0]!.columns.filter(({ type }) => type !== 'Bool') }]) },
  });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Table' }), 'Tasks');
  expect(callsOf(panel, 'chooseTasksTable')).toEqual([]);
  expect(screen.getByText('Choose both columns to use this table.')).toBeTruthy();
});

test('no table at all can be chosen', async () => {
  const { panel, user } = await openSettings({
    settings: { tasksTable: signal({ tableId: 'Tasks', idColumn: 'Task_ID', doneColumn: 'Done' }) },
  });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Table' }), '');
  expect(callsOf(panel, 'chooseTasksTable')).toEqual([[null]]);
});

test('the settings explain how they are saved and lead back', async () => {
  const { panel, user } = await openSettings();
  expect(screen.getByText('Save', { selector: 'b' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Back to the contact' }));
  expect(callsOf(panel, 'closeSettings')).toEqual([[]]);
});
