import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLocalClock } from '../../sync/local-clock.ts';

const london = createLocalClock('Europe/London');
const at = Date.parse;

test.each([
  ['Europe/London', '2026-07-01T23:30:00Z', '2026-07-02', '00:30'],
  ['Asia/Kolkata', '2026-11-20T18:45:00Z', '2026-11-21', '00:15'],
  ['America/New_York', '2026-11-20T02:05:00Z', '2026-11-19', '21:05'],
  ['Asia/Kathmandu', '2026-11-20T18:20:00Z', '2026-11-21', '00:05'],
])('in %s %s is %s, %s', (zone, instant, day, time) => {
  const clock = createLocalClock(zone);
  expect([clock.dayOf(at(instant)), clock.timeOf(at(instant))]).toEqual([day, time]);
  expect(clock.instantOf(day, time)).toBe(at(instant));
});

test('a time that occurs twice is its first occurrence, and one that is skipped is an hour later', () => {
  expect(london.instantOf('2026-10-25', '01:30')).toBe(at('2026-10-25T00:30:00Z'));
  expect(london.instantOf('2026-03-29', '01:30')).toBe(at('2026-03-29T01:30:00Z'));
});

test('days are counted by the calendar, also across clock changes', () => {
  expect(london.daysBetween(at('2026-10-24T22:00:00Z'), at('2026-10-26T01:00:00Z'))).toBe(2);
  expect(london.daysBetween(at('2026-03-28T12:00:00Z'), at('2026-03-30T11:00:00Z'))).toBe(2);
});

test('a missing part is no instant', () => {
  expect([london.instantOf('', '09:00'), london.instantOf('2026-11-20', '')]).toEqual([null, null]);
});

test('what is shown is read back, in every zone and minute, except for the second of two equal hours', () => {
  const minutes = fc.integer({ min: at('2000-01-01') / 60_000, max: at('2040-01-01') / 60_000 });
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  fc.assert(
    fc.property(zones, minutes, (zone, minute) => {
      const clock = createLocalClock(zone);
      const back = clock.instantOf(clock.dayOf(minute * 60_000), clock.timeOf(minute * 60_000)) ?? 0;
      expect([clock.dayOf(back), clock.timeOf(back)]).toEqual([
        clock.dayOf(minute * 60_000),
        clock.timeOf(minute * 60_000),
      ]);
    }),
    { numRuns: 300 },
  );
});
