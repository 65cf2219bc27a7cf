import { signal } from '@preact/signals';
import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { fakeContactWork } from '../../helpers/fake-panel-contact.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

async function openConfirmation(change: Parameters<typeof renderPanel>[0] = {}) {
  const shown = renderPanel(change);
  await shown.user.click(screen.getByRole('button', { name: 'More actions' }));
  await shown.user.click(screen.getByRole('menuitem', { name: 'Delete in HighLevel…' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete Grace Kimani in HighLevel?' });
  return { ...shown, dialog };
}

test('the confirmation lists what is deleted and what stays', async () => {
  const { dialog } = await openConfirmation();
  await screen.findByText(
    /9 tasks, 17 notes and 7 appointments will be deleted too\. Your Grist row stays\. This can’t be undone\./,
  );
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep' }));
  expect(dialog.getAttribute('aria-describedby')).toBeTruthy();
});

test('Keep deletes nothing', async () => {
  const { panel, user } = await openConfirmation();
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(callsOf(panel, 'remove')).toEqual([]);
});

test('the button with the contact’s name deletes it', async () => {
  const { panel, user } = await openConfirmation();
  await user.click(screen.getByRole('button', { name: 'Delete contact' }));
  await waitFor(() => expect(callsOf(panel, 'remove')).toHaveLength(1));
});

test('a refusal is shown in the confirmation, which stays', async () => {
  const failure = { side: 'highlevel', code: 'forbidden', retryable: false } as const;
  const work = fakeContactWork(() => () => {}, { remove: async () => failure });
  const { user } = await openConfirmation({ contactWork: async () => work });
  await user.click(screen.getByRole('button', { name: 'Delete contact' }));
  expect((await screen.findByText('You aren’t allowed to change this in HighLevel.')).getAttribute('role')).toBe(
    'alert',
  );
  expect(screen.getByRole('alertdialog')).toBeTruthy();
});

test('unknown numbers are not shown', async () => {
  const belongings = () => ({ tasks: 1, notes: null, appointments: 0 });
  await openConfirmation({ contactWork: async () => fakeContactWork(() => () => {}, { belongings }) });
  expect(await screen.findByText(/Everything that belongs to it will be deleted too\./)).toBeTruthy();
});

test('a viewer has no delete action', async () => {
  const { user } = renderPanel({ readOnly: signal(true) });
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  expect(screen.queryByRole('menuitem', { name: /Delete/ })).toBeNull();
});
