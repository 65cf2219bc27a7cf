import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContact } from '../../highlevel/contact-wire.ts';
import { readNote } from '../../highlevel/notes.ts';
import { day, instant, writeInstant } from '../../highlevel/read.ts';
import { readTask } from '../../highlevel/tasks.ts';

test.each([
  ['1990-09-25', '1990-09-25'],
  ['1990-09-25T00:00:00.000Z', '1990-09-25'],
  ['1990-09-25T23:30:00-08:00', '1990-09-25'],
  ['1990/9/5', '1990-09-05'],
  ['1990.09.25', '1990-09-25'],
  ['09-25-1990', '1990-09-25'],
  ['9/5/1990', '1990-09-05'],
  ['09_25_1990', '1990-09-25'],
  [Date.UTC(1990, 8, 25), '1990-09-25'],
  ['', ''],
  [null, ''],
  ['in spring', ''],
])('reads the day %s as %s', (value, expected) => {
  expect(day(value)).toBe(expected);
});

test('writes instants that it reads back, but for the milliseconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (second) => {
      expect(writeInstant(second * 1000)).not.toContain('.');
      expect(instant(writeInstant(second * 1000 + 999))).toBe(second * 1000);
    }),
  );
});

test.each([
  ['2021-07-08T02:30:00.000Z', Date.UTC(2021, 6, 8, 2, 30)],
  ['2021-07-08 02:30:00', Date.UTC(2021, 6, 8, 2, 30)],
  ['2021-07-08', Date.UTC(2021, 6, 8)],
  [1_625_711_400_000, 1_625_711_400_000],
  ['later', null],
  [undefined, null],
])('reads the instant %s', (value, expected) => {
  expect(instant(value)).toBe(expected);
});

test('any input becomes a valid contact, task and note', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (value, inside) => {
      for (const answer of [value, { tags: inside, customFields: inside, dndSettings: inside, dateOfBirth: inside }]) {
        const contact = readContact(answer);
        expect(contact.id).toBeTypeOf('string');
        expect(contact.tags.every((tag) => typeof tag === 'string')).toBe(true);
        expect(readTask(answer).completed).toBeTypeOf('boolean');
        expect(readNote(answer).body).toBeTypeOf('string');
      }
    }),
  );
});

test('reads switched-off channels in either casing', () => {
  const old = { Call: { status: 'active' }, WhatsApp: { status: 'permanent' }, FB: { status: 'inactive' } };
  const v3 = { call: { status: 'active' }, whatsApp: { status: 'permanent' }, fb: { status: 'inactive' } };
  const expected = { call: 'active', whatsApp: 'permanent', fb: 'inactive' };

  expect(readContact({ dndSettings: old }).dndSettings).toEqual(expected);
  expect(readContact({ dndSettings: v3 }).dndSettings).toEqual(expected);
  expect(readContact({ dndSettings: { Fax: { status: 'active' }, SMS: { status: 'perhaps' } } }).dndSettings).toEqual(
    {},
  );
});

test('reads the spellings of a search', () => {
  const found = {
    id: 'c1',
    firstName: 'Ada',
    lastName: 'Lovelace',
    address: '12 St James',
    additionalEmails: [{ email: 'a@b.c' }],
  };

  expect(readContact(found)).toMatchObject({
    name: 'Ada Lovelace',
    address1: '12 St James',
    additionalEmails: ['a@b.c'],
  });
});

test('ignores unknown keys, channels and statuses', () => {
  expect(readTask({ _id: 't1', completed: 'true', dueDate: null, priority: 'high' })).toEqual({
    id: 't1',
    contactId: '',
    title: '',
    body: '',
    dueDate: null,
    completed: true,
    assignee: '',
  });
});
