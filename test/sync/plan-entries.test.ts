import { expect, test } from 'vitest';
import type { EntryBase, EntryRow, EntryValues, HighLevelEntry } from '../../sync/entries.ts';
import { type EntryRule, type EntrySides, planEntries } from '../../sync/plan-entries.ts';

const entry = (id: string, values: EntryValues, lossy: string[] = []): HighLevelEntry => ({ id, values, lossy });
const row = (rowId: number, id: string, values: EntryValues): EntryRow => ({ rowId, id, values });
const call = { title: 'Call', done: 'false' };
const agreed: EntryBase = new Map([['t1', call]]);

/** Plans tasks whose columns can all be sent, and that were agreed on as `call`. */
const planTasks = (entries: HighLevelEntry[], rows: EntryRow[], given: Partial<EntrySides & EntryRule> = {}) =>
  planEntries(
    'task',
    { entries, rows, base: agreed, made: new Map(), ...given },
    { direction: 'both', onConflict: 'ask', sendable: new Set(['title', 'done', 'assignee', 'body', 'due']), ...given },
  );

test('an entry that never had a row lacks one', () => {
  expect(planTasks([entry('t1', call)], [], { base: new Map() }).missing).toEqual([
    { entry: entry('t1', call), wasAgreed: false },
  ]);
});

test('an entry whose row was deleted, or is hidden, is known to have had one', () => {
  expect(planTasks([entry('t1', call)], []).missing).toMatchObject([{ wasAgreed: true }]);
});

test('what changed in HighLevel goes to the row', () => {
  const plan = planTasks([entry('t1', { ...call, title: 'Call again' })], [row(7, 't1', call)]);
  expect(plan.update).toEqual([{ id: 't1', rowId: 7, values: { title: 'Call again' } }]);
  expect(plan.send).toEqual([]);
});

test('what changed in the grid goes to HighLevel', () => {
  const plan = planTasks([entry('t1', call)], [row(7, 't1', { ...call, done: 'true' })]);
  expect(plan.send).toEqual([{ id: 't1', rowId: 7, values: { done: 'true' } }]);
  expect(plan.update).toEqual([]);
});

test('different columns changed on both sides go both ways', () => {
  const plan = planTasks([entry('t1', { ...call, title: 'Call again' })], [row(7, 't1', { ...call, done: 'true' })]);
  expect(plan).toMatchObject({ update: [{ values: { title: 'Call again' } }], send: [{ values: { done: 'true' } }] });
  expect(plan.conflicts).toEqual([]);
});

test('a text that HighLevel wrapped in paragraphs is the one that was typed', () => {
  const typed = { ...call, body: 'Oak, \r\n\r\nash  and elm' };
  const wrapped = entry('t1', { ...call, body: 'Oak,\nash and elm' });
  const plan = planTasks([wrapped], [row(7, 't1', typed)], { base: new Map([['t1', typed]]) });
  expect([plan.update, plan.send, plan.conflicts]).toEqual([[], [], []]);
});

const apart = [[entry('t1', { ...call, title: 'Theirs' })], [row(7, 't1', { ...call, title: 'Mine' })]] as const;
const planApart = (given: Partial<EntrySides & EntryRule> = {}) => planTasks([...apart[0]], [...apart[1]], given);
const difference = { id: 't1', rowId: 7, grist: { title: 'Mine' }, highlevel: { title: 'Theirs' } };

test('the same column changed apart on both sides is a choice', () => {
  const plan = planApart();
  expect(plan.conflicts).toEqual([difference]);
  expect([plan.update, plan.send]).toEqual([[], []]);
});

test('a column that differs and was never agreed on is a choice', () => {
  expect(planApart({ base: new Map() }).conflicts).toEqual([difference]);
});

test('the rule for conflicts names the side that is right', () => {
  expect(planApart({ onConflict: 'grist' })).toMatchObject({ send: [{ values: { title: 'Mine' } }], conflicts: [] });
  expect(planApart({ onConflict: 'highlevel' })).toMatchObject({
    update: [{ values: { title: 'Theirs' } }],
    conflicts: [],
  });
});

test('both changed alike is noted and nothing is written', () => {
  const both = { ...call, title: 'Call again' };
  const plan = planTasks([entry('t1', both)], [row(7, 't1', both)]);
  expect(plan.agree).toEqual(new Map([['t1', { title: 'Call again' }]]));
  expect([plan.update, plan.send, plan.conflicts]).toEqual([[], [], []]);
});

test.each<[string, string[], Partial<EntryRule>]>([
  ['shows less than HighLevel has', ['title'], {}],
  ['cannot hold all of a value', [], { sendable: new Set(['done']) }],
])('a change in a column that %s is shown and goes nowhere', (_, lossy, given) => {
  const plan = planTasks([entry('t1', call, lossy)], [row(7, 't1', { title: 'Mine', done: 'true' })], given);
  expect(plan.differs).toEqual([{ id: 't1', rowId: 7, grist: { title: 'Mine' }, highlevel: { title: 'Call' } }]);
  expect([plan.update, plan.conflicts]).toEqual([[], []]);
  expect(plan.send).toEqual([{ id: 't1', rowId: 7, values: { done: 'true' } }]);
});

test('a column that HighLevel does not take follows it and is never sent', () => {
  const note = (author: string) => ({ body: 'Hello', author });
  const planNote = (there: string, here: string) =>
    planEntries(
      'note',
      {
        entries: [entry('n1', note(there))],
        rows: [row(7, 'n1', note(here))],
        base: new Map([['n1', note('Ana')]]),
        made: new Map(),
      },
      { direction: 'both', onConflict: 'ask', sendable: new Set(['body', 'author']) },
    );
  expect(planNote('Bo', 'Ana').update).toEqual([{ id: 'n1', rowId: 7, values: { author: 'Bo' } }]);
  expect(planNote('Ana', 'Bo')).toMatchObject({ send: [], differs: [{ grist: { author: 'Bo' } }] });
});

test('a name in other letters is the same name', () => {
  const plan = planTasks([entry('t1', { assignee: 'Ana Lo' })], [row(7, 't1', { assignee: 'ana lo' })]);
  expect([plan.update, plan.send, plan.conflicts]).toEqual([[], [], []]);
});

test('empty cells of a table that was mapped just now are filled in', () => {
  const plan = planTasks([entry('t1', { title: 'Call', done: 'true' })], [row(7, 't1', { title: '', done: 'false' })], {
    base: new Map(),
  });
  expect(plan.update).toEqual([{ id: 't1', rowId: 7, values: { title: 'Call', done: 'true' } }]);
});

test('a row whose entry HighLevel deleted goes', () => {
  expect(planTasks([], [row(7, 't1', call)])).toMatchObject({ remove: [7], orphans: [] });
});

test('a changed row whose entry HighLevel deleted stays and is named', () => {
  const changed = row(7, 't1', { ...call, title: 'Mine' });
  expect(planTasks([], [changed])).toMatchObject({ remove: [], orphans: [changed] });
  expect(planTasks([], [changed], { onConflict: 'highlevel' })).toMatchObject({ remove: [7], orphans: [] });
});

test('a row with an id that was never agreed on is left alone', () => {
  expect(planTasks([], [row(7, 'elsewhere', call)])).toMatchObject({ remove: [], orphans: [] });
});

test('a copied row does not stand for the entry of its model', () => {
  const plan = planTasks([entry('t1', call)], [row(7, 't1', call), row(8, 't1', { ...call, title: 'x' })]);
  expect([plan.send, plan.update, plan.remove, plan.orphans]).toEqual([[], [], [], []]);
});

test('a row without an id is one to be created', () => {
  expect(planTasks([], [row(7, '', call)]).create).toEqual([row(7, '', call)]);
});

test('a table that only receives sends and creates nothing', () => {
  const plan = planTasks([entry('t1', call)], [row(7, 't1', { ...call, title: 'Mine' }), row(8, '', call)], {
    direction: 'to-grist',
  });
  expect(plan).toMatchObject({ send: [], create: [], conflicts: [], differs: [{ grist: { title: 'Mine' } }] });
});

test('a table that only sends is given nothing and loses nothing', () => {
  const rows = [row(7, 't1', call), row(8, 't2', call)];
  const base: EntryBase = new Map([
    ['t1', call],
    ['t2', call],
  ]);
  const entries = [entry('t1', { ...call, title: 'Theirs' }), entry('t3', call)];
  const plan = planTasks(entries, rows, { direction: 'to-highlevel', base });
  expect(plan).toMatchObject({ missing: [], update: [], remove: [], differs: [{ highlevel: { title: 'Theirs' } }] });
});
