import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

test('an editor left by a press stays until the button is released, so that nothing moves under the pointer', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('button', { name: 'City: London' }));
  await user.keyboard('Leeds');
  const next = screen.getByRole('button', { name: 'Postal code: SE1 9PP' });
  await user.pointer({ keys: '[MouseLeft>]', target: next });
  expect(callsOf(panel, 'saveField')).toEqual([['city', 'Leeds']]);
  expect(screen.getByText('Enter saves · Esc cancels')).toBeTruthy();

  await user.pointer('[/MouseLeft]');
  await screen.findByRole('textbox', { name: 'Postal code' });
  await screen.findByRole('button', { name: /^City/ });
});
