import { signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { Entry } from '../../../widget/store/views/timeline.ts';
import { appointment, contact, location, note, now, task } from '../../helpers/fake-panel-data.ts';
import { keptDrafts, renderWriting, timelineOf } from './arrange-writing.ts';

const call = task('t9', 'Call', '11-24T17:00');
const oak = note('n9', 'Prefers the oak', '11-18T15:34');
const visit = appointment('a9', 'Measure visit', '11-24T10:00', '11-24T11:00');
const unreachable = { side: 'highlevel', code: 'unreachable', retryable: true } as const;

const item = (name: RegExp) => screen.getByRole('listitem', { name });

async function show(entries: Entry[], more: Parameters<typeof renderWriting>[1] = {}) {
  const shown = renderWriting({ timeline: { view: timelineOf(...entries) } }, more);
  await screen.findByRole('button', { name: 'Add a note…' });
  return shown;
}

test.each([
  [call, ['Edit', 'Delete']],
  [oak, ['Edit', 'Pin', 'Delete']],
  [visit, ['Reschedule', 'Status', 'Delete']],
])('pointing at an entry shows its actions', async (entry, actions) => {
  const { user } = await show([entry]);
  const [shown] = document.querySelectorAll<HTMLElement>('[data-entry]');
  await user.hover(shown!);
  const names = [...shown!.querySelectorAll('.entry-acts button')].map((button) => button.getAttribute('aria-label'));
  expect(names).toEqual(actions);
});

test('Delete deletes the entry that has the focus, and the next one takes it', async () => {
  const { user, given } = await show([call, visit]);
  await user.keyboard('j{Delete}');
  await expect.poll(() => given('removeEntry')).toEqual([['task', 't9']]);
  await expect.poll(() => document.activeElement).toBe(item(/Measure visit/));
  await user.keyboard('{Backspace}');
  await expect.poll(() => given('removeEntry')).toHaveLength(2);
});

test('a note is pinned and unpinned', async () => {
  const { user, panel, given } = await show([oak]);
  await user.hover(item(/^Note/));
  await user.click(screen.getByRole('button', { name: 'Pin' }));
  panel.timeline.view.value = timelineOf({ ...oak, note: { ...oak.note, pinned: true } }).value;
  await user.click(await screen.findByRole('button', { name: 'Unpin' }));
  expect(given('pin')).toEqual([
    ['n9', true],
    ['n9', false],
  ]);
});

test('an appointment is given any other status from a menu', async () => {
  const { user, given } = await show([visit]);
  await user.hover(item(/Measure visit/));
  await user.click(screen.getByRole('button', { name: 'Status' }));
  const items = within(screen.getByRole('menu')).getAllByRole('menuitem');
  expect(items.map(({ textContent }) => textContent)).toEqual(['Showed', 'No-show', 'Cancel appointment']);
  await user.click(screen.getByRole('menuitem', { name: 'No-show' }));
  expect(given('setStatus')).toEqual([['a9', 'noshow']]);
  await expect.poll(() => document.activeElement).toBe(item(/Measure visit/));
});

test('a pending entry is marked and has no actions', async () => {
  const { user } = await show([{ ...call, pending: true }]);
  await user.hover(item(/Call/));
  expect(screen.getByRole('img', { name: 'Saving…' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
});

test('a task that HighLevel does not have yet cannot be ticked', async () => {
  const form = { kind: 'task', title: 'Call', body: '', dueDate: now, assignee: '' } as const;
  await show([{ ...call, pending: true }], { drafts: keptDrafts({ id: 't9', form, sending: true }) });
  await expect.poll(() => screen.getByRole('checkbox', { name: 'Complete: Call' })).toHaveProperty('disabled', true);
});

test('a failed change is shown under its entry with its actions', async () => {
  const { user, given } = await show([{ ...call, trouble: { draftId: 'd1', failure: unreachable } }]);
  const entry = within(item(/Call/));
  expect(entry.getByText(/^HighLevel isn’t responding/)).toBeTruthy();
  await user.click(entry.getByRole('button', { name: 'Try again' }));
  await user.click(entry.getByRole('button', { name: 'Discard' }));
  expect([given('retryEntry'), given('discardEntry')]).toEqual([[['d1']], [['d1']]]);
});

test('a concurrent change is shown before it is overwritten', async () => {
  const theirs = 'Call Anna\n2026-11-26T09:00:00.000Z';
  const failure = { side: 'highlevel', code: 'changed', theirs, retryable: false } as const;
  const { user, given } = await show([{ ...call, trouble: { draftId: 'd1', failure } }]);
  const entry = within(item(/Call/));
  expect(entry.getByText(/^Changed in HighLevel in the meantime: Call Anna · Thu 26 Nov/)).toBeTruthy();
  await user.click(entry.getByRole('button', { name: 'Use mine' }));
  await user.click(entry.getByRole('button', { name: 'Use theirs' }));
  expect([given('overwriteEntry'), given('discardEntry')]).toEqual([[['d1']], [['d1']]]);
});

test('Esc keeps the draft of an editor, and the entry is marked', async () => {
  const { user, given } = await show([call]);
  await user.keyboard('je!');
  await user.keyboard('{Escape}');
  const entry = within(await screen.findByRole('listitem', { name: /^Task, Call/ }));
  expect(await entry.findByText('Draft saved')).toBeTruthy();
  await user.click(entry.getAllByRole('button', { name: 'Edit' })[0]!);
  expect(screen.getByRole('textbox', { name: 'Task title' })).toHaveProperty('value', 'Call!');
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Discard' }));
  expect(given('discardEntry')).toHaveLength(1);
});

test('Esc closes an untouched editor without a draft', async () => {
  const { user, work } = await show([call]);
  await user.keyboard('je{Escape}');
  await expect.poll(() => document.activeElement).toBe(item(/^Task, Call/));
  expect(work.drafts.value).toEqual([]);
});

test('a time also shows the clock of a contact in another time zone', async () => {
  const { user } = renderWriting({
    timeline: { view: timelineOf(visit) },
    contact: signal({
      data: { ...contact, timezone: 'Asia/Kathmandu' },
      loading: false,
      error: undefined,
      asOf: now,
    }),
    directory: { location: signal({ ...location, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone }) },
  });
  await user.hover(item(/Measure visit/));
  await expect.poll(() => screen.queryByTitle(/in Kathmandu$/)?.textContent).toMatch(/10:00/);
});
