import { expect, test } from 'vitest';
import { fitColumns, type MappedColumn, type MappingFacts, rulesIn } from '../../sync/guess/fit-columns.ts';
import type { Binding } from '../../sync/mapping.ts';
import type { FieldRef } from '../../sync/refs.ts';
import { toField } from '../../sync/transforms/transform.ts';

const context = { users: [], businesses: [], phone: null };

function fitted(
  field: FieldRef,
  samples: string[],
  given: Partial<MappedColumn> = {},
  chosen: Partial<Binding> | null = null,
) {
  const column = { colId: 'A', label: 'A', type: 'Text', field, samples, ...given };
  const binding = { colId: 'A', field, direction: 'both', transform: { kind: 'as-is' }, onConflict: 'grist' } as const;
  const facts: MappingFacts = {
    ...{ customFields: [{ id: 'size', kind: 'number' }], context, country: 'GB', onConflict: 'ask' },
    chosen: chosen ? [{ ...binding, ...chosen }] : [],
  };
  const found = fitColumns([column], facts).get(field);
  const codes = found?.problems.map(({ code }) => code) ?? [];
  return { ...found, codes, read: (text: string) => found && toField(found.transform, text, context) };
}

const dmy = { kind: 'date', format: 'dmy', separator: '/' } as const;

test('every mapped column has a rule, without anything chosen for it', () => {
  expect(fitted('city', ['Bath']).rule).toMatchObject({
    direction: 'both',
    onConflict: 'ask',
    transform: { kind: 'plain' },
  });
  expect(fitted('custom:gone', ['Bath']).rule).toBeUndefined();
});

test('a date that may be read in two ways is received but not sent until a person says which is meant', () => {
  expect(fitted('dateOfBirth', ['5/9/1990'])).toMatchObject({ direction: 'to-grist', codes: ['ambiguous'] });
  expect(fitted('dateOfBirth', ['5/9/1990', '25/9/1990'])).toMatchObject({ direction: 'both', codes: [] });
  expect(fitted('dateOfBirth', ['5/9/1990'], {}, { transform: dmy })).toMatchObject({ direction: 'both', codes: [] });
});

test('what HighLevel has for the same rows says which is meant', () => {
  const pairs = [['5/9/1990', '1990-05-09']] as const;
  const found = fitted('dateOfBirth', ['5/9/1990'], { pairs });
  expect(found).toMatchObject({ direction: 'both', transform: { format: 'mdy' }, codes: [] });
});

test('a comma in a name and a second separator in a list are not read before a person says what they mean', () => {
  const names = fitted('name', ['Ana Ruiz', 'Bo Diaz', 'Acme, Inc.']);
  expect(names).toMatchObject({ direction: 'both', problems: [{ code: 'ambiguous', samples: ['Acme, Inc.'] }] });
  expect(names.read('Acme, Inc.')).toBeUndefined();
  const tags = fitted('tags', ['a, b', 'c, d', 'e; f']);
  expect(tags).toMatchObject({ direction: 'both', problems: [{ code: 'ambiguous', samples: ['e; f'] }] });
  const chosen = { transform: { kind: 'tags', separator: ',' } } as const;
  expect(fitted('tags', ['e; f'], {}, chosen).read('e; f')).toBe('e; f');
});

test.each<[string, Partial<MappedColumn>, Binding['direction'], string | null]>([
  ['both and a formula', { isFormula: true }, 'both', 'to-highlevel'],
  ['to Grist and a formula', { isFormula: true }, 'to-grist', null],
  ['to Grist and a column of text', {}, 'to-grist', 'to-grist'],
  ['to HighLevel and a column of numbers', { type: 'Int' }, 'to-highlevel', null],
  ['both and a reference', { type: 'Ref:Cities' }, 'both', null],
])('%s let values run as far as both do', (_, given, direction, expected) => {
  const found = fitted('city', [], given, { direction });
  expect(found.direction).toBe(expected);
  expect(found.rule?.direction ?? null).toBe(expected);
});

test('a column that a person chose a rule for keeps it', () => {
  expect(fitted('city', [], {}, {}).rule?.onConflict).toBe('grist');
});

test('only columns between which and their fields values may run have a rule for the plan', () => {
  const columns = [
    { colId: 'A', label: 'City', type: 'Text', field: 'city', samples: [] },
    { colId: 'B', label: 'State', type: 'Ref:States', field: 'state', samples: [] },
  ] as const;
  const facts = { chosen: [], customFields: [], context, country: 'GB', onConflict: 'ask' } as const;
  expect([...rulesIn(fitColumns(columns, facts)).keys()]).toEqual(['city']);
});
