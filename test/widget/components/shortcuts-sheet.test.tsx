import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

test('? shows every shortcut', async () => {
  const { user } = renderPanel();
  await user.keyboard('?');
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(sheet.textContent).toContain('Complete or reopen the task');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('single keys can be switched off, and stay off', async () => {
  const { panel, user } = renderPanel();
  await user.keyboard('?');
  await user.click(await screen.findByRole('switch', { name: 'Single-key shortcuts' }));
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await user.keyboard('rj');
  expect(callsOf(panel, 'refresh')).toEqual([]);
  expect(localStorage.getItem('highlevel-panel:shortcuts')).toBe('false');
});

test('with single keys off, arrows still move and the menu leads back to the switch', async () => {
  localStorage.setItem('highlevel-panel:shortcuts', 'false');
  const { user } = renderPanel();
  screen.getByRole('listitem', { name: /Send revised quote/ }).focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(screen.getByRole('listitem', { name: /Confirm fitting date/ }));
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  await user.click(screen.getByRole('menuitem', { name: 'Keyboard shortcuts' }));
  expect(await screen.findByRole('switch', { name: 'Single-key shortcuts' })).toHaveProperty('checked', false);
});
