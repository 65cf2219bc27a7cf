import { cleanup, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { fieldViews, row } from '../../helpers/fake-panel-data.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

async function search(text: string) {
  const shown = renderPanel();
  await screen.findByText('Time zone');
  await shown.user.click(screen.getByRole('button', { name: 'Find a field' }));
  await shown.user.keyboard(text);
  return shown;
}

const labels = () => [...document.querySelectorAll('.field dt')].map(({ textContent }) => textContent).filter(Boolean);
const box = () => screen.getByRole('searchbox', { name: 'Find a field' });

test('a field is found by a part of its name, regardless of case, also when it is empty', async () => {
  const { user } = await search('STATE');
  expect(labels()).toEqual(['State or region']);
  await user.clear(box());
  await user.type(box(), 'zone');
  expect(labels()).toEqual(['Time zone']);
});

test('a query without a matching field is shown in the message', async () => {
  await search('shoe size');
  expect(labels()).toEqual([]);
  expect(screen.getByText('No field is called “shoe size”.').getAttribute('role')).toBe('status');
});

test('the search persists for the next row, and for the next time', async () => {
  const { panel } = await search('city');
  panel.row.value = { ...row, rowId: 8, contactId: 'another-contact' };
  panel.fields.shown.value = fieldViews.map((field) => (field.key === 'city' ? { ...field, value: 'Paris' } : field));
  await screen.findByRole('button', { name: 'City: Paris' });
  expect(labels()).toEqual(['City']);
  cleanup();
  renderPanel();
  await screen.findByRole('searchbox', { name: 'Find a field' });
  expect([(box() as HTMLInputElement).value, labels()]).toEqual(['city', ['City']]);
});

test.each(['{Escape}', 'cross'])('%s ends the search and moves the focus to the button that starts it', async (way) => {
  const { user } = await search('city');
  if (way === 'cross') await user.click(screen.getByRole('button', { name: 'Show all fields' }));
  else await user.keyboard(way);
  expect(labels().length).toBeGreaterThan(6);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Find a field' }));
});

test('the list of commands opens the search, and reaches a field that the search hides', async () => {
  const { user } = renderPanel();
  const command = async (words: string) => {
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: 'All commands' });
    await user.keyboard(`${words}{Enter}`);
  };
  await command('find a field');
  await user.type(await screen.findByRole('searchbox', { name: 'Find a field' }), 'zone');
  await command('edit city');
  expect(await screen.findByRole('textbox', { name: 'City' })).toBeTruthy();
});
