import { expect, test } from 'vitest';
import { cellsAfterSave as plan, type Values } from '../../sync/cells.ts';
import { type FieldKey, type FieldValues, fieldKeys, fieldValuesOf } from '../../sync/fields.ts';
import type { FieldRef } from '../../sync/refs.ts';

const contact = (values: FieldValues) =>
  fieldValuesOf({ ...(Object.fromEntries(fieldKeys.map((key) => [key, ''])) as Record<FieldKey, string>), ...values });

const before = contact({ name: 'Grace Kimani', firstName: 'Grace', lastName: 'Kimani' });
const after = contact({ name: 'Greta Kimani', firstName: 'Greta', lastName: 'Kimani' });
const all = new Set<FieldRef>(fieldKeys);
const same = (_: FieldRef, left: string, right: string) => left === right;
const cellsAfterSave = (field: FieldRef, before: Values[], after: Values, row: Values, mapped: Set<FieldRef>) =>
  plan(field, { before, after, row, mapped, same });

test('the saved field and the full name that follows it are written', () => {
  const row = { name: 'Grace Kimani', firstName: 'Grace' };
  expect(cellsAfterSave('firstName', [before], after, row, all)).toEqual({ firstName: 'Greta', name: 'Greta Kimani' });
});

test('a field without a column is not written', () => {
  expect(cellsAfterSave('firstName', [before], after, { name: 'Grace Kimani' }, new Set(['name']))).toEqual({
    name: 'Greta Kimani',
  });
});

test('a follower that already differed keeps its own value', () => {
  const row = { name: 'Mrs Kimani', firstName: 'Grace' };
  expect(cellsAfterSave('firstName', [before], after, row, all)).toEqual({ firstName: 'Greta' });
});

test('the saved field is written although its cell differed', () => {
  expect(cellsAfterSave('firstName', [before], after, { firstName: 'Gracie' }, all)).toEqual({ firstName: 'Greta' });
});

test('cells that hold the value already are left alone', () => {
  expect(cellsAfterSave('firstName', [before], after, { firstName: 'Greta', name: 'Greta Kimani' }, all)).toEqual({});
});

test('a cell that cannot be read does not follow', () => {
  expect(cellsAfterSave('firstName', [before], after, { firstName: 'Grace' }, all)).toEqual({ firstName: 'Greta' });
});

test('a cell that holds an earlier value of HighLevel follows too', () => {
  const between = contact({ name: 'Gretel Kimani', firstName: 'Gretel', lastName: 'Kimani' });
  const row = { name: 'Grace Kimani', firstName: 'Grace' };
  expect(cellsAfterSave('firstName', [before, between], after, row, all)).toEqual({
    firstName: 'Greta',
    name: 'Greta Kimani',
  });
});

test('a cell that another client changed since the person began keeps its value', () => {
  const facts = { before: [before], after, mapped: all, same };
  expect(plan('firstName', { ...facts, cell: 'Grace', row: { firstName: 'Gracie' } })).toEqual({});
  expect(plan('firstName', { ...facts, cell: 'Gracie', row: { firstName: 'Gracie' } })).toEqual({ firstName: 'Greta' });
});
