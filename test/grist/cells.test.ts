import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines, readList, readText } from '../../grist/cells.ts';
import type { CellValue } from '../../grist/doc.ts';
import { writeList, writeText } from '../../grist/encode.ts';

test.each<[CellValue | undefined, string | undefined]>([
  ['Ada', 'Ada'],
  [null, ''],
  [42, '42'],
  [true, 'true'],
  [['d', 654220800], '1990-09-25'],
  [['D', 654217200, 'Europe/Paris'], '1990-09-25'],
  [['L', 'a', 'b'], 'a, b'],
  [['E', 'KeyError'], undefined],
  [['C'], undefined],
  [['P'], undefined],
  [undefined, undefined],
])('%j reads as %j', (cell, text) => {
  expect(readText(cell)).toBe(text);
});

test.each<[CellValue, string, string | undefined]>([
  [654220800, 'Date', '1990-09-25'],
  [654217200, 'DateTime:Europe/Paris', '1990-09-25'],
  [654220800, 'Numeric', '654220800'],
  [3, 'Ref:People', undefined],
  [['L', 3, 4], 'RefList:People', undefined],
  [['L', 3], 'Attachments', undefined],
  [['L', 'a', 'b'], 'ChoiceList', 'a\nb'],
  [false, 'Bool', 'false'],
  ['soon', 'Date', 'soon'],
  // Grist keeps any number there, and a zone that this browser may not know.
  [1e15, 'Date', undefined],
  [654217200, 'DateTime:Mars/Olympus', undefined],
  [654217200, 'DateTime:', '1990-09-24'],
])('%j in a table, of a column of type %s, reads as %j', (cell, type, text) => {
  expect(readLines(cell, type)).toBe(text);
});

test.each<[string, string | undefined, CellValue]>([
  ['Ada', 'Text', 'Ada'],
  ['', 'Text', ''],
  ['1990-09-25', 'Date', 654220800],
  ['', 'Date', null],
  ['soon', 'Date', 'soon'],
  ['0085-09-25', 'Date', '0085-09-25'],
  ['0085-09-25', 'DateTime:Europe/Paris', '0085-09-25'],
  ['2001-02-29', 'Date', '2001-02-29'],
  ['1990-09-25', 'DateTime:Europe/Paris', 654213600],
  ['1990-09-25', 'DateTime:America/New_York', 654235200],
  // The day on which clocks change begins by the offset of the night before.
  ['2026-09-27', 'DateTime:Pacific/Auckland', 1790424000],
  // The day on which the hour after midnight is skipped.
  ['2018-11-04', 'DateTime:America/Sao_Paulo', 1541300400],
  ['1990-09-25', 'DateTime:', 654220800],
  ['1990-09-25', 'DateTime:Mars/Olympus', '1990-09-25'],
  ['0049', 'Numeric', 49],
  ['', 'Int', null],
  ['n/a', 'Int', 'n/a'],
  ['vip', 'ChoiceList', ['L', 'vip']],
  ['', 'ChoiceList', null],
  ['1990-09-25', undefined, '1990-09-25'],
])('%j for a column of type %s is %j', (text, type, cell) => {
  expect(writeText(text, type)).toEqual(cell);
});

test('a list is written with its letter, never bare', () => {
  expect(writeList(['a', 'b'], 'ChoiceList')).toEqual(['L', 'a', 'b']);
  expect(writeList([], 'ChoiceList')).toBeNull();
  expect(writeList(['a', 'b'], 'Text')).toBe('a, b');
});

test('a list reads from choices and from text with commas', () => {
  expect(readList(['L', 'a', 'b, c'])).toEqual(['a', 'b, c']);
  expect(readList('a, b ,')).toEqual(['a', 'b']);
  expect(readList(null)).toEqual([]);
  expect(readList(['E', 'X'])).toBeUndefined();
});

test('a day written to a date column reads back as the same day', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const text = date.toISOString().slice(0, 10);
      expect(readText(['d', writeText(text, 'Date')])).toBe(text);
    }),
  );
});
