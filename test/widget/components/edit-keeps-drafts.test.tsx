import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

test('every typed letter is persisted', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('button', { name: 'City: London' }));
  await user.keyboard('Ely');
  expect(callsOf(panel, 'keepDraft')).toEqual([
    ['city', 'E'],
    ['city', 'El'],
    ['city', 'Ely'],
  ]);
});

test('a draft is shown in the field with a button that saves it', async () => {
  const { panel, user } = renderPanel();
  panel.setField('city', { draft: 'Ely', mark: 'unsaved' });
  await screen.findByRole('button', { name: 'City: Ely' });
  expect(screen.getByRole('img', { name: 'Not saved yet' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(callsOf(panel, 'saveField')).toEqual([['city', 'Ely']]);
});

test('a draft can be discarded', async () => {
  const { panel, user } = renderPanel();
  panel.setField('city', { draft: 'Ely', mark: 'unsaved' });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(callsOf(panel, 'discardField')).toEqual([['city']]);
});

test('an editor opens with the draft', async () => {
  const { panel, user } = renderPanel();
  panel.setField('city', { draft: 'Ely', mark: 'unsaved' });
  await user.click(await screen.findByRole('button', { name: 'City: Ely' }));
  expect(screen.getByRole('textbox', { name: 'City' })).toHaveProperty('value', 'Ely');
});
