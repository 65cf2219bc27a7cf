import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

const value = (name: string) => screen.getByRole('button', { name });
const input = (name: string) => screen.getByRole('textbox', { name });

async function editCity(text: string) {
  const shown = renderPanel();
  await shown.user.click(value('City: London'));
  await shown.user.clear(input('City'));
  if (text) await shown.user.type(input('City'), text);
  return shown;
}

test('Enter saves a field and returns the focus to it', async () => {
  const { panel, user } = await editCity('Leeds');
  await user.keyboard('{Enter}');
  expect(callsOf(panel, 'saveField')).toEqual([['city', 'Leeds']]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^City/ }));
});

test('Tab saves a field and moves on to the next', async () => {
  const { panel, user } = await editCity('Leeds');
  await user.tab();
  expect(callsOf(panel, 'saveField')).toEqual([['city', 'Leeds']]);
  expect(document.activeElement).toBe(value('Postal code: SE1 9PP'));
});

test('leaving a field saves it', async () => {
  const { panel, user } = await editCity('Leeds');
  await user.click(document.body);
  expect(callsOf(panel, 'saveField')).toEqual([['city', 'Leeds']]);
  await screen.findByRole('button', { name: /^City/ });
});

test('a field can be emptied', async () => {
  const { panel, user } = await editCity('');
  await user.keyboard('{Enter}');
  expect(callsOf(panel, 'saveField')).toEqual([['city', '']]);
});

test('opening and leaving a field saves nothing', async () => {
  const { panel, user } = renderPanel();
  await user.click(value('City: London'));
  await user.tab();
  expect(panel.calls).toEqual([]);
});

test('Enter opens a field at rest with its text selected', async () => {
  const { user } = renderPanel();
  value('City: London').focus();
  await user.keyboard('{Enter}');
  await user.keyboard('Bath');
  expect(input('City')).toHaveProperty('value', 'Bath');
});
