import { screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { dndChannels } from '../../../sync/refs.ts';
import { contact } from '../../helpers/fake-panel-data.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

test('the header shows the name, company and owner', () => {
  renderPanel();
  const header = within(screen.getByRole('banner'));
  expect(header.getByRole('heading', { level: 1, name: 'Grace Kimani' })).toBeTruthy();
  expect(header.getByText('Kimani Interiors')).toBeTruthy();
  expect(header.getByTitle('Owner').textContent).toContain('Ben');
});

test('a link leads to the contact in HighLevel', () => {
  renderPanel();
  const link = screen.getByRole('link', { name: 'Open in HighLevel' });
  expect(link.getAttribute('href')).toBe(
    `https://app.gohighlevel.com/v2/location/northlight/contacts/detail/${contact.id}`,
  );
});

test('the menu refreshes, copies the id and opens the settings', async () => {
  const { panel, user } = renderPanel();
  for (const item of ['Refresh from HighLevel', 'Copy contact id', 'Settings']) {
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(screen.getByRole('menuitem', { name: item }));
  }
  expect(panel.calls).toEqual([['refresh'], ['copy', contact.id], ['openSettings']]);
});

test('arrows move through the menu, and Esc closes it and restores the focus', async () => {
  const { user } = renderPanel();
  const button = screen.getByRole('button', { name: 'More actions' });
  await user.click(button);
  expect(document.activeElement?.textContent).toContain('Refresh');
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement?.textContent).toContain('Delete in HighLevel');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('a click elsewhere closes the menu', async () => {
  const { user } = renderPanel();
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  await user.click(screen.getByRole('searchbox'));
  expect(screen.queryByRole('menu')).toBeNull();
});

test('e-mail and phone can be used and copied', async () => {
  const { panel, user } = renderPanel();
  expect(screen.getByRole('link', { name: contact.email }).getAttribute('href')).toBe(`mailto:${contact.email}`);
  expect(screen.getByRole('link', { name: contact.phone }).getAttribute('href')).toBe(`tel:${contact.phone}`);
  await user.click(screen.getByRole('button', { name: 'Copy email' }));
  expect(callsOf(panel, 'copy')).toEqual([[contact.email]]);
});

test('a channel that the contact has switched off is marked', async () => {
  const { panel } = renderPanel();
  expect(screen.getByText('No SMS', { selector: '.pill' })).toBeTruthy();
  expect(screen.queryByText('No email')).toBeNull();
  panel.contact.value = { ...panel.contact.value, data: { ...contact, dnd: true } };
  for (const channel of dndChannels) panel.setField(`dnd:${channel}`, { value: 'active' });
  await waitFor(() => expect(screen.getAllByText('Do not disturb', { selector: '.pill' })).toHaveLength(2));
});

test('tags are listed', () => {
  renderPanel();
  const tags = within(screen.getByRole('list', { name: 'Tags' })).getAllByRole('listitem');
  expect(tags.map((tag) => tag.textContent)).toEqual(['interior designer', 'referral', 'autumn show 2026']);
});
