import { signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { task, timeline } from '../../helpers/fake-panel-data.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

test('ticking a task completes it', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('checkbox', { name: 'Complete: Prepare contract draft' }));
  expect(callsOf(panel, 'completeTask')).toEqual([['t3', true]]);
});

test('unticking a task reopens it', async () => {
  const { panel, user } = renderPanel();
  const box = screen.getByRole('checkbox', { name: 'Reopen: Send fabric samples' });
  expect(box).toHaveProperty('checked', true);
  await user.click(box);
  expect(callsOf(panel, 'completeTask')).toEqual([['t4', false]]);
});

test('the box shows the state of the task, not the click', async () => {
  const { user } = renderPanel();
  const box = screen.getByRole('checkbox', { name: 'Complete: Prepare contract draft' });
  await user.click(box);
  expect(box).toHaveProperty('checked', false);
});

test('a refused tick shows its reason beside the task, and can be tried again', async () => {
  const refused = task('t9', 'Call the workshop', '11-18T17:00');
  const failure = { side: 'highlevel', code: 'unreachable', retryable: true } as const;
  const groups = [{ kind: 'overdue', day: null, entries: [{ ...refused, failure }] }] as const;
  const { panel, user } = renderPanel({ timeline: { view: signal({ ...timeline, groups }) } });
  const entry = within(screen.getByRole('listitem', { name: /Call the workshop/ }));
  expect(entry.getByText(/^HighLevel isn’t responding/)).toBeTruthy();
  await user.click(entry.getByRole('button', { name: 'Try again' }));
  expect(callsOf(panel, 'retryTask')).toEqual([['t9']]);
});

test('a viewer cannot tick', async () => {
  const { panel, user } = renderPanel({ readOnly: signal(true) });
  const box = screen.getByRole('checkbox', { name: 'Complete: Prepare contract draft' });
  expect(box).toHaveProperty('disabled', true);
  screen.getByRole('listitem', { name: /Prepare contract draft/ }).focus();
  await user.keyboard('x ');
  expect(callsOf(panel, 'completeTask')).toEqual([]);
});
