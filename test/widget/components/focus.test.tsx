import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { row } from '../../helpers/fake-panel-data.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

test('the panel takes no focus when it appears', () => {
  renderPanel();
  expect(document.activeElement).toBe(document.body);
});

test('a change of row takes no focus', async () => {
  const { panel } = renderPanel();
  panel.row.value = { ...row, rowId: 8, contactId: 'another-contact' };
  panel.setField('name', { value: 'Joseph Kimani' });
  await screen.findByRole('heading', { level: 1, name: 'Joseph Kimani' });
  expect(document.activeElement).toBe(document.body);
});

test('a search in progress survives a change of row', async () => {
  const { panel, user } = renderPanel();
  await user.type(screen.getByRole('searchbox'), 'oak');
  panel.row.value = { ...row, rowId: 8, contactId: 'another-contact' };
  panel.setField('name', { value: 'Joseph Kimani' });
  await screen.findByRole('heading', { level: 1, name: 'Joseph Kimani' });
  expect(screen.getByRole('searchbox')).toHaveProperty('value', 'oak');
});
