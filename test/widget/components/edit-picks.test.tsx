import { screen } from '@testing-library/preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

const names = () => screen.getAllByRole('option').map((option) => option.textContent);

async function open(field: string) {
  const shown = renderPanel();
  await shown.user.click(screen.getByRole('button', { name: field }));
  await screen.findByRole('listbox');
  return shown;
}

test('an owner is saved when picked', async () => {
  const { panel, user } = await open('Owner: Ben Osei');
  expect(names()).toEqual(['Unassigned', 'Ama Boateng', 'Ben Osei', 'Lena Fischer']);
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Ben Osei');
  await user.click(screen.getByRole('option', { name: 'Lena Fischer' }));
  expect(callsOf(panel, 'saveField')).toEqual([['assignee', 'lena']]);
});

/** Chromium fires `blur` on a control that is removed from the page; jsdom does not. */
function tellWhatIsRemoved() {
  const { remove } = Element.prototype;
  const removing = vi.spyOn(Element.prototype, 'remove').mockImplementation(function gone(this: Element) {
    if (this.contains(document.activeElement)) document.activeElement?.dispatchEvent(new FocusEvent('blur'));
    remove.call(this);
  });
  onTestFinished(() => removing.mockRestore());
}

test.each(['{Enter}', '{ArrowUp}{Enter}', '{Escape}'])('%s returns the focus to the field', async (keys) => {
  const { user } = await open('Owner: Ben Osei');
  tellWhatIsRemoved();
  await user.keyboard(keys);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Owner/ }));
});

test('arrows and Enter pick', async () => {
  const { panel, user } = await open('Owner: Ben Osei');
  await user.keyboard('{ArrowUp}{Enter}');
  expect(callsOf(panel, 'saveField')).toEqual([['assignee', 'ama']]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Owner/ }));
});

test('typing narrows the list, regardless of accents', async () => {
  const { panel, user } = await open('Country: United Kingdom');
  await user.keyboard('cote');
  expect(names()).toEqual(['Côte d’Ivoire']);
  await user.keyboard('{Enter}');
  expect(callsOf(panel, 'saveField')).toEqual([['country', 'CI']]);
});

test('Esc and leaving change nothing', async () => {
  const { panel, user } = await open('Owner: Ben Osei');
  await user.keyboard('{ArrowDown}{Escape}');
  await user.keyboard('{Enter}');
  await screen.findByRole('listbox');
  await user.click(document.body);
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(callsOf(panel, 'saveField')).toEqual([]);
});

test('the current choice is not saved again', async () => {
  const { panel, user } = await open('Owner: Ben Osei');
  await user.keyboard('{Enter}');
  expect(callsOf(panel, 'saveField')).toEqual([]);
});

test('a date is edited as a date', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('button', { name: 'Birthday: 9 Mar 1984' }));
  const input = screen.getByLabelText('Birthday');
  expect(input).toHaveProperty('type', 'date');
  await user.clear(input);
  await user.type(input, '1985-04-10');
  await user.keyboard('{Enter}');
  expect(callsOf(panel, 'saveField')).toEqual([['dateOfBirth', '1985-04-10']]);
});
