import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

test('Esc restores the value and the focus', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('button', { name: 'City: London' }));
  await user.keyboard('Leeds{Escape}');
  expect(callsOf(panel, 'saveField')).toEqual([]);
  expect(callsOf(panel, 'keepDraft').at(-1)).toEqual(['city', null]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'City: London' }));
});

test('Esc restores the earlier draft', async () => {
  const { panel, user } = renderPanel();
  panel.setField('city', { draft: 'Bath', mark: 'unsaved' });
  await user.click(await screen.findByRole('button', { name: 'City: Bath' }));
  await user.keyboard('Leeds{Escape}');
  expect(callsOf(panel, 'keepDraft').at(-1)).toEqual(['city', 'Bath']);
});

test('Enter does not save during the composition of an input method', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('button', { name: 'City: London' }));
  const input = screen.getByRole('textbox', { name: 'City' });
  await user.keyboard('Leeds');
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  expect(callsOf(panel, 'saveField')).toEqual([]);
  expect(document.activeElement).toBe(input);
});
