import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { ActivityEntry } from '../../../panel-api/activity.ts';
import type { ActivityStore } from '../../../widget/store/views/sync.ts';
import { fakeActivity } from '../../helpers/fake-panel-sync.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

const entry: ActivityEntry = {
  id: 'e1',
  at: Date.UTC(2026, 10, 20, 13, 58),
  person: { userId: 5, highlevelUserId: 'ben', name: 'Ben Osei' },
  contactId: 'c1',
  act: 'field',
  what: 'city',
  label: '',
  from: 'Bath',
  to: 'Leeds',
  via: 'panel',
  result: 'saved',
  reason: '',
  traceId: '',
};

async function show(change: Partial<ActivityStore> = {}) {
  const calls: unknown[][] = [];
  const activity = {
    ...fakeActivity(
      (name) =>
        (...given) =>
          void calls.push([name, ...given]),
    ),
    ...change,
  };
  const shown = renderPanel({ screen: signal({ kind: 'settings' }), activity: async () => activity });
  await shown.user.click(await screen.findByRole('tab', { name: 'Activity' }));
  return { ...shown, calls, activity };
}

test('an entry shows the action, its person, its place and its result', async () => {
  await show({ entries: signal([entry]) });
  const line = await screen.findByRole('listitem');
  expect(line.textContent).toContain('City Bath → LeedsBen Osei · in the panelSaved');
});

test('unidentified people are shown by their number', async () => {
  await show({ entries: signal([{ ...entry, person: { userId: 5, highlevelUserId: null, name: null } }]) });
  expect((await screen.findByRole('listitem')).textContent).toContain('Grist user 5');
});

test('a problem shows its reason, and an unfinished action is marked as such', async () => {
  await show({
    entries: signal([
      { ...entry, id: 'e2', result: 'refused', reason: 'city is too long' },
      { ...entry, id: 'e3', result: null },
    ]),
  });
  const [refused, cut] = await screen.findAllByRole('listitem');
  expect(refused?.textContent).toContain('city is too longRefused');
  expect(cut?.textContent).toContain('In progress or interrupted');
});

test('the log can be searched, narrowed to problems, and extended to older entries', async () => {
  const { user, activity, calls } = await show({ entries: signal([entry]), more: signal(true) });
  await user.type(await screen.findByRole('searchbox', { name: 'Search' }), 'bath');
  await user.click(screen.getByRole('switch', { name: 'Problems only' }));
  await user.click(screen.getByRole('button', { name: 'Show older' }));
  expect([activity.search.value, activity.problemsOnly.value, calls]).toEqual(['bath', true, [['older']]]);
});

test('an empty log and an unreadable log each show a message', async () => {
  const error = signal<ActivityStore['error']['value']>(null);
  const { user, calls } = await show({ error });
  expect(await screen.findByText('Nothing yet.')).toBeTruthy();
  error.value = { side: 'highlevel', code: 'unreachable', retryable: true };
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(calls).toEqual([['reload']]);
});

test('a person chooses their user in HighLevel', async () => {
  const { user, calls } = await show();
  await user.selectOptions(await screen.findByRole('combobox', { name: 'In HighLevel I am' }), 'Ben Osei');
  expect(calls).toEqual([['introduce', 'ben']]);
});

test.each([
  [{ act: 'task', label: 'Call', from: 'false', to: 'true' }, 'Call completed'],
  [{ act: 'task', label: 'Call', from: '', to: 'Call\n2026-11-24T09:00:00Z' }, 'Call added: 2026-11-24T09:00:00Z'],
  [{ act: 'note', from: '', to: 'Prefers the oak.' }, 'Note added: Prefers the oak.'],
  [{ act: 'note', from: 'Prefers the oak.', to: 'Prefers ash.' }, 'Note Prefers the oak. → Prefers ash.'],
  [{ act: 'appointment', label: 'Measure visit', from: 'Measure visit', to: '' }, 'Measure visit deleted'],
  [{ act: 'link', label: 'Grace Kimani', from: '', to: 'c1' }, 'Grace Kimani linked'],
  [{ act: 'contact', label: 'Grace Kimani', from: 'Grace Kimani', to: '' }, 'Grace Kimani deleted'],
  [{ act: 'field', what: 'followers', from: '', to: 'Ben Osei' }, 'Followers — → Ben Osei'],
] as const)('%j reads as the action', async (change, words) => {
  await show({ entries: signal([{ ...entry, what: 'x', ...change } as ActivityEntry]) });
  expect((await screen.findByRole('listitem')).textContent).toContain(words);
});
