import { signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { timeline } from '../../helpers/fake-panel-data.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

const feed = () => within(screen.getByRole('region', { name: 'Timeline' }));

test('entries are grouped under overdue, upcoming and their days', () => {
  renderPanel();
  const headings = feed().getAllByRole('heading', { level: 2 });
  expect(headings.map((heading) => heading.textContent)).toEqual([
    'Overdue 1',
    'Upcoming 3',
    'Today',
    'Wed 18 Nov',
    'Mon 16 Nov',
  ]);
});

test('an entry is named by its kind, title, time and state', () => {
  renderPanel();
  const names = feed()
    .getAllByRole('listitem')
    .map((entry) => entry.getAttribute('aria-label'));
  expect(names.slice(0, 3)).toEqual([
    'Task, Send revised quote with the oak option, Due Wed 18 Nov, 17:00, overdue',
    'Task, Confirm fitting date with the workshop, Due today, 17:00',
    'Appointment, Measure visit, living room, Tue 24 Nov, 10:00–11:00, Confirmed',
  ]);
});

test('an overdue task shows how late it is', () => {
  renderPanel();
  expect(within(screen.getByRole('listitem', { name: /Send revised quote/ })).getByText('2 days late')).toBeTruthy();
});

test('people and calendars appear by name', () => {
  renderPanel();
  expect(within(screen.getByRole('listitem', { name: /Prepare contract/ })).getByText('Lena Fischer')).toBeTruthy();
  expect(within(screen.getByRole('listitem', { name: /Measure visit/ })).getByText('Site visits')).toBeTruthy();
});

test('a kind that could not be read is reported, and the others show', async () => {
  const failure = { side: 'highlevel', code: 'unreachable', retryable: true } as const;
  const { panel, user } = renderPanel({
    timeline: { view: signal({ ...timeline, failures: { appointment: failure } }) },
  });
  expect(feed().getByRole('status').textContent).toContain('Appointments couldn’t be read.');
  expect(feed().getAllByRole('listitem').length).toBeGreaterThan(0);
  await user.click(feed().getByRole('button', { name: 'Try again' }));
  expect(callsOf(panel, 'refresh')).toEqual([[]]);
});
