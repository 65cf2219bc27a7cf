import { expect, test } from 'vitest';
import { type ContactIdShape, shapeOfContactId } from '../../sync/contact-id.ts';

test.each<[string, ContactIdShape]>([
  ['ocQHyuzHvysMo5N5VsXc', 'id'],
  [' ocQHyuzHvysMo5N5VsXc\n', 'id'],
  ['qxQzVmKLrTbNaWpEsDfG', 'id'],
  ['ocQHyuzH\u200bvysMo5N5VsXc', 'id-with-invisible-characters'],
  ['\u2060ocQHyuzHvysMo5N5VsXc', 'id-with-invisible-characters'],
  ['grace@example.org', 'email'],
  ['Grace Kimani <grace@example.org>', 'email'],
  ['+254 722 445 903', 'phone'],
  ['(883) 232‑7657', 'phone'],
  ['0171–555 0100', 'phone'],
  ['2547224459', 'phone'],
  ['{{contact.id}}', 'merge-tag'],
  ['{{ contact.email }}', 'merge-tag'],
  ['Grace Kimani', 'name'],
  ['O’Brien, Zoë', 'name'],
  ['Wolfeschlegelsteinhausen', 'name'],
  ['C-1001', 'other'],
  ['12345678901234567890', 'other'],
  ['17', 'other'],
  ['https://app.example.com/contacts/1', 'other'],
  ['', 'empty'],
  [' \u200b ', 'empty'],
])('%j looks like %s', (text, shape) => {
  expect(shapeOfContactId(text)).toBe(shape);
});
