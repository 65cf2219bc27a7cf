import { signal } from '@preact/signals';
import { cleanup, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
// A browser loads them when they are first opened; here they are loaded at once.
import '../../../widget/components/screens/RareScreens.tsx';
import '../../../widget/components/settings/Settings.tsx';
import { renderPanel } from '../../helpers/render-panel.tsx';

/** Opens the part of the settings that is for one person alone. */
async function openPersonal() {
  const rendered = renderPanel({ screen: signal({ kind: 'settings' }) });
  await rendered.user.click(await screen.findByRole('tab', { name: 'You' }));
  return rendered;
}

test('the language is chosen for one person, acts at once and persists', async () => {
  const { user } = await openPersonal();
  const choice = screen.getByRole('combobox', { name: 'Panel language' });
  choice.focus();
  await user.selectOptions(choice, 'Français');
  expect(await screen.findByRole('combobox', { name: 'Langue du panneau' })).toBe(document.activeElement);
  expect(document.documentElement.lang).toBe('fr');
  cleanup();
  renderPanel();
  expect(await screen.findByRole('button', { name: 'Tâches, 4' })).toBeTruthy();
});

test('the timeline starts with this person’s preference', async () => {
  const { panel, user } = await openPersonal();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Start with' }), 'Tasks');
  await user.click(screen.getByRole('switch', { name: 'Open only' }));
  expect([panel.timeline.kind.value, panel.timeline.openOnly.value]).toEqual(['task', true]);
  cleanup();
  const { panel: later } = renderPanel();
  expect([later.timeline.kind.value, later.timeline.openOnly.value]).toEqual(['task', true]);
});

test('the timeline shows the last kind unless this person prefers one', async () => {
  renderPanel().panel.timeline.kind.value = 'note';
  cleanup();
  const { panel } = renderPanel();
  expect(panel.timeline.kind.value).toBe('note');
  panel.timeline.kind.value = 'all';
  cleanup();
  expect(renderPanel().panel.timeline.kind.value).toBe('all');
});

test('an invalid stored kind is ignored', () => {
  localStorage.setItem('highlevel-panel:kind', 'invoice');
  expect(renderPanel().panel.timeline.kind.value).toBe('all');
});

test('without storage the choice holds as long as the panel is open', async () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(denied);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(denied);
  const { panel, user } = await openPersonal();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Start with' }), 'Notes');
  expect(panel.timeline.kind.value).toBe('note');
  vi.restoreAllMocks();
});

test('only shared settings mention Grist’s Save', async () => {
  const { user } = renderPanel({ screen: signal({ kind: 'settings' }) });
  expect(await screen.findByText(/To keep these settings for everyone/)).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'You' }));
  expect(screen.queryByText(/To keep these settings for everyone/)).toBeNull();
  expect(screen.getByText(/yours alone/)).toBeTruthy();
});

test('the arrows move through the parts of the settings', async () => {
  const { user } = renderPanel({ screen: signal({ kind: 'settings' }) });
  (await screen.findByRole('tab', { name: 'Sync' })).focus();
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'You', selected: true }));
  await user.keyboard('{End}');
  expect(screen.getByRole('tabpanel', { name: 'Activity' })).toBeTruthy();
});
