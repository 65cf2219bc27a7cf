import { signal } from '@preact/signals';
import { cleanup, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { fieldViews, row } from '../../helpers/fake-panel-data.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

const toggle = () => screen.getByRole('button', { name: 'Details' });

test('empty fields are hidden until they are shown on request', async () => {
  const { user } = renderPanel();
  expect(screen.queryByText('State or region')).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Show 2 empty' }));
  await user.click(screen.getByRole('button', { name: 'State or region: Add' }));
  expect(screen.getByRole('textbox', { name: 'State or region' })).toBeTruthy();
});

test('the choice to show empty fields holds for the next row', async () => {
  const { panel, user } = renderPanel();
  await user.click(await screen.findByRole('button', { name: 'Show 2 empty' }));
  panel.row.value = { ...row, rowId: 8, contactId: 'another-contact' };
  panel.setField('city', { value: 'Paris' });
  await screen.findByRole('button', { name: 'City: Paris' });
  expect(screen.getByRole('button', { name: 'State or region: Add' })).toBeTruthy();
});

test('the choice to show empty fields holds when the panel is opened again', async () => {
  const { user } = renderPanel();
  await user.click(await screen.findByRole('button', { name: 'Show 2 empty' }));
  cleanup();
  renderPanel();
  expect(await screen.findByRole('button', { name: 'State or region: Add' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Hide empty' })).toBeTruthy();
});

test('a field that was just emptied stays visible', async () => {
  const { panel } = renderPanel();
  panel.setField('city', { value: '' });
  expect(await screen.findByRole('button', { name: 'City: Add' })).toBeTruthy();
});

test('closed details show their warning, and stay closed next time', async () => {
  const { panel, user, rerender } = renderPanel();
  panel.setField('city', { mark: 'differs', inGrist: 'Leeds' });
  await user.click(toggle());
  expect(screen.queryByRole('button', { name: 'City: London' })).toBeNull();
  expect(screen.getByText('1 differs')).toBeTruthy();
  rerender();
  expect(localStorage.getItem('highlevel-panel:details')).toBe('false');
  expect(toggle().getAttribute('aria-expanded')).toBe('false');
});

test('details open as they were left', () => {
  localStorage.setItem('highlevel-panel:details', 'false');
  renderPanel();
  expect(toggle().getAttribute('aria-expanded')).toBe('false');
});

test('a cell that differs is shown with its value', async () => {
  const { panel, user } = renderPanel();
  panel.setField('city', { mark: 'differs', inGrist: 'Leeds' });
  expect(await screen.findByText('In Grist: Leeds')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Use Grist’s' }));
  await user.click(screen.getByRole('button', { name: 'Use HighLevel’s' }));
  expect(panel.calls).toEqual([
    ['resolveConflict', 'city', 'grist', false],
    ['resolveConflict', 'city', 'highlevel', false],
  ]);
});

test('a read-only field of HighLevel is text with the reason', () => {
  renderPanel();
  expect(screen.queryByRole('button', { name: /^Company/ })).toBeNull();
  const company = screen.getByText('Company').closest('.field')?.querySelector('.val');
  expect(company?.textContent).toBe('Kimani Interiors');
  expect(company?.getAttribute('title')).toBe('HighLevel doesn’t let other apps change this.');
});

test('a web address opens in a new tab, and other addresses are text', async () => {
  const { panel } = renderPanel();
  const link = screen.getByRole('link', { name: 'Open website' });
  expect(link.getAttribute('href')).toBe('https://kimani-interiors.example');
  panel.setField('website', { value: 'javascript:alert(1)' });
  await screen.findByRole('button', { name: 'Website: javascript:alert(1)' });
  expect(screen.queryByRole('link', { name: 'Open website' })).toBeNull();
});

test('custom fields are formatted by their kind', async () => {
  renderPanel();
  expect(await screen.findByText('£18,400.00')).toBeTruthy();
  expect(screen.getByText('12 Jan 2027')).toBeTruthy();
  expect(screen.getByText('Shelving')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'brief-signed.pdf' })).toBeTruthy();
  expect(screen.queryByText('Unused')).toBeNull();
});

test('before HighLevel responds, the row’s own values are shown and read-only', () => {
  renderPanel({
    contact: signal({ data: undefined, loading: true, error: undefined, asOf: undefined }),
    fields: { shown: signal(fieldViews.map((field) => ({ ...field, editable: 'loading' as const }))) },
  });
  expect(screen.getByRole('heading', { level: 1, name: 'Grace Kimani' })).toBeTruthy();
  expect(screen.getByText('London')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^City/ })).toBeNull();
});
