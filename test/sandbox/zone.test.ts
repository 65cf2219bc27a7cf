import { expect, test } from 'vitest';
import {
  atLocalTime,
  daysToClockChange,
  fromWallClock,
  startOfDay,
  toOffsetText,
  toZonelessText,
} from '../../sandbox/zone.ts';

test.each([
  ['2026-03-29T00:59:59Z', 'Europe/London', '2026-03-29 00:59:59', '2026-03-29T00:59:59+00:00'],
  ['2026-03-29T01:00:00Z', 'Europe/London', '2026-03-29 02:00:00', '2026-03-29T02:00:00+01:00'],
  ['2026-10-25T00:30:00Z', 'Europe/London', '2026-10-25 01:30:00', '2026-10-25T01:30:00+01:00'],
  ['2026-10-25T01:30:00Z', 'Europe/London', '2026-10-25 01:30:00', '2026-10-25T01:30:00+00:00'],
  ['2026-06-01T20:00:00Z', 'Asia/Kolkata', '2026-06-02 01:30:00', '2026-06-02T01:30:00+05:30'],
  ['2026-06-01T02:00:00Z', 'America/St_Johns', '2026-05-31 23:30:00', '2026-05-31T23:30:00-02:30'],
])('%s in %s is formatted %s and %s', (at, zone, zoneless, zoned) => {
  expect(toZonelessText(Date.parse(at), zone)).toBe(zoneless);
  expect(toOffsetText(Date.parse(at), zone)).toBe(zoned);
});

test('a day starts at its own midnight, also when the clocks change in it', () => {
  const start = startOfDay(Date.parse('2026-03-29T15:00:00Z'), 'Europe/London');
  expect(start).toBe(Date.parse('2026-03-29T00:00:00Z'));
  expect(startOfDay(Date.parse('2026-03-30T12:00:00Z'), 'Europe/London')).toBe(Date.parse('2026-03-29T23:00:00Z'));
});

test('days are counted on the calendar, not in hours', () => {
  const midnight = Date.parse('2026-03-28T00:00:00Z');
  expect(atLocalTime(midnight, 'Europe/London', 1, 9)).toBe(Date.parse('2026-03-29T08:00:00Z'));
  expect(atLocalTime(midnight, 'Europe/London', 0, 9)).toBe(Date.parse('2026-03-28T09:00:00Z'));
});

test('a wall time that the clocks skip moves forward', () => {
  expect(fromWallClock(Date.parse('2026-03-29T01:30:00Z'), 'Europe/London')).toBe(Date.parse('2026-03-29T01:30:00Z'));
});

test('the next and the last clock change are found, or none', () => {
  const midnight = Date.parse('2026-11-20T00:00:00Z');
  expect(daysToClockChange(midnight, 'Europe/London', -1)).toBe(-26);
  expect(daysToClockChange(midnight, 'Europe/London', 1)).toBe(128);
  expect(daysToClockChange(midnight, 'Asia/Kolkata', 1)).toBeNull();
});
