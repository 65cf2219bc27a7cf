import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

test('every typed letter is kept', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('button', { name: 'City: London' }));
  await user.keyboard('Ely');
  expect(callsOf(panel, 'keepDraft')).toEqual([
    ['city', 'E'],
    ['city', 'El'],
    ['city', 'Ely'],
  ]);
});

test('kept text shows in the field with a way to save it', async () => {
  const { panel, user } = renderPanel();
  panel.setField('city', { draft: 'Ely', mark: 'unsaved' });
  await screen.findByRole('button', { name: 'City: Ely' });
  expect(screen.getByRole('img', { name: 'Not saved yet' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(callsOf(panel, 'saveField')).toEqual([['city', 'Ely']]);
});

test('kept text can be let go', async () => {
  const { panel, user } = renderPanel();
  panel.setField('city', { draft: 'Ely', mark: 'unsaved' });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(callsOf(panel, 'discardField')).toEqual([['city']]);
});

test('an editor opens with the kept text', async () => {
  const { panel, user } = renderPanel();
  panel.setField('city', { draft: 'Ely', mark: 'unsaved' });
  await user.click(await screen.findByRole('button', { name: 'City: Ely' }));
  expect(screen.getByRole('textbox', { name: 'City' })).toHaveProperty('value', 'Ely');
});
