import { expect, test } from 'vitest';
import { type Binding, rulesOf } from '../../sync/mapping.ts';

const binding = (field: Binding['field']): Binding => ({
  ...{ colId: 'A', field, direction: 'both', transform: { kind: 'as-is' }, onConflict: 'ask' },
});

test('a binding becomes the rule of its field', () => {
  expect(rulesOf([binding('city')], []).get('city')).toEqual({
    direction: 'both',
    onConflict: 'ask',
    transform: { kind: 'as-is' },
    traits: { kind: 'text', writable: true, clearable: true },
  });
});

test('a field that HighLevel no longer has takes no part', () => {
  const rules = rulesOf([binding('custom:gone'), binding('custom:plan')], [{ id: 'plan', kind: 'radio' }]);
  expect([...rules.keys()]).toEqual(['custom:plan']);
});
