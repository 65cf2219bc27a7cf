import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame } from '../../sync/compare.ts';
import type { ValueKind } from '../../sync/fields.ts';
import { dndChannels, type FieldRef, traitsOf } from '../../sync/refs.ts';

const custom = [
  { id: 'plan', kind: 'radio', options: ['Free', 'Pro'] },
  { id: 'budget', kind: 'money' },
  { id: 'boxes', kind: 'text-list' },
  { id: 'opens', kind: 'time' },
  { id: 'files', kind: 'file' },
];

test.each<[FieldRef, object]>([
  ['email', { kind: 'email', writable: true, clearable: true }],
  ['companyName', { kind: 'text', writable: false }],
  ['tags', { kind: 'tags', writable: true, clearable: true }],
  ['business', { kind: 'business', writable: true, clearable: true }],
  ['dnd:sms', { kind: 'choice', clearable: false, choices: ['active', 'inactive'] }],
  ['custom:plan', { kind: 'choice', writable: true, choices: ['Free', 'Pro'] }],
  ['custom:budget', { kind: 'money', writable: true }],
  ['timezone', { kind: 'time-zone', writable: true, clearable: true }],
  ['custom:boxes', { kind: 'texts', writable: true, clearable: true }],
  ['custom:opens', { kind: 'time', writable: true, clearable: true }],
  ['custom:files', { kind: 'other', writable: false }],
])('%s has its traits', (ref, traits) => {
  expect(traitsOf(ref, custom)).toMatchObject(traits);
});

test('a custom field that HighLevel no longer has has no traits', () => {
  expect(traitsOf('custom:gone', custom)).toBeNull();
});

test('every channel may be closed', () => {
  for (const channel of dndChannels) expect(traitsOf(`dnd:${channel}`, [])?.writable).toBe(true);
});

test.each<[ValueKind, string, string]>([
  ['number', '12.50', '12.5'],
  ['money', '-0.00', '0'],
  ['number', '007', '7'],
  ['choices', 'b\na', 'a\nb'],
  ['tags', 'VIP\nnew', 'new\nvip'],
  ['large-text', 'one\r\ntwo', 'one\ntwo'],
  ['boolean', 'TRUE', 'true'],
])('%s: %j means the same as %j', (kind, left, right) => {
  expect(isSame({ kind }, left, right)).toBe(true);
});

test.each<[ValueKind, string, string]>([
  ['number', '1234567890123456789', '1234567890123456788'],
  ['number', '', '0'],
  ['money', '1.234,50', '1.23450'],
  ['choices', 'A', 'a'],
  ['tags', 'vip', 'vip\nnew'],
  ['choice', 'Free', 'free'],
  ['other', 'a\nb', 'b\na'],
])('%s: %j is another value than %j', (kind, left, right) => {
  expect(isSame({ kind }, left, right)).toBe(false);
});

const kinds: ValueKind[] = ['text', 'phone', 'date', 'number', 'money', 'choices', 'tags', 'large-text', 'other'];
const anyText = fc.oneof(fc.string(), fc.stringMatching(/^[-+.\d\n ab]{0,9}$/));

test('a value is the same as itself, and being the same has no direction', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), anyText, anyText, (kind, left, right) => {
      expect(isSame({ kind }, left, left)).toBe(true);
      expect(isSame({ kind }, left, right)).toBe(isSame({ kind }, right, left));
    }),
    { numRuns: 2000 },
  );
});
