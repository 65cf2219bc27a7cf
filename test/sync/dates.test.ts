import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { toField, toGrist } from '../../sync/transforms/transform.ts';
import type { DateFormat, TransformContext } from '../../sync/transforms/types.ts';

const context: TransformContext = { users: [], businesses: [], phone: null };
const read = (format: DateFormat, text: string) => toField({ kind: 'date', format }, text, context);

const zoneOfMachine = process.env.TZ;
afterEach(() => {
  if (zoneOfMachine === undefined) delete process.env.TZ;
  else process.env.TZ = zoneOfMachine;
});

test.each<[DateFormat, string, string]>([
  ['iso', '1990-09-25', '1990-09-25'],
  ['iso', '1990-09-25T00:00:00+05:30', '1990-09-25'],
  ['dmy', '5/9/1990', '1990-09-05'],
  ['dmy', '05.09.1990', '1990-09-05'],
  ['mdy', '5/9/1990', '1990-05-09'],
  ['dmy', '1990-09-05', '1990-09-05'],
  ['ymd', '1990/9/5', '1990-09-05'],
  ['dmy', '29.02.2000', '2000-02-29'],
])('%s reads %j as %s', (format, text, day) => {
  expect(read(format, text)).toBe(day);
});

test.each<[DateFormat, string]>([
  ['dmy', '13/13/1990'],
  ['mdy', '25/9/1990'],
  ['dmy', '29.02.1900'],
  ['dmy', '5/9/90'],
  ['dmy', '5/9-1990'],
  ['iso', '1990-09-25T18:30:00Z'],
  ['iso', '25.9.1990'],
  ['iso', 'yesterday'],
])('%s does not read %j', (format, text) => {
  expect(read(format, text)).toBeUndefined();
});

test.each(['America/Sao_Paulo', 'Asia/Kolkata', 'Asia/Beirut', 'Pacific/Apia', 'America/New_York'])(
  'a birthday is the same day on a machine in %s',
  (zone) => {
    process.env.TZ = zone;
    const days = fc.integer({ min: -40_000, max: 40_000 }).map((count) => new Date(count * 86_400_000).toISOString());
    fc.assert(
      fc.property(days, fc.constantFrom<DateFormat>('iso', 'dmy', 'mdy', 'ymd'), (stamp, format) => {
        const text = toGrist({ kind: 'date', format }, stamp, context);
        expect(read(format, text ?? '')).toBe(stamp.slice(0, 10));
      }),
    );
  },
);
