import fc from 'fast-check';
import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import { expect, test } from 'vitest';
import { createTimeReader } from '../../highlevel/times.ts';

const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/St_Johns', 'UTC'];

/** A time as a clock in the zone shows it, by the platform and not by what is tested. */
function clock(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return format.format(at).replace(' ', 'T');
}

test('reads every clock time of a zone as its instant, also across clock changes', () => {
  const instants = fc.integer({ min: Date.UTC(2024, 0, 1) / 1000, max: Date.UTC(2028, 0, 1) / 1000 });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (second, zone) => {
      const read = createTimeReader(zone)(clock(second * 1000, zone)) ?? Number.NaN;
      // A time that the clock shows twice is read as the first; it shows the same all the same.
      expect(clock(read, zone)).toBe(clock(second * 1000, zone));
      expect(read).toBeLessThanOrEqual(second * 1000);
    }),
    { numRuns: 2_000 },
  );
});

test('reads any day and minute in any zone as Temporal does', () => {
  const minutes = fc.integer({ min: Date.UTC(1950, 0, 1) / 60_000, max: Date.UTC(2036, 0, 1) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...Intl.supportedValuesOf('timeZone')), (minute, zone) => {
      const shown = new Date(minute * 60_000);
      const parts = [shown.getUTCFullYear(), shown.getUTCMonth() + 1, shown.getUTCDate()] as const;
      const local = create(...parts, shown.getUTCHours(), shown.getUTCMinutes());
      const read = createTimeReader(zone)(shown.toISOString().slice(0, 16));
      expect(read).toBe(toZonedDateTime(local, zone).epochMilliseconds);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['America/New_York', '2026-03-08 01:59:59', '2026-03-08T06:59:59Z'],
  ['America/New_York', '2026-03-08 02:30:00', '2026-03-08T07:30:00Z'],
  ['America/New_York', '2026-03-08 03:00:00', '2026-03-08T07:00:00Z'],
  ['America/New_York', '2026-11-01 01:30:00', '2026-11-01T05:30:00Z'],
  ['America/New_York', '2026-11-01 02:00:00', '2026-11-01T07:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-05 01:45:00', '2026-04-04T14:45:00Z'],
  ['Asia/Kolkata', '2021-07-16 11:00:00', '2021-07-16T05:30:00Z'],
  ['Asia/Kolkata', '2021-07-16T11:00', '2021-07-16T05:30:00Z'],
  ['Asia/Kolkata', '2021-07-16', '2021-07-15T18:30:00Z'],
])('reads in %s the time %s as %s', (zone, time, instant) => {
  expect(createTimeReader(zone)(time)).toBe(Date.parse(instant));
});

test.each(['2021-06-23T03:30:00+05:30', '2021-06-22T22:00:00.000Z', '2021-06-23T03:30:00+0530'])(
  'reads %s as the same instant in any zone',
  (time) => {
    for (const zone of zones) expect(createTimeReader(zone)(time)).toBe(Date.UTC(2021, 5, 22, 22));
  },
);

test('reads an unknown zone as UTC', () => {
  for (const zone of ['', 'Mars/Olympus_Mons']) {
    expect(createTimeReader(zone)('2021-07-16 11:00:00')).toBe(Date.UTC(2021, 6, 16, 11));
  }
});

test.each([undefined, null, '', 'soon', '2021-13-40 11:00:00', '2021-02-30 11:00:00', '2021-07-16 25:00:00', {}])(
  'reads no time in %s',
  (value) => {
    expect(createTimeReader('UTC')(value)).toBeNull();
  },
);
