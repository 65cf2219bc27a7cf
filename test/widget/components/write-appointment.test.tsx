import { signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { EntryForm } from '../../../engine/forms.ts';
import type { EntryWork } from '../../../widget/store/views/entries.ts';
import { appointment, at, calendars } from '../../helpers/fake-panel-data.ts';
import { keptDrafts, renderWriting, timelineOf } from './arrange-writing.ts';

const free = (...times: string[]): Pick<EntryWork, 'freeSlots'> => ({
  freeSlots: async () => [{ day: '2026-11-20', slots: times.map(at) }],
});
const visit = appointment('a9', 'Measure visit', '11-20T16:00', '11-20T17:30');

async function compose(change: Partial<EntryWork> = {}, panel: Parameters<typeof renderWriting>[0] = {}) {
  const shown = renderWriting(panel, change);
  await shown.user.click(await screen.findByRole('button', { name: 'Book appointment' }));
  return shown;
}

const slot = (name: string) => screen.findByRole('radio', { name });

test('a free time is booked with the calendar’s duration', async () => {
  const { user, given, lastKept } = await compose(free('11-20T15:00', '11-20T16:30'));
  await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Measure visit');
  await user.click(await slot('16:30'));
  await user.type(screen.getByLabelText('Where'), 'Studio');
  await user.click(screen.getByRole('button', { name: 'Book 16:30' }));
  expect(lastKept()).toMatchObject({
    calendarId: 'visits',
    title: 'Measure visit',
    address: 'Studio',
    outsideSlots: false,
    startTime: at('11-20T16:30'),
    endTime: at('11-20T17:30'),
  });
  expect(given('submitEntry')).toHaveLength(1);
});

test('only calendars that take appointments are offered', async () => {
  const off = new Map([...calendars].map(([id, one]) => [id, { ...one, isActive: id !== 'discovery' }]));
  await compose({}, { directory: { calendars: signal(off) } });
  const names = within(screen.getByLabelText('Calendar')).getAllByRole('option');
  expect(names.map(({ textContent }) => textContent)).toEqual(['Site visits, 60 min', 'Showroom, 60 min']);
});

test('a person is chosen only if the calendar needs one', async () => {
  const needing = new Map([...calendars].map(([id, one]) => [id, { ...one, needsAssignee: id === 'showroom' }]));
  const { user, lastKept } = await compose({}, { directory: { calendars: signal(needing) } });
  expect(screen.queryByLabelText('Assignee')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Calendar'), 'showroom');
  expect(screen.getByLabelText('Assignee')).toHaveProperty('value', 'ben');
  expect(lastKept()).toMatchObject({ calendarId: 'showroom', assignee: 'ben', startTime: null });
});

test('a day without free times leads to the next day with some', async () => {
  const { user } = await compose(free('11-24T10:00'));
  expect(await screen.findByText(/Nothing free that day/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Next free: Tue 24 Nov' }));
  expect(await slot('10:00')).toBe(document.activeElement);
  await user.click(screen.getByRole('button', { name: 'Day before' }));
  expect(screen.getByLabelText('Date')).toHaveProperty('value', '2026-11-23');
});

test('free times that cannot be read can be tried again', async () => {
  let isDown = true;
  const freeSlots = async () => {
    if (isDown) throw new Error('down');
    return [{ day: '2026-11-20', slots: [at('11-20T15:00')] }];
  };
  const { user } = await compose({ freeSlots });
  await screen.findByText('Couldn’t load free times.');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await slot('15:00')).toBeTruthy();
});

test('another time can be booked deliberately', async () => {
  const { user, lastKept } = await compose();
  await user.click(screen.getByRole('button', { name: 'Other time…' }));
  await user.type(screen.getByLabelText('Time'), '19:15');
  expect(screen.getByText(/You can book it anyway/)).toBeTruthy();
  expect(lastKept()).toMatchObject({ startTime: at('11-20T19:15'), outsideSlots: true });
  expect(screen.getByRole('button', { name: 'Book 19:15' })).toBeTruthy();
});

test.each([
  [['15:00'], 'Someone just took 16:00. These times are still free.'],
  [['15:00', '16:00'], 'HighLevel doesn’t take 16:00, although it lists it as free.'],
])('of a time that HighLevel refuses while %j are free, it says: %s', async (times, words) => {
  const form: EntryForm = {
    kind: 'appointment',
    title: '',
    calendarId: 'visits',
    assignee: '',
    address: '',
    notes: '',
    startTime: at('11-20T16:00'),
    endTime: null,
    status: 'confirmed',
    outsideSlots: false,
  };
  const complaint = 'The slot you have selected is no longer available.';
  const failure = { side: 'highlevel', code: 'rejected', complaint, retryable: false } as const;
  renderWriting({}, { drafts: keptDrafts({ form, failure }), ...free(...times.map((time) => `11-20T${time}`)) });
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByText(/just took/) !== null).toBe(words.includes('just took'));
  expect(await slot('15:00')).toHaveProperty('checked', false);
});

test('an appointment is moved with its length, and its own time is free for it', async () => {
  const { user, lastKept } = renderWriting({ timeline: { view: timelineOf(visit) } }, free('11-20T15:00'));
  await screen.findByRole('button', { name: 'Add a note…' });
  await user.keyboard('je');
  expect(await slot('16:00')).toHaveProperty('checked', true);
  await user.click(await slot('15:00'));
  expect(screen.getByRole('button', { name: 'Move to Today, 15:00' })).toBeTruthy();
  expect(lastKept()).toMatchObject({ startTime: at('11-20T15:00'), endTime: at('11-20T16:30') });
});
