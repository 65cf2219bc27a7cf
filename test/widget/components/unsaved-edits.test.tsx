import { signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { UnsavedEdit } from '../../../widget/store/views/unsaved.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

const failed: UnsavedEdit = {
  id: 'a',
  contactId: 'c2',
  rowId: 21,
  name: 'Rhys Fletcher',
  subject: { kind: 'field', field: 'phone', label: null, holds: 'phone' },
  text: '07700 90014',
  state: 'failed',
  failure: { side: 'highlevel', code: 'invalid', retryable: false },
};
const waiting: UnsavedEdit = {
  ...failed,
  id: 'b',
  name: '',
  subject: { kind: 'task' },
  text: 'Call',
  state: 'waiting',
  failure: { side: 'highlevel', code: 'unreachable', retryable: true },
};

async function open(...list: UnsavedEdit[]) {
  const load = async () => ({ list: signal(list), retry: (id: string) => void shown.panel.calls.push(['retry', id]) });
  const shown = renderPanel({ unsaved: { count: signal(list.length), load } });
  await shown.user.click(screen.getByRole('button', { name: 'Show' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edits that are not saved' });
  return { ...shown, dialog };
}

test('the status line leads to the edits that are not saved, with the reason and what was typed', async () => {
  const { dialog } = await open(failed, waiting);
  expect(within(dialog).getByText('Phone of Rhys Fletcher')).toBeTruthy();
  expect(within(dialog).getByText(/You typed “07700 90014”/)).toBeTruthy();
  expect(within(dialog).getByText('Task')).toBeTruthy();
});

test('a line leads to its row', async () => {
  const { panel, user } = await open(failed);
  await user.click(screen.getByRole('button', { name: 'Go there' }));
  expect(callsOf(panel, 'go')).toEqual([['go', { rowId: 21, contactId: 'c2' }].slice(1)]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what waits can be tried now', async () => {
  const { panel, user } = await open(waiting);
  await user.click(screen.getByRole('button', { name: 'Try now' }));
  expect(panel.calls).toContainEqual(['retry', 'b']);
});

test('where everything is saved there is nothing to show', () => {
  renderPanel();
  expect(screen.queryByRole('button', { name: 'Show' })).toBeNull();
});
