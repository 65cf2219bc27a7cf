import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { renderPanel } from '../../helpers/render-panel.tsx';

const focused = () => document.activeElement;

test.each([
  ['change the business', () => screen.getByRole('combobox', { name: 'Business' })],
  ['add a follower', () => screen.getByRole('combobox', { name: 'Add a follower' })],
  ['do not disturb', () => screen.getAllByRole('menuitemcheckbox')[0]],
  ['time zone', () => screen.getByRole('combobox', { name: 'Time zone' })],
])('“%s” opens by its name from closed details', async (words, control) => {
  const { user } = renderPanel();
  const details = screen.getByRole('button', { name: 'Details' });
  if (details.getAttribute('aria-expanded') === 'true') await user.click(details);
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'All commands' });
  await user.keyboard(`${words}{Enter}`);
  await waitFor(() => expect(focused()).toBe(control()));
  expect(screen.queryByRole('button', { name: 'Hide empty' })).toBeNull();
});

test('the history is shown by its name', async () => {
  const { panel, user } = renderPanel();
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'All commands' });
  await user.keyboard('show the history{Enter}');
  expect(panel.timeline.kind.value).toBe('history');
});
