import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MirrorBase, type MirroredEntry, type MirrorRow, planMirror } from '../../sync/mirror.ts';

const entry = (id: string, values: Record<string, string>, lossy: string[] = []): MirroredEntry => ({
  id,
  values,
  lossy,
});
const row = (rowId: number, id: string, values: Record<string, string>): MirrorRow => ({ rowId, id, values });
const call = { title: 'Call', done: 'false' };
const agreed: MirrorBase = new Map([['t1', call]]);
const sendable = () => true;

test('an entry without a row gets one', () => {
  expect(planMirror([entry('t1', call)], [], new Map(), sendable).add).toEqual([entry('t1', call)]);
});

test('a row that was deleted in the grid comes back', () => {
  expect(planMirror([entry('t1', call)], [], agreed, sendable).add).toHaveLength(1);
});

test('what changed in HighLevel goes to the row', () => {
  const plan = planMirror([entry('t1', { ...call, title: 'Call again' })], [row(7, 't1', call)], agreed, sendable);
  expect(plan.update).toEqual([{ rowId: 7, values: { title: 'Call again' } }]);
  expect(plan.send).toEqual([]);
});

test('what changed in the grid goes to HighLevel', () => {
  const plan = planMirror([entry('t1', call)], [row(7, 't1', { ...call, done: 'true' })], agreed, sendable);
  expect(plan.send).toEqual([{ id: 't1', values: { done: 'true' } }]);
  expect(plan.update).toEqual([]);
});

test('different columns changed on both sides go both ways', () => {
  const plan = planMirror(
    [entry('t1', { ...call, title: 'Call again' })],
    [row(7, 't1', { ...call, done: 'true' })],
    agreed,
    sendable,
  );
  expect(plan).toMatchObject({ update: [{ values: { title: 'Call again' } }], send: [{ values: { done: 'true' } }] });
  expect(plan.conflicts).toEqual([]);
});

test('the same column changed apart on both sides is a choice', () => {
  const plan = planMirror(
    [entry('t1', { ...call, title: 'Theirs' })],
    [row(7, 't1', { ...call, title: 'Mine' })],
    agreed,
    sendable,
  );
  expect(plan.conflicts).toEqual([{ id: 't1', rowId: 7, grist: { title: 'Mine' }, highlevel: { title: 'Theirs' } }]);
  expect([plan.update, plan.send]).toEqual([[], []]);
});

test('both changed alike is noted and nothing is written', () => {
  const both = { ...call, title: 'Call again' };
  const plan = planMirror([entry('t1', both)], [row(7, 't1', both)], agreed, sendable);
  expect(plan.agree).toEqual(new Map([['t1', { title: 'Call again' }]]));
  expect([plan.update, plan.send, plan.conflicts]).toEqual([[], [], []]);
});

test('a column that cannot say all of a value never goes to HighLevel, and is not written over', () => {
  const changed = [row(7, 't1', { ...call, title: 'Mine' })];
  const lossy = planMirror([entry('t1', call, ['title'])], changed, agreed, sendable);
  const day = planMirror([entry('t1', call)], changed, agreed, (key) => key !== 'title');
  for (const plan of [lossy, day]) expect([plan.update, plan.send, plan.conflicts]).toEqual([[], [], []]);
});

test('empty cells of a table that was joined just now are filled in', () => {
  const plan = planMirror([entry('t1', call)], [row(7, 't1', { title: '', done: 'false' })], new Map(), sendable);
  expect(plan.update).toEqual([{ rowId: 7, values: { title: 'Call' } }]);
});

test('a row whose entry HighLevel deleted goes, unless somebody changed it', () => {
  expect(planMirror([], [row(7, 't1', call)], agreed, sendable).remove).toEqual([7]);
  expect(planMirror([], [row(7, 't1', { ...call, title: 'Mine' })], agreed, sendable).remove).toEqual([]);
});

test('a row with an id that nobody agreed on is left alone', () => {
  const plan = planMirror([], [row(7, 'elsewhere', call)], new Map(), sendable);
  expect(plan.remove).toEqual([]);
});

test('a copied row does not stand for the entry of its model', () => {
  const plan = planMirror(
    [entry('t1', call)],
    [row(7, 't1', call), row(8, 't1', { ...call, title: 'x' })],
    agreed,
    sendable,
  );
  expect([plan.send, plan.update, plan.remove]).toEqual([[], [], []]);
});

test('a row without an id is one to be created', () => {
  expect(planMirror([], [row(7, '', call)], new Map(), sendable).create).toEqual([row(7, '', call)]);
});

const text = fc.constantFrom('', 'a', 'b', 'c', 'a\r\nb', 'a\nb');
const values = fc.record({ title: text, done: fc.constantFrom('true', 'false') });

test('after the plan is carried out a further one finds nothing to do but the same choices', () => {
  const sides = fc.record({ base: fc.option(values, { nil: undefined }), grist: values, highlevel: values });
  fc.assert(
    fc.property(sides, ({ base, grist, highlevel }) => {
      const known: MirrorBase = new Map(base ? [['t1', base]] : []);
      const first = planMirror([entry('t1', highlevel)], [row(7, 't1', grist)], known, sendable);
      const toGrist = first.update[0]?.values ?? {};
      const toHighLevel = first.send[0]?.values ?? {};
      const [here, there] = [
        { ...grist, ...toGrist },
        { ...highlevel, ...toHighLevel },
      ];
      const agreedNow = { ...base, ...toGrist, ...toHighLevel, ...first.agree.get('t1') };
      const second = planMirror([entry('t1', there)], [row(7, 't1', here)], new Map([['t1', agreedNow]]), sendable);
      expect([second.update, second.send]).toEqual([[], []]);
      expect(second.conflicts).toEqual(first.conflicts);
      // Nothing that somebody changed is replaced unasked; a cell that never said anything may be filled in.
      const plain = (said = '') => said.replace(/\r\n/g, '\n');
      for (const key of Object.keys(toGrist) as (keyof typeof grist)[])
        if (base) expect(plain(grist[key])).toBe(plain(base[key]));
        else expect(['', 'true', 'false']).toContain(grist[key]);
      for (const key of Object.keys(toHighLevel) as (keyof typeof grist)[])
        expect(plain(highlevel[key])).toBe(plain(base?.[key]));
      // Nothing is invented: every value of the end was on one of the sides.
      for (const [key, value] of [...Object.entries(here), ...Object.entries(there)])
        expect([grist[key as 'title'], highlevel[key as 'title']]).toContain(value);
    }),
    { numRuns: 2_000 },
  );
});
