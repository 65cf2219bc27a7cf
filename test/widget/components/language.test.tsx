import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { environment } from '../../helpers/fake-panel-data.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

test('the French panel has French words and days, and no flash of English', async () => {
  const { container } = renderPanel({ environment: { ...environment, language: 'fr', culture: 'fr' } });
  expect(container.textContent).toBe('');
  await screen.findByRole('button', { name: 'Tâches, 4' });
  expect(screen.getByRole('heading', { name: 'Aujourd’hui' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'mer. 18 nov.' })).toBeTruthy();
  expect(screen.getByText('2 jours de retard')).toBeTruthy();
  expect(document.documentElement.lang).toBe('fr');
});

test('the Spanish panel has Spanish words', async () => {
  renderPanel({ environment: { ...environment, language: 'es-MX', culture: 'es-MX' } });
  await screen.findByRole('button', { name: 'Citas, 4' });
  expect(screen.getByText('2 días de retraso')).toBeTruthy();
});

test('parts that are loaded later have the same language', async () => {
  const { user } = renderPanel({ environment: { ...environment, language: 'fr', culture: 'fr' } });
  await screen.findByRole('button', { name: 'Tâches, 4' });
  await user.keyboard('?');
  expect(await screen.findByRole('dialog', { name: 'Raccourcis clavier' })).toBeTruthy();
});

test('an unknown language falls back to English', () => {
  renderPanel({ environment: { ...environment, language: 'de' } });
  expect(screen.getByRole('button', { name: 'Tasks, 4' })).toBeTruthy();
});
