import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operation } from '../../../engine/operation.ts';
import type { Appointment } from '../../../highlevel/appointments.ts';
import type { Note } from '../../../highlevel/notes.ts';
import type { Task } from '../../../highlevel/tasks.ts';
import { createLocalClock } from '../../../sync/local-clock.ts';
import { appointmentItem, type Item, noteItem, taskItem } from '../../../widget/store/timeline/entries.ts';
import { groupEntries } from '../../../widget/store/timeline/groups.ts';

const clock = createLocalClock(Intl.DateTimeFormat().resolvedOptions().timeZone);
const { dayOf } = clock;
const hour = 3_600_000;
const day = 24 * hour;
const now = new Date(2026, 10, 20, 14, 0).getTime();

const task = (id: string, dueDate: number | null, completed = false): Item => {
  const whole: Task = { id, contactId: 'c', title: id, body: '', dueDate, completed, assignee: '' };
  return taskItem(whole, undefined);
};
const note = (id: string, dateAdded: number | null): Item => {
  const whole: Note = { id, contactId: 'c', title: '', body: id, author: '', dateAdded, pinned: false, color: '' };
  return noteItem(whole);
};
const appointment = (id: string, startTime: number, status = 'confirmed'): Item => {
  const whole: Appointment = {
    id,
    contactId: 'c',
    calendarId: 'k',
    title: id,
    status,
    notes: '',
    address: '',
    assignee: '',
    startTime,
    endTime: startTime + hour,
  };
  return appointmentItem(whole, now);
};

const shown = (items: readonly Item[]) =>
  groupEntries(items, now, clock).map(({ kind, day: of, entries }) => [of ?? kind, ...entries.map(({ id }) => id)]);

test('what is late comes first, then what is to come, then past days, then what has no date', () => {
  const items = [
    note('without', null),
    note('yesterday', now - day),
    task('late', now - 2 * day),
    task('done', now - 2 * day, true),
    appointment('next week', now + 7 * day),
    task('today', now + hour),
    appointment('last week', now - 7 * day),
    task('some day', null),
  ];
  expect(shown(items)).toEqual([
    ['overdue', 'late'],
    ['upcoming', 'today', 'next week'],
    [dayOf(now - day), 'yesterday'],
    [dayOf(now - 2 * day), 'done'],
    [dayOf(now - 7 * day), 'last week'],
    ['undated', 'without', 'some day'],
  ]);
});

test('late and coming entries begin with the soonest, past days with the newest', () => {
  const items = [
    task('late 1', now - hour),
    task('late 9', now - 9 * hour),
    task('soon 9', now + 9 * hour),
    task('soon 1', now + hour),
    note('old', now - 2 * hour),
    note('new', now - hour),
  ];
  expect(shown(items)).toEqual([
    ['overdue', 'late 9', 'late 1'],
    ['upcoming', 'soon 1', 'soon 9'],
    [dayOf(now), 'new', 'old'],
  ]);
});

test('an appointment that has begun is still to come to its end', () => {
  expect(shown([appointment('running', now - hour / 2)])).toEqual([['upcoming', 'running']]);
});

test('a task ticked ahead of time stays with what is to come', () => {
  expect(shown([task('early', now + day, true)])).toEqual([['upcoming', 'early']]);
});

test('a note of a clock that runs ahead is of today', () => {
  expect(shown([note('ahead', now + day)])).toEqual([[dayOf(now), 'ahead']]);
});

test('a day is the viewer’s, from midnight to midnight', () => {
  const midnight = new Date(2026, 10, 18).getTime();
  expect([dayOf(midnight - 1), dayOf(midnight)]).toEqual(['2026-11-17', '2026-11-18']);
});

test('an entry whose tick is under way stays in its place', () => {
  const late: Task = {
    id: 't',
    contactId: 'c',
    title: '',
    body: '',
    dueDate: now - day,
    completed: false,
    assignee: '',
  };
  const tick = operation({
    kind: 'tick',
    target: { contactId: 'c', taskId: late.id, title: late.title },
    want: true,
    seen: null,
    origin: 'panel',
  });
  const item = taskItem(late, tick);
  expect(item.entry).toMatchObject({ pending: true, task: { completed: true } });
  expect(shown([item])).toEqual([['overdue', 't']]);
});

test('the order does not depend on the order of arrival', () => {
  const items = [now - day, now - day, now + day].flatMap((at, index) => [
    task(`task ${index}`, at),
    note(`note ${index}`, at),
    appointment(`appointment ${index}`, at),
  ]);
  fc.assert(
    fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (arrived) => {
      expect(shown(arrived)).toEqual(shown(items));
    }),
  );
});

test('no entry is lost or doubled', () => {
  const times = fc.array(fc.option(fc.integer({ min: now - 90 * day, max: now + 90 * day })));
  fc.assert(
    fc.property(times, (list) => {
      const items = list.map((at, index) =>
        index % 2 ? note(String(index), at) : task(String(index), at, index % 4 === 0),
      );
      const ids = groupEntries(items, now, clock).flatMap(({ entries }) => entries.map(({ id }) => Number(id)));
      expect(ids.sort((left, right) => left - right)).toEqual(list.map((_, index) => index));
    }),
  );
});

test('an entry is in the day of the document’s zone', () => {
  const late = Date.parse('2026-11-18T16:30:00Z');
  const [group] = groupEntries([note('a', late)], now, createLocalClock('Asia/Tokyo'));
  expect(group?.day).toBe('2026-11-19');
});
