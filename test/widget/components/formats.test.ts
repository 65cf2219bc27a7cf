import { expect, test } from 'vitest';
import { customText, filesOf, listOf } from '../../../widget/components/fields/custom-value.ts';
import { en } from '../../../widget/i18n/en.ts';
import { createFormats } from '../../../widget/i18n/format.ts';
import { at, now } from '../../helpers/fake-panel-data.ts';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const british = createFormats({ language: 'en', culture: 'en-GB', currency: 'GBP', timeZone }, en);
const american = createFormats({ language: 'en', culture: 'en-US', currency: 'USD', timeZone }, en);

test('near days have names, others are dates, with the year unless it is this one', () => {
  expect(british.moment(at('11-20T09:05'), now)).toBe('Today, 09:05');
  expect(british.nearDay(at('11-19T23:59'), now)).toBe('Yesterday');
  expect(british.nearDay(at('11-21T00:00'), now)).toBe('Tomorrow');
  expect(british.nearDay(at('11-24T10:00'), now)).toBe('Tue 24 Nov');
  expect(british.day(new Date('2025-03-01T10:00').getTime(), now)).toContain('2025');
});

test('times and days are those of the document, wherever the browser is', () => {
  const tokyo = createFormats({ language: 'en', culture: 'en-GB', currency: 'GBP', timeZone: 'Asia/Tokyo' }, en);
  const late = Date.parse('2026-11-20T16:30:00Z');
  expect([tokyo.time(late), tokyo.nearDay(late, Date.parse('2026-11-20T12:00:00Z'))]).toEqual(['01:30', 'Tomorrow']);
});

test('times follow the culture', () => {
  expect(british.times(at('11-24T09:00'), at('11-24T10:30'))).toBe('09:00–10:30');
  expect(american.time(at('11-24T09:00'))).toMatch(/^9:00\sAM$/);
});

test('names of days follow the language when the culture has another', () => {
  const mixed = createFormats({ language: 'fr', culture: 'en-GB', currency: 'EUR', timeZone }, en);
  expect(mixed.day(at('11-18T17:00'), now)).toBe('mer. 18 nov.');
});

test('an appointment over midnight shows both days', () => {
  expect(british.span(at('11-20T23:00'), at('11-21T01:00'), now)).toBe('Today, 23:00 – Tomorrow, 01:00');
});

test('a date is a day, in every zone', () => {
  expect(british.date('2027-01-12')).toBe('12 Jan 2027');
  expect(british.date('someday')).toBe('someday');
});

test('a countdown shows minutes and seconds, and never less than nothing', () => {
  expect(british.countdown(84_000)).toBe('1:24');
  expect(british.countdown(-5)).toBe('0:00');
});

test('custom values may be numbers or text, arrays or objects', () => {
  expect(customText('money', 18_400, british)).toBe('£18,400.00');
  expect(customText('number', '1234.5', british)).toBe('1,234.5');
  expect(customText('number', 'twelve', british)).toBe('twelve');
  expect(customText('date', '2027-01-12T00:00:00.000Z', british)).toBe('12 Jan 2027');
  expect(customText('date', 1_799_712_000_000, british)).toBe('12 Jan 2027');
  expect(listOf({ a: 'one', b: 'two' })).toEqual(['one', 'two']);
  expect(filesOf({ f: { url: 'javascript:alert(1)' } })).toEqual([]);
});
