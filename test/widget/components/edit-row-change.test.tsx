import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { row } from '../../helpers/fake-panel-data.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

async function changeRowWhileTyping() {
  const shown = renderPanel();
  await shown.user.click(screen.getByRole('button', { name: 'City: London' }));
  await shown.user.keyboard('Leeds');
  shown.panel.row.value = { ...row, rowId: 8, contactId: 'another-contact' };
  shown.panel.setField('city', { value: 'Paris', draft: null, mark: 'none' });
  await screen.findByRole('button', { name: 'City: Paris' });
  return shown;
}

test('a draft of one row is not shown on the next', async () => {
  await changeRowWhileTyping();
  expect(screen.queryByRole('textbox', { name: 'City' })).toBeNull();
  expect(screen.queryByDisplayValue('Leeds')).toBeNull();
});

test('a change of row saves nothing to the next row', async () => {
  const { panel, user } = await changeRowWhileTyping();
  await user.keyboard('{Enter}');
  await user.click(document.body);
  expect(callsOf(panel, 'saveField')).toEqual([]);
});

test('a key between a change of row and its rendering reaches no row', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('button', { name: 'City: London' }));
  const input = screen.getByRole('textbox', { name: 'City' });
  await user.keyboard('Leeds');
  panel.row.value = { ...row, rowId: 8, contactId: 'another-contact' };
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(callsOf(panel, 'saveField')).toEqual([]);
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'City' })).toBeNull());
});
