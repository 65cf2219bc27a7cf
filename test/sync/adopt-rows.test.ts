import { expect, test } from 'vitest';
import type { EntryRow, EntryValues, HighLevelEntry } from '../../sync/entries.ts';
import { type EntrySides, planEntries } from '../../sync/plan-entries.ts';

const entry = (id: string, values: EntryValues): HighLevelEntry => ({ id, values, lossy: [] });
const typed = (rowId: number, values: EntryValues): EntryRow => ({ rowId, id: '', values });
const due = '2026-05-04T10:00:00Z';
const call = { title: 'Call', due };
const sendable = new Set(['title', 'due', 'body', 'assignee']);

const planTasks = (entries: HighLevelEntry[], rows: EntryRow[], given: Partial<EntrySides> = {}) =>
  planEntries(
    'task',
    { entries, rows, base: new Map(), made: new Map(), ...given },
    { direction: 'both', onConflict: 'ask', sendable },
  );

test('a typed row is given the id of the entry that was made of it', () => {
  const plan = planTasks([entry('t1', call)], [typed(7, call)]);
  expect(plan).toMatchObject({ adopt: [{ rowId: 7, id: 't1', values: {} }], missing: [], create: [] });
});

test('what both hold is agreed on with that', () => {
  expect(planTasks([entry('t1', call)], [typed(7, call)]).agree).toEqual(new Map([['t1', call]]));
});

test('a typed row that says something else is one to be created', () => {
  const plan = planTasks([entry('t1', { title: 'Call', due: '' })], [typed(7, { title: 'Call', due: '' })]);
  expect(plan).toMatchObject({ adopt: [], create: [{ rowId: 7 }], missing: [{ entry: { id: 't1' } }] });
});

test('of two rows that say the same one is adopted', () => {
  const plan = planTasks([entry('t1', call)], [typed(7, call), typed(8, call)]);
  expect(plan).toMatchObject({ adopt: [{ rowId: 7 }], create: [{ rowId: 8 }] });
});

test('an entry that has a row is not given another', () => {
  const plan = planTasks([entry('t1', call)], [{ rowId: 6, id: 't1', values: call }, typed(7, call)]);
  expect(plan).toMatchObject({ adopt: [], create: [{ rowId: 7 }] });
});

test('what is known to be made of a row comes before what says the same', () => {
  const made = new Map([[8, { id: 't1', values: call }]]);
  const plan = planTasks([entry('t1', call), entry('t2', call)], [typed(7, call), typed(8, call)], { made });
  expect(new Map(plan.adopt.map(({ rowId, id }) => [rowId, id]))).toEqual(
    new Map([
      [8, 't1'],
      [7, 't2'],
    ]),
  );
});

test('a row of which an entry was made that is not listed yet waits', () => {
  const made = new Map([[7, { id: 't9', values: call }]]);
  expect(planTasks([entry('t1', call)], [typed(7, call)], { made })).toMatchObject({ adopt: [], create: [] });
});

test('what was typed while the entry was being made goes to HighLevel', () => {
  const made = new Map([[7, { id: 't1', values: call }]]);
  const plan = planTasks([entry('t1', call)], [typed(7, { ...call, title: 'Call Ana' })], { made });
  expect(plan).toMatchObject({
    adopt: [{ rowId: 7, values: {} }],
    send: [{ id: 't1', rowId: 7, values: { title: 'Call Ana' } }],
  });
});

test('what HighLevel made of a value comes with the id', () => {
  const made = new Map([[7, { id: 't1', values: { ...call, body: 'a' } }]]);
  const plan = planTasks([entry('t1', { ...call, body: 'A' })], [typed(7, { ...call, body: 'a' })], { made });
  expect(plan.adopt).toEqual([{ rowId: 7, id: 't1', values: { body: 'A' } }]);
});

test('a cell that says something else than the recognised entry is a choice', () => {
  const plan = planTasks([entry('t1', { ...call, body: 'Theirs' })], [typed(7, { ...call, body: 'Mine' })]);
  expect(plan.conflicts).toEqual([{ id: 't1', rowId: 7, grist: { body: 'Mine' }, highlevel: { body: 'Theirs' } }]);
});

test('an empty cell of a recognised row is filled in, and clears nothing in HighLevel', () => {
  const base = new Map([['t1', { ...call, body: 'Ask for Jo' }]]);
  const plan = planTasks([entry('t1', { ...call, body: 'Ask for Jo' })], [typed(7, { ...call, body: '' })], { base });
  expect(plan).toMatchObject({ adopt: [{ rowId: 7, values: { body: 'Ask for Jo' } }], send: [] });
});
