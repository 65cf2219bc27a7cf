import { signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { environment, row } from '../../helpers/fake-panel-data.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

type Change = Parameters<typeof renderPanel>[0];

/** Opens the list of all commands from an entry, or from wherever the focus is. */
async function openPalette(change: Change = {}, from?: RegExp) {
  const rendered = renderPanel(change);
  if (from) screen.getByRole('listitem', { name: from }).focus();
  await rendered.user.keyboard('{Control>}k{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'All commands' });
  return { ...rendered, dialog, options: () => within(dialog).getAllByRole('option') };
}

const named = (name: RegExp) => screen.getByRole('option', { name });

test('every command is listed in its group, with its key', async () => {
  const { dialog } = await openPalette();
  const groups = within(dialog).getAllByRole('group');
  expect(groups.map((group) => group.querySelector('p')?.textContent)).toEqual([
    'Rows',
    'Contact',
    'Timeline',
    'Write',
    'Panel',
    'Fields',
  ]);
  expect(named(/^Write a note/).textContent).toBe('Write a noteN');
  expect(named(/^Redo/).textContent).toBe('RedoShiftZ');
});

test('typing narrows the list, and Enter runs the first command', async () => {
  const { panel, user, options } = await openPalette();
  await user.keyboard('copy phone');
  expect(options().map(({ textContent }) => textContent)).toEqual(['Copy the phone number']);
  expect(screen.getByText('1 command')).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(callsOf(panel, 'copy')).toEqual([['+442079460182']]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('opening a part by its name moves the focus to it', async () => {
  const { user } = await openPalette();
  await user.keyboard('details{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Details' }));
});

test('accents and capitals need not be typed', async () => {
  const { user } = renderPanel({ environment: { ...environment, language: 'fr', culture: 'fr' } });
  await screen.findByRole('button', { name: 'Tâches, 4' });
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'Toutes les commandes' });
  await user.keyboard('TACHES');
  expect(named(/Afficher seulement les tâches/)).toBeTruthy();
});

test('a query without a match is shown in the message', async () => {
  const { user } = await openPalette();
  await user.keyboard('fax');
  expect(screen.queryByRole('option')).toBeNull();
  expect(screen.getByText('No command matches “fax”.')).toBeTruthy();
});

test('the focus goes back to the entry it came from, and the command acts on that', async () => {
  const { panel, user } = await openPalette({}, /Send revised quote/);
  await user.keyboard('complete{Enter}');
  expect(callsOf(panel, 'completeTask')).toEqual([['t1', true]]);
  expect(document.activeElement).toBe(screen.getByRole('listitem', { name: /Send revised quote/ }));
});

test('Ctrl+K and a click beside it close it, and do nothing else', async () => {
  const { panel, user, dialog } = await openPalette({}, /Send revised quote/);
  await user.keyboard('{Control>}k{/Control}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('listitem', { name: /Send revised quote/ }));
  expect(dialog.isConnected).toBe(false);
  // The timeline lets go of a ticked task whenever the focus leaves it.
  expect(panel.calls.filter(([verb]) => verb !== 'letGo')).toEqual([]);
});

test('a command for an entry is listed as unavailable without one', async () => {
  const { panel, user } = await openPalette();
  const tick = named(/^Complete or reopen/);
  expect(tick.getAttribute('aria-disabled')).toBe('true');
  expect(tick.textContent).toContain('Not available here');
  await user.click(tick);
  expect(callsOf(panel, 'completeTask')).toEqual([]);
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('a field is edited by its name, wherever it is shown', async () => {
  localStorage.setItem('highlevel-panel:details', 'false');
  const { user } = await openPalette();
  await user.keyboard('edit city{Enter}');
  expect(await screen.findByRole('textbox', { name: 'City' })).toBe(document.activeElement);
});

test('the palette opens during typing, and the text stays', async () => {
  const { panel, user } = renderPanel();
  await user.type(screen.getByRole('searchbox'), 'oak');
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'All commands' });
  await user.keyboard('tasks only{Enter}');
  expect(panel.timeline.kind.value).toBe('task');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  expect(panel.timeline.search.value).toBe('oak');
});

test('a viewer is offered nothing that writes', async () => {
  await openPalette({ readOnly: signal(true) });
  expect(screen.queryByRole('option', { name: /Write a note|Edit|Delete/ })).toBeNull();
  expect(named(/^Refresh from HighLevel/)).toBeTruthy();
});

test('a row without a contact has its own commands', async () => {
  const { panel, user } = await openPalette({ screen: signal({ kind: 'unlinked', row }) });
  expect(named(/^Create a contact from this row/)).toBeTruthy();
  expect(screen.queryByRole('option', { name: /Write a note/ })).toBeNull();
  await user.keyboard('redo{Enter}');
  expect(callsOf(panel, 'redoLast')).toHaveLength(1);
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'All commands' });
  await user.keyboard('settings{Enter}');
  expect(callsOf(panel, 'openSettings')).toHaveLength(1);
});

test('a command leads from the settings back to the contact', async () => {
  const { panel, user } = await openPalette({ screen: signal({ kind: 'settings' }) });
  await user.keyboard('go back{Enter}');
  expect(callsOf(panel, 'closeSettings')).toHaveLength(1);
});

test('one list opens another', async () => {
  const { user } = await openPalette();
  await user.keyboard('keyboard shortcuts{Enter}');
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
});
