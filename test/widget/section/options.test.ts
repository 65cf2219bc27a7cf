import { expect, test } from 'vitest';
import { readHostName } from '../../../sync/host-name.ts';
import { readOptions } from '../../../widget/section/options.ts';

const binding = {
  colId: 'City',
  field: 'city',
  direction: 'both',
  transform: { kind: 'as-is' },
  onConflict: 'ask',
};

test.each([
  undefined,
  null,
  {},
  { sync: 1 },
  { sync: { bindings: {} } },
  { domain: 7 },
  { tasksTable: [] },
  { mirrors: [] },
])('reads nothing off %j', (kept) => {
  expect(readOptions(kept as Record<string, unknown>)).toEqual({});
});

test('keeps what is as expected', () => {
  const kept = {
    sync: { bindings: [binding], onConflict: 'grist', automatic: false },
    domain: 'crm.agency.example',
    tasksTable: { tableId: 'Tasks', idColumn: 'Id', doneColumn: 'Done' },
    mirrors: { note: { tableId: 'Notes', columns: { id: 'Note_Id' } } },
  };
  expect(readOptions(kept)).toEqual(kept);
});

test.each([
  ['direction', 'sideways'],
  ['transform', { kind: 1 }],
  ['transform', null],
  ['field', 7],
  ['colId', undefined],
])('leaves out a binding whose %s is %j', (key, value) => {
  expect(readOptions({ sync: { bindings: [binding, { ...binding, [key]: value }] } }).sync?.bindings).toEqual([
    binding,
  ]);
});

test('asks about conflicts where the rule is none', () => {
  const { sync } = readOptions({ sync: { bindings: [{ ...binding, onConflict: 'mine' }], onConflict: 'theirs' } });
  expect([sync?.onConflict, sync?.bindings[0]?.onConflict]).toEqual(['ask', 'ask']);
});

test.each([
  'evil.example/path',
  'evil.example:8443',
  'person@evil.example',
  'evil.example?x',
  'evil.example#x',
  'javascript:alert(1)',
  'EVIL.example',
  'localhost',
  '192.168.0.1',
  '-evil.example',
  'evil-.example',
  'evil..example',
  '.example',
  'evil.example.',
  'evil\u2024example.com',
  `${'a'.repeat(64)}.example`,
  ' evil.example',
])('takes %j for no host name', (domain) => {
  expect(readOptions({ domain })).toEqual({});
});

test.each([
  ['https://crm.agency.example/v2/location', 'crm.agency.example'],
  [' CRM.Agency.example ', 'crm.agency.example'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['', ''],
  ['crm', null],
])('reads what a person typed: %j is %j', (typed, host) => {
  expect(readHostName(typed)).toBe(host);
});
