import { signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { ActivityEntry } from '../../../panel-api/activity.ts';
import type { ActivityStore } from '../../../widget/store/views/sync.ts';
import type { TimelineView } from '../../../widget/store/views/timeline.ts';
import { at, contact, now, timeline } from '../../helpers/fake-panel-data.ts';
import { fakeActivity } from '../../helpers/fake-panel-sync.ts';
// A browser loads it when it is first opened; here it is loaded at once.
import '../../../widget/components/timeline/HistoryList.tsx';
import { renderPanel } from '../../helpers/render-panel.tsx';

const entry = (id: string, change: Partial<ActivityEntry> = {}): ActivityEntry => ({
  id,
  at: at('11-20T13:58'),
  person: { userId: 5, highlevelUserId: 'ben', name: 'Ben Osei' },
  contactId: contact.id,
  act: 'field',
  what: 'city',
  label: '',
  from: 'Leeds',
  to: 'York',
  via: 'panel',
  result: 'saved',
  reason: '',
  traceId: '',
  ...change,
});

/** The timeline, with the history chosen. */
async function show(
  entries: readonly ActivityEntry[],
  change: Partial<ActivityStore> = {},
  groups: TimelineView['groups'] = [],
) {
  const unwatch = vi.fn();
  const watch = vi.fn(() => unwatch);
  const store = { ...fakeActivity(() => () => {}), entries: signal(entries), watch, ...change };
  const shown = renderPanel({ history: async () => store });
  shown.panel.timeline.view.value = { ...shown.panel.timeline.view.value, groups };
  const pill = screen.getByRole('button', { name: 'History' });
  expect(watch).not.toHaveBeenCalled();
  await shown.user.click(pill);
  await vi.waitFor(() => expect(watch).toHaveBeenCalledOnce());
  return { ...shown, pill, unwatch };
}

test('the history shows each change with its person, time, values and result', async () => {
  const { pill } = await show([
    entry('e1'),
    entry('e2', { at: at('11-19T09:00'), what: 'assignee', from: '', to: 'ama' }),
  ]);
  const days = await screen.findAllByRole('region', { name: /^(Today|Yesterday)$/ });
  expect(days.map((day) => within(day).getByRole('listitem').textContent)).toEqual([
    expect.stringMatching(/^13:58City Leeds → YorkBen Osei · in the panelSaved$/),
    expect.stringMatching(/^09:00.*— → Ama Boateng/),
  ]);
  expect(pill.getAttribute('aria-pressed')).toBe('true');
});

test('tasks, notes and appointments are listed among the changes in one order, each once', async () => {
  await show([entry('e1', { at: at('11-19T16:00') }), entry('e2')], {}, timeline.groups);
  await screen.findAllByText(/→ York/);
  const all = [...document.querySelectorAll('.history li')];
  const times = all.map((line) => Date.parse(line.querySelector('time')!.dateTime));
  expect(times).toEqual(times.toSorted((one, other) => other - one));
  const past = timeline.groups.flatMap(({ entries }) => entries).filter((one) => one.at !== null && one.at <= now);
  expect(all.length).toBe(past.length + 2);
  expect(new Set(past.map(({ kind }) => kind))).toEqual(new Set(['task', 'note', 'appointment']));
  const ids = all.flatMap((line) => line.getAttribute('data-past') ?? []);
  expect(ids.sort()).toEqual(past.map(({ id }) => id).sort());
});

test('entries of the timeline can be hidden and shown again', async () => {
  const { user, unwatch } = await show([entry('e1')]);
  await screen.findByRole('region', { name: 'Today' });
  await user.click(screen.getByRole('button', { name: /^All/ }));
  expect(screen.queryByText('Leeds → York')).toBeNull();
  expect(unwatch).toHaveBeenCalledOnce();
});

test('typing into the search narrows the history', async () => {
  const { user } = await show([entry('e1'), entry('e2', { from: '', to: 'Thika' })]);
  await screen.findByText(/→ York/);
  await user.type(screen.getByRole('searchbox'), 'thika');
  expect([screen.queryByText(/→ York/), Boolean(screen.getByText(/→ Thika/))]).toEqual([null, true]);
  await user.type(screen.getByRole('searchbox'), 'x');
  expect(screen.getByText('No matches in history.')).toBeTruthy();
});

test('a contact without changes shows a message', async () => {
  await show([]);
  expect(await screen.findByText('Nothing was changed here yet.')).toBeTruthy();
});

test('an unreadable history shows its reason and can be tried again', async () => {
  const reload = vi.fn();
  const error = signal({ side: 'highlevel', code: 'unreachable', retryable: true } as const);
  const { user } = await show([], { error, reload });
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(reload).toHaveBeenCalledOnce();
});
