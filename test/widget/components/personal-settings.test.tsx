import { signal } from '@preact/signals';
import { cleanup, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
// A browser fetches them when somebody opens them; here they are there.
import '../../../widget/components/screens/RareScreens.tsx';
import '../../../widget/components/settings/Settings.tsx';
import { renderPanel } from '../../helpers/render-panel.tsx';

/** Opens the part of the settings that is for one person alone. */
async function openPersonal() {
  const rendered = renderPanel({ screen: signal({ kind: 'settings' }) });
  await rendered.user.click(await screen.findByRole('tab', { name: 'You' }));
  return rendered;
}

test('the language is chosen for one person, acts at once and is kept', async () => {
  const { user } = await openPersonal();
  const choice = screen.getByRole('combobox', { name: 'The panel speaks' });
  choice.focus();
  await user.selectOptions(choice, 'Français');
  expect(await screen.findByRole('combobox', { name: 'Le panneau parle' })).toBe(document.activeElement);
  expect(document.documentElement.lang).toBe('fr');
  cleanup();
  renderPanel();
  expect(await screen.findByRole('button', { name: 'Tâches, 4' })).toBeTruthy();
});

test('the timeline begins as this person prefers', async () => {
  const { panel, user } = await openPersonal();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Begins with' }), 'Tasks');
  await user.click(screen.getByRole('switch', { name: 'Open only' }));
  expect([panel.kind.value, panel.openOnly.value]).toEqual(['task', true]);
  cleanup();
  const { panel: later } = renderPanel();
  expect([later.kind.value, later.openOnly.value]).toEqual(['task', true]);
});

test('the timeline shows the kind that was left, until this person prefers one', async () => {
  renderPanel().panel.kind.value = 'note';
  cleanup();
  const { panel } = renderPanel();
  expect(panel.kind.value).toBe('note');
  panel.kind.value = 'all';
  cleanup();
  expect(renderPanel().panel.kind.value).toBe('all');
});

test('a kind that storage made up is none', () => {
  localStorage.setItem('highlevel-panel:kind', 'invoice');
  expect(renderPanel().panel.kind.value).toBe('all');
});

test('where storage is denied the choice holds as long as the panel is open', async () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(denied);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(denied);
  const { panel, user } = await openPersonal();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Begins with' }), 'Notes');
  expect(panel.kind.value).toBe('note');
  vi.restoreAllMocks();
});

test('only what is for everybody asks for Grist’s Save', async () => {
  const { user } = renderPanel({ screen: signal({ kind: 'settings' }) });
  expect(await screen.findByText(/To keep these settings for everyone/)).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'You' }));
  expect(screen.queryByText(/To keep these settings for everyone/)).toBeNull();
  expect(screen.getByText(/yours alone/)).toBeTruthy();
});

test('the arrows go from one part of the settings to the next', async () => {
  const { user } = renderPanel({ screen: signal({ kind: 'settings' }) });
  (await screen.findByRole('tab', { name: 'Sync' })).focus();
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'You', selected: true }));
  await user.keyboard('{End}');
  expect(screen.getByRole('tabpanel', { name: 'Activity' })).toBeTruthy();
});
