import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

const completed = { id: 1, code: 'task-completed', undoable: true } as const;

test('an action can be undone while its message shows', async () => {
  const { panel, user } = renderPanel({ notices: { toast: signal(completed) } });
  expect(screen.getByText('Task completed')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(callsOf(panel, 'undo')).toEqual([[]]);
});

test('the message stays while it is pointed at or has the focus', async () => {
  const { panel, user } = renderPanel({ notices: { toast: signal(completed) } });
  await user.hover(screen.getByText('Task completed'));
  await user.unhover(screen.getByText('Task completed'));
  expect(callsOf(panel, 'holdToast')).toEqual([[true], [false]]);
  screen.getByRole('button', { name: 'Undo' }).focus();
  expect(callsOf(panel, 'holdToast').at(-1)).toEqual([true]);
});

test('Esc closes the message', async () => {
  const { panel, user } = renderPanel({ notices: { toast: signal(completed) } });
  await user.keyboard('{Escape}');
  expect(callsOf(panel, 'dismissToast')).toEqual([[]]);
});

test('an irreversible action offers no undo', () => {
  renderPanel({ notices: { toast: signal({ id: 2, code: 'copied', undoable: false }) } });
  expect(screen.getByText('Copied')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a toast names what it is about', () => {
  renderPanel({ notices: { toast: signal({ ...completed, about: 'Send the quote' }) } });
  expect(screen.getByText('Task completed: Send the quote')).toBeTruthy();
});
