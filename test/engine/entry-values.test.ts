import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EntryTerms, entryValues, formWith } from '../../engine/entries/values.ts';
import { blankForm } from '../../engine/forms.ts';

const zones = ['America/New_York', 'Pacific/Auckland', 'Africa/Cairo', 'Asia/Kolkata', 'America/Santiago', 'UTC'];
const terms = (timeZone: string): EntryTerms => ({
  users: [],
  calendars: [],
  days: new Set(['due']),
  timeZone,
});

test('a day typed in a column of days is that day in the document’s zone, on days when clocks change too', () => {
  const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...zones), days, (zone, date) => {
      const day = date.toISOString().slice(0, 10);
      const form = formWith(blankForm('task'), { title: 'Call', due: day }, terms(zone));
      const { dueDate = null } = form?.kind === 'task' ? form : {};
      const task = { id: 't', contactId: 'c', title: 'Call', body: '', completed: false, assignee: '', dueDate };
      expect(entryValues(task, terms(zone)).values.due).toBe(day);
    }),
    { numRuns: 500 },
  );
});
